import type { Nanoseconds } from '../../experiment/experiment';
import type { Reason } from '../../trace/reason';
import { dialectOf } from './dialect';
import { isOn } from './mechanisms';
import { backOff, giveUpAt, startRetransmissionTimer } from './retransmissionTimer';
import { finPosition, pieceLength, usableWindow } from './sendSequence';
import { superviseTailProbe } from './tailLossProbe';
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
  const isWaiting = timers.isRunning('retransmission') || timers.isRunning('tailLossProbe');
  superviseReordering(tcb);
  const isTailWatched = superviseTailProbe(tcb, now);
  if (tcb.sendNext > tcb.sendUnacked) {
    stopProbing(tcb);
    if (!isWaiting) beginWaiting(tcb, now);
    if (isTailWatched) timers.cancel('retransmission', { kind: 'tailLossProbe' });
    else if (!timers.isRunning('retransmission')) {
      startRetransmissionTimer(tcb, now, { kind: 'segmentSent' });
    } else if (isStale) startRetransmissionTimer(tcb, now, { kind: 'newlyAcknowledged' });
    return;
  }
  const isAllSent = tcb.sendNext === finPosition(tcb) + (tcb.isClosing ? 1 : 0);
  if (tcb.ecn.isHeld && !isAllSent) return holdForMark(tcb, now, isStale);
  timers.cancel('retransmission', { kind: 'allAcknowledged' });
  if (isAllSent) stopProbing(tcb);
  else if (!timers.isRunning('persist') && isOn(tcb, 'windowProbes')) {
    beginWaiting(tcb, now);
    startPersistTimer(tcb, now, { kind: 'zeroWindow' });
  }
}

/** With a window of one segment, only the timer slows a sender that marks still reach (RFC 3168 §6.1.2). */
function holdForMark(tcb: TransmissionControlBlock, now: Nanoseconds, isStale: boolean): void {
  const isRunning = tcb.timers.isRunning('retransmission');
  if (isStale || !isRunning) startRetransmissionTimer(tcb, now, { kind: 'congestionExperienced' });
}

/** The timer has run that held the next segment back for a mark: it may go, and the next one waits for longer. */
export function releaseHeld(tcb: TransmissionControlBlock): void {
  tcb.ecn.isHeld = false;
  backOff(tcb);
}

/** From now on the peer owes an answer, unless it owes one already to what a timeout has taken for lost. */
function beginWaiting(tcb: TransmissionControlBlock, now: Nanoseconds): void {
  if (tcb.timeouts === 0) tcb.waitingSinceNs = now;
}

/** A segment that may only be late is given its time (RFC 8985 §6.2, step 5). */
function superviseReordering({ timers, recovery }: TransmissionControlBlock): void {
  const { lateAtNs } = recovery;
  if (lateAtNs === Infinity) timers.cancel('reordering', { kind: 'newlyAcknowledged' });
  else timers.set('reordering', lateAtNs, { kind: 'reorderingTimeout' });
}

/** The SYN or SYN-ACK was not answered in time. */
export function resendSyn(tcb: TransmissionControlBlock, now: Nanoseconds): void {
  tcb.timeouts += 1;
  tcb.synTimeouts += 1;
  // The app of a passive open has not been told of this caller yet.
  if (tcb.isActive) noteDeliveryProblem(tcb);
  backOff(tcb);
  const reason: Reason = { kind: 'retransmissionTimeout', backoff: tcb.timeouts };
  startRetransmissionTimer(tcb, now, reason);
  sendSyn(tcb, now, reason);
}

/** The oldest segment was not acknowledged in time: all is taken for lost and sent again as ACKs allow (RFC 6298 §5.4). */
export function timeOut(tcb: TransmissionControlBlock, now: Nanoseconds): void {
  tcb.timeouts += 1;
  noteDeliveryProblem(tcb);
  tcb.tailProbe = undefined;
  const reason: Reason = { kind: 'retransmissionTimeout', backoff: tcb.timeouts };
  tcb.recovery.timedOut(tcb, now, tcb.timeouts === 1, reason);
  backOff(tcb);
  startRetransmissionTimer(tcb, now, reason);
}

function noteDeliveryProblem(tcb: TransmissionControlBlock): void {
  if (tcb.timeouts === R1_RETRANSMISSIONS && isOn(tcb, 'userTimeout'))
    tcb.notices.push({ kind: 'deliveryProblem' });
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
