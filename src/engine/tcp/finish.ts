import type { Nanoseconds } from '../../experiment/experiment';
import type { AppNotice } from './connectionContext';
import { isOn } from './mechanisms';
import type { TransmissionControlBlock } from './transmissionControlBlock';

/** Enters CLOSED and tells the app, unless it has nothing to be told. */
export function finish(tcb: TransmissionControlBlock, notice?: AppNotice['kind']): void {
  tcb.timers.cancelAll({ kind: 'connectionEnded' });
  tcb.state = 'CLOSED';
  tcb.ackNow = undefined;
  tcb.unacknowledgedBytes = 0;
  if (notice) tcb.notices.push({ kind: notice });
}

/** Enters TIME-WAIT, or starts its time anew (RFC 9293 §3.6.1). */
export function waitTwoLifetimes(tcb: TransmissionControlBlock, now: Nanoseconds): void {
  const { timers, setup } = tcb;
  tcb.state = 'TIME-WAIT';
  timers.cancel('retransmission', { kind: 'allAcknowledged' });
  timers.cancel('persist', { kind: 'allAcknowledged' });
  timers.cancel('reordering', { kind: 'allAcknowledged' });
  timers.cancel('tailLossProbe', { kind: 'allAcknowledged' });
  timers.cancel('keepAlive', { kind: 'connectionEnded' });
  timers.cancel('finWait2', { kind: 'segmentArrived' });
  const waitNs = isOn(tcb, 'timeWait') ? setup.options.timeWaitNs : 0;
  timers.set('timeWait', now + waitNs, { kind: 'segmentArrived' });
}

/**
 * Bounds FIN-WAIT-2 where nobody is left to read: a peer that never closes would hold the connection for ever. The RFC
 * sets no limit; Linux calls it tcp_fin_timeout.
 */
export function limitFinWait2(tcb: TransmissionControlBlock, now: Nanoseconds): void {
  const { timers, setup, state, isAbandoned } = tcb;
  const { finWait2Ns } = setup.options;
  if (state !== 'FIN-WAIT-2' || !isAbandoned || finWait2Ns === null || timers.isRunning('finWait2')) return;
  timers.set('finWait2', now + finWait2Ns, { kind: 'appClosed' });
}
