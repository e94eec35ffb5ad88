import type { Nanoseconds } from '../../experiment/experiment';
import { newOctets, partOf } from '../../wire/octets';
import type { Arrival } from './arrival';
import { dialectOf } from './dialect';
import { noteMark } from './explicitCongestion';
import { isOn } from './mechanisms';
import { receiveSegmentBytes } from './negotiation';
import type { Range } from './rangeSet';
import { needsWindowUpdate } from './receiveWindow';
import { sendAck } from './transmit';
import type { TransmissionControlBlock } from './transmissionControlBlock';

/** Full segments of which at least every second is acknowledged at once (RFC 5681 §4.2). */
const SEGMENTS_PER_ACK = 2;
/** Nothing smaller is taken for full-sized: the MSS of those who announce none (RFC 9293 §3.7.1). */
const SMALLEST_FULL_SEGMENT = 536;

/** Takes the part of a segment's text that is new and within the window; holds it if something is missing before it. */
export function acceptText(tcb: TransmissionControlBlock, now: Nanoseconds, arrival: Arrival): void {
  const { payload, textStart } = arrival;
  noteDataArrival(tcb, now, payload.length);
  if (payload.length > 0) noteMark(tcb, arrival);
  const textEnd = textStart + payload.length;
  const isEarly = textStart > tcb.receiveNext;
  if (isEarly && !isOn(tcb, 'reassembly')) return repeatAck(tcb);
  if (arrival.hasFin && textEnd <= tcb.advertisedEdge) tcb.peerFin = textEnd;
  const start = Math.max(textStart, tcb.receiveNext);
  const end = Math.min(textEnd, tcb.advertisedEdge);
  if (isEarly) {
    if (start < end) {
      const known = tcb.reassembly.insert(start, partOf(payload, start - textStart, end - textStart));
      if (known) noteDuplicate(tcb, known);
    }
    repeatAck(tcb);
  } else if (start < end) {
    const isPartlyOld = noteOldText(tcb, arrival);
    const known = tcb.reassembly.overlap(start, end);
    if (known) noteDuplicate(tcb, known);
    deliver(tcb, partOf(payload, start - textStart, end - textStart));
    if (isPartlyOld && tcb.duplicate) tcb.ackNow ??= { kind: 'acknowledge' };
  }
}

/** Remembers, to report it, what a segment repeats of bytes that are here in order; answers whether it does. */
export function noteOldText(tcb: TransmissionControlBlock, arrival: Arrival): boolean {
  const { textStart, payload } = arrival;
  const end = Math.min(textStart + payload.length, tcb.receiveNext);
  if (textStart >= end) return false;
  tcb.quickAcks = 0;
  tcb.isInDialogue = false;
  noteDuplicate(tcb, { start: textStart, end });
  return true;
}

/** One report tells of one run of bytes: the first (RFC 2883 §4). */
function noteDuplicate(tcb: TransmissionControlBlock, range: Range): void {
  if (tcb.hasSack && tcb.setup.options.duplicateSack) tcb.duplicate ??= range;
}

/** After a pause longer than the RTO, quick ACKs help the peer's window to grow again. */
function noteDataArrival(tcb: TransmissionControlBlock, now: Nanoseconds, bytes: number): void {
  if (bytes === 0) return;
  if (now - tcb.lastDataArrivedNs > tcb.rtt.rtoNs) tcb.quickAcks = 0;
  tcb.lastDataArrivedNs = now;
  tcb.largestArrivalBytes = Math.max(tcb.largestArrivalBytes, bytes);
}

/** What is there in order, at most `limit` bytes; tells the peer if that opens the window. */
export function readText(
  tcb: TransmissionControlBlock,
  now: Nanoseconds,
  limit: number,
): Uint8Array<ArrayBuffer> {
  const bytes = newOctets(Math.min(tcb.readableBytes, limit));
  let length = 0;
  while (length < bytes.length) {
    const chunk = tcb.readable.at(0)!;
    const used = Math.min(chunk.length - tcb.readOfFirst, bytes.length - length);
    bytes.set(partOf(chunk, tcb.readOfFirst, tcb.readOfFirst + used), length);
    length += used;
    tcb.readOfFirst += used;
    if (tcb.readOfFirst < chunk.length) break;
    tcb.readable.shift();
    tcb.readOfFirst = 0;
  }
  tcb.readableBytes -= length;
  // An ACK that is about to go out says it anyway.
  const isTalking = tcb.ackNow !== undefined;
  if (!isTalking && mayReceive(tcb) && needsWindowUpdate(tcb)) sendAck(tcb, now, { kind: 'windowUpdate' });
  return bytes;
}

/** Sends the ACK that the event just dealt with calls for, or starts the delayed-ACK timer (RFC 9293 §3.8.6.3). */
export function flushAck(tcb: TransmissionControlBlock, now: Nanoseconds): void {
  if (tcb.ackNow) return sendAck(tcb, now, tcb.ackNow);
  if (tcb.unacknowledgedBytes === 0 || tcb.timers.isRunning('delayedAck')) return undefined;
  const { delayedAckNs } = tcb.setup.options;
  return tcb.timers.set('delayedAck', now + delayedAckNs, { kind: 'segmentArrived' });
}

/**
 * Our data goes out: as an answer, if it follows what came within the time that an ACK may wait. Then the next ACK may wait
 * for an answer as well.
 */
export function noteAnswer(tcb: TransmissionControlBlock, now: Nanoseconds): void {
  const isAnswer = now - tcb.lastDataArrivedNs < tcb.setup.options.delayedAckNs;
  if (isAnswer && dialectOf(tcb).expectsAnswers) tcb.isInDialogue = true;
}

/** The peer's FIN has been taken: an ACK is owed, at once unless an app that has been reading may answer it. */
export function acknowledgeFin(tcb: TransmissionControlBlock): void {
  const { state, lastDataArrivedNs } = tcb;
  const isWaiting = state === 'ESTABLISHED' && lastDataArrivedNs >= 0 && dialectOf(tcb).expectsAnswers;
  if (!isWaiting) {
    tcb.ackNow ??= { kind: 'acknowledgeFin' };
    return;
  }
  tcb.isInDialogue = true;
  tcb.unacknowledgedBytes += 1;
  if (tcb.ackNow?.kind === 'acknowledge' && mayAckWait(tcb)) tcb.ackNow = undefined;
}

/** Whether the peer may still send: it has sent no FIN that we have taken. */
export function mayReceive({ state }: TransmissionControlBlock): boolean {
  return state === 'ESTABLISHED' || state === 'FIN-WAIT-1' || state === 'FIN-WAIT-2';
}

function deliver(tcb: TransmissionControlBlock, bytes: Uint8Array): void {
  const hadGap = tcb.reassembly.bytes > 0;
  append(tcb, bytes);
  if (hadGap) for (const chunk of tcb.reassembly.takeFrom(tcb.receiveNext)) append(tcb, chunk);
  tcb.notices.push({ kind: 'readable' });
  tcb.duplicateAcksSent = 0;
  if (hadGap) tcb.ackNow = { kind: 'gapFilled' };
  else if (!mayAckWait(tcb)) tcb.ackNow = { kind: 'acknowledge' };
}

/** Whether an ACK of what came in order may be delayed (RFC 5681 §4.2). */
function mayAckWait(tcb: TransmissionControlBlock): boolean {
  const { options, maxSegmentBytes } = tcb.setup;
  if (options.delayedAckNs === 0) return false;
  if (tcb.quickAcks < options.quickAckSegments && !tcb.isInDialogue) {
    tcb.quickAcks += 1;
    return false;
  }
  if (!dialectOf(tcb).learnsPeerSegment) {
    return tcb.unacknowledgedBytes < SEGMENTS_PER_ACK * maxSegmentBytes;
  }
  const full = Math.min(receiveSegmentBytes(tcb), Math.max(tcb.largestArrivalBytes, SMALLEST_FULL_SEGMENT));
  return tcb.unacknowledgedBytes <= full;
}

function append(tcb: TransmissionControlBlock, bytes: Uint8Array): void {
  tcb.readable.push(bytes);
  tcb.readableBytes += bytes.length;
  tcb.receiveNext += bytes.length;
  tcb.unacknowledgedBytes += bytes.length;
}

/** Tells the sender at once that something is missing (RFC 5681 §4.2). */
function repeatAck(tcb: TransmissionControlBlock): void {
  tcb.duplicateAcksSent += 1;
  if (isOn(tcb, 'duplicateAcks')) tcb.ackNow = { kind: 'duplicateAck', count: tcb.duplicateAcksSent };
}
