import type { Nanoseconds } from '../../experiment/experiment';
import type { Reason } from '../../trace/reason';
import type { TcpState } from '../../trace/snapshot';
import { dialectOf } from './dialect';
import { noteLossReduction } from './explicitCongestion';
import { isOn } from './mechanisms';
import { superviseKeepAlive } from './keepAlive';
import { noteAnswer } from './receiver';
import type { Resend } from './recovery';
import { superviseTimers } from './retransmission';
import { cutsAnywhere, finPosition, pieceLength, usableWindow } from './sendSequence';
import { sendText } from './transmit';
import type { TransmissionControlBlock } from './transmissionControlBlock';

/** States in which bytes or a FIN of ours may be unsent, unacknowledged, or just acknowledged with a timer to stop. */
const SENDING_STATES: ReadonlySet<TcpState> = new Set<TcpState>([
  'ESTABLISHED',
  'CLOSE-WAIT',
  'FIN-WAIT-1',
  'FIN-WAIT-2',
  'CLOSING',
  'LAST-ACK',
]);
/** Fs of RFC 9293 §3.8.6.2.1. */
const WINDOW_SHARE = 0.5;

/**
 * Sends whatever may be sent now: what loss recovery wants again, then what the windows allow, then the FIN, and if
 * there is nothing new what is worth a guess.
 */
export function output(tcb: TransmissionControlBlock, now: Nanoseconds): void {
  if (!SENDING_STATES.has(tcb.state)) return;
  const { recovery } = tcb;
  for (let lost = recovery.next(tcb); lost; lost = recovery.next(tcb)) resend(tcb, now, lost);
  noteLossReduction(tcb);
  noteIdleness(tcb, now);
  const sentBefore = tcb.sendNext;
  while (sendNextSegment(tcb, now));
  for (let guess = recovery.lastResort(tcb); guess; guess = recovery.lastResort(tcb)) resend(tcb, now, guess);
  noteWindowUse(tcb, tcb.sendNext > sentBefore);
  superviseTimers(tcb, now);
  superviseKeepAlive(tcb, now);
}

/** Sends again what went out from `position`, cut where it would be cut the first time. */
function resend(tcb: TransmissionControlBlock, now: Nanoseconds, { position, limit, reason }: Resend): void {
  const fin = finPosition(tcb);
  const sentBelow = Math.min(tcb.sendNext, limit);
  const length = Math.max(0, Math.min(pieceLength(tcb, position), sentBelow - position));
  const end = position + length;
  const hasFin = end === fin && fin < sentBelow;
  if (length > 0 || hasFin) sendText(tcb, now, { position, length, hasFin, reason });
  tcb.recovery.resent(position, hasFin ? end + 1 : end, now);
  if (position === tcb.sendUnacked && dialectOf(tcb).resendRestartsTimer) tcb.isTimerStale = true;
}

/** After a pause, a window says less about the path than it did: congestion control is to know before data goes. */
function noteIdleness(tcb: TransmissionControlBlock, now: Nanoseconds): void {
  const isIdle = tcb.sendNext === tcb.sendUnacked && pieceLength(tcb, tcb.sendNext) > 0;
  if (isIdle) tcb.congestion.idled(now, tcb.lastDataSentNs, tcb.rtt.rtoNs);
}

/** Only a window that could not hold one segment more has been used; while there is nothing to send it tells nothing. */
function noteWindowUse(tcb: TransmissionControlBlock, hasSent: boolean): void {
  const { sendUnacked, sendNext, sendMaxSegmentBytes, congestion, recovery } = tcb;
  if (sendNext === sendUnacked) return;
  const isFull = recovery.pipe(tcb) + sendMaxSegmentBytes > congestion.window.cwnd;
  const isWanting = isFull && pieceLength(tcb, sendNext) > 0;
  if (hasSent || isWanting) tcb.windowUse.note(sendUnacked, sendNext, isFull);
}

function sendNextSegment(tcb: TransmissionControlBlock, now: Nanoseconds): boolean {
  const position = tcb.sendNext;
  if (tcb.ecn.isHeld || (position > tcb.sendUnacked && !isOn(tcb, 'pipelining'))) return false;
  const length = sendableLength(tcb);
  const end = position + length;
  const isFinDue = tcb.isClosing && end === finPosition(tcb);
  const hasFin = isFinDue && usableWindow(tcb) > length;
  if (length === 0 && !hasFin) return false;
  const reason = reasonToSend(tcb, length);
  tcb.sendNext = end + (hasFin ? 1 : 0);
  if (length > 0 && length < tcb.sendMaxSegmentBytes) tcb.lastSmallEnd = end;
  if (length > 0) noteAnswer(tcb, now);
  sendText(tcb, now, { position, length, hasFin, reason });
  tcb.recovery.sent(tcb.sendNext - position);
  return true;
}

/**
 * Bytes of the next segment, 0 if none may go: congestion window, the peer's window, then the rules against silly
 * windows and small segments (RFC 9293 §3.8.6.2.1, §3.7.4).
 */
function sendableLength(tcb: TransmissionControlBlock): number {
  const { sendNext: position } = tcb;
  const piece = pieceLength(tcb, position);
  if (piece === 0) return 0;
  const inFlight = position - tcb.sendUnacked;
  if (tcb.recovery.pipe(tcb) + piece > tcb.congestion.window.cwnd) return 0;
  const usable = usableWindow(tcb);
  if (piece > usable) {
    if (!isOn(tcb, 'sillyWindowAvoidance')) return usable;
    const isLargeShare = usable > 0 && usable >= tcb.largestSendWindow * WINDOW_SHARE;
    return inFlight === 0 && isLargeShare ? usable : 0;
  }
  return isHeldBack(tcb, piece) ? 0 : piece;
}

/** Nagle's algorithm (RFC 9293 §3.7.4). */
function isHeldBack(tcb: TransmissionControlBlock, piece: number): boolean {
  const { sendNext: position, sendUnacked, sendMaxSegmentBytes } = tcb;
  const mayJoinMore = tcb.setup.options.nagle && !tcb.isClosing;
  if (!mayJoinMore || position === sendUnacked) return false;
  if (cutsAnywhere(tcb)) return piece < sendMaxSegmentBytes && tcb.lastSmallEnd > sendUnacked;
  return (position - 1 + piece) % sendMaxSegmentBytes !== 0;
}

function reasonToSend(tcb: TransmissionControlBlock, length: number): Reason {
  const { phase, duplicateAcks } = tcb.recovery;
  if (length === 0) return { kind: 'appClosed' };
  const isBeyondWindow = tcb.sendNext + length - tcb.sendUnacked > tcb.congestion.window.cwnd;
  const isLimitedTransmit = isBeyondWindow && phase === 'open' && duplicateAcks > 0;
  return { kind: isLimitedTransmit ? 'limitedTransmit' : 'newData' };
}
