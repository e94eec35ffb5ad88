import type { Nanoseconds } from '../../experiment/experiment';
import type { Arrival } from './arrival';
import { needsWindowUpdate } from './receiveWindow';
import { sendAck } from './transmit';
import type { TransmissionControlBlock } from './transmissionControlBlock';

/** Full segments of which at least every second is acknowledged at once (RFC 5681 §4.2). */
const SEGMENTS_PER_ACK = 2;

/** Takes the part of a segment's text that is new and within the window; holds it if something is missing before it. */
export function acceptText(tcb: TransmissionControlBlock, arrival: Arrival): void {
  const { payload, textStart } = arrival;
  const textEnd = textStart + payload.length;
  if (arrival.hasFin && textEnd <= tcb.advertisedEdge) tcb.peerFin = textEnd;
  const start = Math.max(textStart, tcb.receiveNext);
  const end = Math.min(textEnd, tcb.advertisedEdge);
  if (start > tcb.receiveNext) {
    if (start < end) tcb.reassembly.insert(start, payload.subarray(start - textStart, end - textStart));
    repeatAck(tcb);
  } else if (start < end) {
    deliver(tcb, payload.subarray(start - textStart, end - textStart));
  }
}

/** Everything that is there in order; tells the peer if that opens the window. */
export function readText(tcb: TransmissionControlBlock, now: Nanoseconds): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(tcb.readableBytes);
  let length = 0;
  for (let chunk = tcb.readable.shift(); chunk; chunk = tcb.readable.shift()) {
    bytes.set(chunk, length);
    length += chunk.length;
  }
  tcb.readableBytes = 0;
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
  const { options, maxSegmentBytes } = tcb.setup;
  const mayWait = options.delayedAckNs > 0 && tcb.unacknowledgedBytes < SEGMENTS_PER_ACK * maxSegmentBytes;
  if (hadGap) tcb.ackNow = { kind: 'gapFilled' };
  else if (!mayWait) tcb.ackNow = { kind: 'acknowledge' };
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
  tcb.ackNow = { kind: 'duplicateAck', count: tcb.duplicateAcksSent };
}
