import type { Mechanism, TcpOptions } from '../../experiment/tcpOptions';
import type { TransmissionControlBlock } from './transmissionControlBlock';

/** Whether this connection has the mechanism: all are on unless the experiment takes them away. */
export function isOn({ setup }: TransmissionControlBlock, mechanism: Mechanism): boolean {
  return hasMechanism(setup.options, mechanism);
}

/** Whether a host with these options has the mechanism, where no connection is concerned. */
export function hasMechanism({ without }: TcpOptions, mechanism: Mechanism): boolean {
  return without.length === 0 || !without.includes(mechanism);
}
