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
  const waitNs = isOn(tcb, 'timeWait') ? setup.options.timeWaitNs : 0;
  timers.set('timeWait', now + waitNs, { kind: 'segmentArrived' });
}
