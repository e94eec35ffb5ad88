import { dialectOf } from './dialect';
import { receiveSegmentBytes } from './negotiation';
import { isOn } from './mechanisms';
import type { TransmissionControlBlock } from './transmissionControlBlock';

/** The 16 bits of the window field. */
const LARGEST_FIELD = 0xffff;
/** Fr of RFC 9293 §3.8.6.2.2. */
const BUFFER_SHARE = 0.5;

/**
 * What the window field of a segment sent now says; remembers the promise. The right edge moves only by
 * a worthwhile step, so that no silly window comes about (RFC 9293 §3.8.6.2.2).
 */
export function advertiseWindow(tcb: TransmissionControlBlock): number {
  const shift = tcb.receiveShift;
  const room = freeBytes(tcb) >> shift;
  // What was promised is said in whole units, rounded up where there is room: rounded down it would shrink to nothing.
  const promised = Math.ceil((tcb.advertisedEdge - tcb.receiveNext) / (1 << shift));
  const field = isWorthAdvertising(tcb) ? room : Math.min(promised, room, LARGEST_FIELD);
  tcb.advertisedEdge = Math.max(tcb.advertisedEdge, tcb.receiveNext + (field << shift));
  return field;
}

/**
 * What the window field of a SYN says: never scaled (RFC 7323 §2.2), but a multiple of what the scale can say later, so
 * that the next window is not a different one for being rounded.
 */
export function advertiseFirstWindow(tcb: TransmissionControlBlock): number {
  const shift = tcb.setup.options.windowScale ?? 0;
  const rounded = (Math.min(freeBytes(tcb), LARGEST_FIELD) >> shift) << shift;
  const field = dialectOf(tcb).opensInSegments ? roomForSegments(tcb) : rounded;
  tcb.advertisedEdge = Math.max(tcb.advertisedEdge, tcb.receiveNext + field);
  return field;
}

/** Whether reading has opened the window so far that a sender who sees less than half of it should be told. */
export function needsWindowUpdate(tcb: TransmissionControlBlock): boolean {
  if (!isOn(tcb, 'windowUpdates')) return false;
  const seen = tcb.advertisedEdge - tcb.receiveNext;
  const free = freeBytes(tcb);
  const unit = 1 << tcb.receiveShift;
  if (!isOn(tcb, 'sillyWindowAvoidance')) return free - seen >= unit;
  return isWorthAdvertising(tcb) && seen * 2 <= free;
}

/** Room for what the app has not read, as far as the window field can say it. */
function freeBytes(tcb: TransmissionControlBlock): number {
  return Math.min(bufferRoom(tcb), LARGEST_FIELD << tcb.receiveShift);
}

/** Room for whole segments, as far as an unscaled window can say it. */
function roomForSegments(tcb: TransmissionControlBlock): number {
  const room = bufferRoom(tcb);
  const segment = receiveSegmentBytes(tcb);
  return Math.min(room > segment ? room - (room % segment) : room, LARGEST_FIELD);
}

/** Bytes held out of order lie within the window, so they take no room. */
function bufferRoom(tcb: TransmissionControlBlock): number {
  return Math.max(0, tcb.setup.options.receiveBufferBytes - tcb.readableBytes);
}

function isWorthAdvertising(tcb: TransmissionControlBlock): boolean {
  const { options, maxSegmentBytes } = tcb.setup;
  if (!isOn(tcb, 'sillyWindowAvoidance')) return true;
  // Where the field limits the window, and not the buffer, it slides along with RCV.NXT.
  if (bufferRoom(tcb) > LARGEST_FIELD << tcb.receiveShift) return true;
  const step = Math.min(options.receiveBufferBytes * BUFFER_SHARE, maxSegmentBytes);
  return tcb.receiveNext + freeBytes(tcb) - tcb.advertisedEdge >= step;
}
