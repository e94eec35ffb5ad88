import type { Mechanism } from '../../experiment/tcpOptions';
import type { TransmissionControlBlock } from './transmissionControlBlock';

/** Whether this connection has the mechanism: all are on unless the experiment takes them away. */
export function isOn({ setup }: TransmissionControlBlock, mechanism: Mechanism): boolean {
  const { without } = setup.options;
  return without.length === 0 || !without.includes(mechanism);
}
