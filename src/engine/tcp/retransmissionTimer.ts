import type { Nanoseconds } from '../../experiment/experiment';
import type { Reason } from '../../trace/reason';
import { finish } from './finish';
import { isOn } from './mechanisms';
import type { TransmissionControlBlock } from './transmissionControlBlock';

/** Starts the timer; it expires early if the peer's time to answer ends before the RTO does. */
export function startRetransmissionTimer(
  tcb: TransmissionControlBlock,
  now: Nanoseconds,
  reason: Reason,
): void {
  const expiryNs = isOn(tcb, 'retransmissionTimeout') ? now + tcb.rtt.rtoNs : Infinity;
  tcb.timers.set('retransmission', Math.min(expiryNs, giveUpAt(tcb)), reason);
}

/** The timer has expired: it is to wait twice as long next time (RFC 6298 §5.5), not so the first few times for a SYN of Linux. */
export function backOff(tcb: TransmissionControlBlock): void {
  const { linearSynRetries } = tcb.setup.options;
  const isLinear = tcb.state === 'SYN-SENT' && tcb.synTimeouts <= linearSynRetries;
  if (!isLinear && isOn(tcb, 'timerBackoff')) tcb.rtt.backOff();
}

/** Gives the connection up if the peer has been silent for R2 (RFC 9293 §3.8.3); answers whether it did. */
export function giveUpIfOverdue(tcb: TransmissionControlBlock, now: Nanoseconds): boolean {
  if (now < giveUpAt(tcb)) return false;
  // The app of a passive open has not been told of this caller yet.
  const isUnknown = tcb.state === 'SYN-RECEIVED' && !tcb.isActive;
  finish(tcb, isUnknown ? undefined : 'gaveUp');
  return true;
}

/** When the peer's time to answer ends, Infinity if it may be silent for ever. */
export function giveUpAt(tcb: TransmissionControlBlock): Nanoseconds {
  const { synGiveUpNs, dataGiveUpNs } = tcb.setup.options;
  if (!isOn(tcb, 'userTimeout')) return Infinity;
  const isOpening = tcb.state === 'SYN-SENT' || tcb.state === 'SYN-RECEIVED';
  return tcb.waitingSinceNs + (isOpening ? synGiveUpNs : dataGiveUpNs);
}
