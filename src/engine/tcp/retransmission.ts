import type { Nanoseconds } from '../../experiment/experiment';
import type { Reason } from '../../trace/reason';
import { dialectOf } from './dialect';
import { finish } from './finish';
import { isOn } from './mechanisms';
import { finPosition, pieceLength, usableWindow } from './sendSequence';
import { sendEmptyProbe, sendSyn, sendText } from './transmit';
import type { TransmissionControlBlock } from './transmissionControlBlock';

/** Each unanswered window probe waits twice as long (RFC 9293 §3.8.6.1). */
const PROBE_BACKOFF_FACTOR = 2;
/** Retransmissions of one segment after which the app is told that it does not get through: R1 (RFC 9293 §3.8.3). */
const R1_RETRANSMISSIONS = 3;

/** Lets exactly the timer run that has something to wait for (RFC 6298 §5.1 to §5.3, RFC 9293 §3.8.6.1). */
export function superviseTimers(tcb: TransmissionControlBlock, now: Nanoseconds): void {
  const { timers } = tcb;
  const isStale = tcb.isTimerStale;
  tcb.isTimerStale = false;
  if (tcb.sendNext > tcb.sendUnacked) {
    stopProbing(tcb);
    if (!timers.isRunning('retransmission')) {
      beginWaiting(tcb, now);
      startRetransmissionTimer(tcb, now, { kind: 'segmentSent' });
    } else if (isStale) startRetransmissionTimer(tcb, now, { kind: 'newlyAcknowledged' });
    return;
  }
  timers.cancel('retransmission', { kind: 'allAcknowledged' });
  const isAllSent = tcb.sendNext === finPosition(tcb) + (tcb.isClosing ? 1 : 0);
  if (isAllSent) stopProbing(tcb);
  else if (!timers.isRunning('persist') && isOn(tcb, 'windowProbes')) {
    beginWaiting(tcb, now);
    startPersistTimer(tcb, now, { kind: 'zeroWindow' });
  }
}

/** From now on the peer owes an answer, unless it owes one already to what a timeout has taken back. */
function beginWaiting(tcb: TransmissionControlBlock, now: Nanoseconds): void {
  if (tcb.timeouts === 0) tcb.waitingSinceNs = now;
}

/** Starts the timer; it expires early if the peer's time to answer ends before the RTO does. */
export function startRetransmissionTimer(
  tcb: TransmissionControlBlock,
  now: Nanoseconds,
  reason: Reason,
): void {
  tcb.timers.set('retransmission', Math.min(now + tcb.rtt.rtoNs, giveUpAt(tcb)), reason);
}

/** Gives the connection up if the peer has been silent for R2 (RFC 9293 §3.8.3); answers whether it did. */
export function giveUpIfOverdue(tcb: TransmissionControlBlock, now: Nanoseconds): boolean {
  if (now < giveUpAt(tcb)) return false;
  // The app of a passive open has not been told of this caller yet.
  const isUnknown = tcb.state === 'SYN-RECEIVED' && !tcb.isActive;
  finish(tcb, isUnknown ? undefined : 'gaveUp');
  return true;
}

/** The SYN or SYN-ACK was not answered in time. */
export function resendSyn(tcb: TransmissionControlBlock, now: Nanoseconds): void {
  tcb.timeouts += 1;
  tcb.synTimeouts += 1;
  // The app of a passive open has not been told of this caller yet.
  if (tcb.isActive) noteDeliveryProblem(tcb);
  tcb.rtt.backOff();
  const reason: Reason = { kind: 'retransmissionTimeout', backoff: tcb.timeouts };
  startRetransmissionTimer(tcb, now, reason);
  sendSyn(tcb, now, reason);
}

/** The oldest segment was not acknowledged in time: all is taken for lost and sent again as ACKs allow (RFC 6298 §5.4). */
export function rewind(tcb: TransmissionControlBlock, now: Nanoseconds): Reason {
  tcb.timeouts += 1;
  noteDeliveryProblem(tcb);
  tcb.recovery.timedOut(tcb, now, tcb.timeouts === 1);
  tcb.rtt.backOff();
  tcb.sendNext = tcb.sendUnacked;
  const reason: Reason = { kind: 'retransmissionTimeout', backoff: tcb.timeouts };
  startRetransmissionTimer(tcb, now, reason);
  return reason;
}

function noteDeliveryProblem(tcb: TransmissionControlBlock): void {
  if (tcb.timeouts === R1_RETRANSMISSIONS && isOn(tcb, 'userTimeout'))
    tcb.notices.push({ kind: 'deliveryProblem' });
}

/** Everything in flight is too big for the path: it is sent again, which is no sign of congestion (RFC 1191 §6.5). */
export function resendSmaller(tcb: TransmissionControlBlock): Reason {
  // A SYN has no text that could be too big.
  tcb.sendNext = Math.max(tcb.sendUnacked, Math.min(tcb.sendNext, 1));
  return { kind: 'resendAfterTimeout' };
}

/** Nothing could be sent for a while: asks for the window, or uses the little there is (RFC 9293 §3.8.6.2.1). */
export function probeWindow(tcb: TransmissionControlBlock, now: Nanoseconds): void {
  const { sendNext: position } = tcb;
  const piece = pieceLength(tcb, position);
  const usable = usableWindow(tcb);
  if (usable > 0 && piece > 0) {
    const length = Math.min(piece, usable);
    tcb.sendNext = position + length;
    sendText(tcb, now, { position, length, hasFin: false, reason: { kind: 'sillyWindowOverride' } });
    return superviseTimers(tcb, now);
  }
  // One byte, or the FIN where no byte is left. SND.NXT stays: the peer need not take it.
  const reason: Reason = { kind: 'windowProbe' };
  if (dialectOf(tcb).probesWithoutData) sendEmptyProbe(tcb, now, reason);
  else sendText(tcb, now, { position, length: Math.min(piece, 1), hasFin: piece === 0, reason });
  tcb.probes += 1;
  return startPersistTimer(tcb, now, reason);
}

function startPersistTimer(tcb: TransmissionControlBlock, now: Nanoseconds, reason: Reason): void {
  const waitNs = tcb.rtt.rtoNs * PROBE_BACKOFF_FACTOR ** tcb.probes;
  const deadlineNs = now + Math.min(waitNs, tcb.setup.options.rtoMaxNs);
  tcb.timers.set('persist', Math.min(deadlineNs, giveUpAt(tcb)), reason);
}

function stopProbing(tcb: TransmissionControlBlock): void {
  tcb.probes = 0;
  tcb.timers.cancel('persist', { kind: 'windowUpdate' });
}

function giveUpAt(tcb: TransmissionControlBlock): Nanoseconds {
  const { synGiveUpNs, dataGiveUpNs } = tcb.setup.options;
  if (!isOn(tcb, 'userTimeout')) return Infinity;
  const isOpening = tcb.state === 'SYN-SENT' || tcb.state === 'SYN-RECEIVED';
  return tcb.waitingSinceNs + (isOpening ? synGiveUpNs : dataGiveUpNs);
}
