import type { Nanoseconds } from '../../experiment/experiment';
import { FLAG, type TcpHeader } from '../../wire/tcp';
import { type Arrival, readArrival } from './arrival';
import { dialectOf } from './dialect';
import { isOn } from './mechanisms';
import type { TransmissionControlBlock } from './transmissionControlBlock';

const NO_BYTES = new Uint8Array(0);
/** RFC 7323 §5.5: 24 days, in which a clock of 1 ms goes through less than half of its 32 bits. */
const LONGEST_TIMESTAMP_LIFE_NS = 24 * 86_400 * 1_000_000_000;

/** The four cases of RFC 9293 §3.10.7.4, first. RCV.WND reaches to the furthest edge ever promised (RFC 7323 §2.4). */
export function isAcceptable(tcb: TransmissionControlBlock, arrival: Arrival): boolean {
  const { sequence, length } = arrival;
  const { receiveNext, advertisedEdge } = tcb;
  if (!isOn(tcb, 'sequenceCheck')) return true;
  const isWindowOpen = advertisedEdge > receiveNext;
  // A RST may carry text that explains it (RFC 9293 §3.5.3): a closed window does not keep it out.
  if (arrival.hasReset && sequence === receiveNext) return true;
  if (sequence === advertisedEdge && isWelcomeAtEdge(tcb, arrival)) return true;
  if (length === 0) {
    return sequence === receiveNext || (isWindowOpen && sequence > receiveNext && sequence < advertisedEdge);
  }
  return isWindowOpen && sequence < advertisedEdge && sequence + length > receiveNext;
}

function isWelcomeAtEdge(tcb: TransmissionControlBlock, { payload, hasReset, hasSyn }: Arrival): boolean {
  const isHandshake = tcb.state === 'SYN-RECEIVED' && !tcb.isActive;
  const isBare = payload.length === 0 && !hasReset && !hasSyn;
  return isBare && !isHandshake && dialectOf(tcb).takesEmptyAtRightEdge;
}

/**
 * Whether a segment that is not acceptable has an ACK to be heard all the same: a closed window takes no text, but it
 * lets valid ACKs in. And who waits for a window hears a peer one byte behind, whose own probe was taken without its
 * knowing: two ends whose probes cross would never hear each other again (RFC 9293 appendix A.2).
 */
export function hasValidAck(tcb: TransmissionControlBlock, { sequence, hasSyn, hasAck }: Arrival): boolean {
  const { receiveNext, advertisedEdge, timers } = tcb;
  if (sequence === receiveNext - 1) return hasAck && !hasSyn && timers.isRunning('persist');
  return advertisedEdge === receiveNext && sequence === receiveNext;
}

/** Whether the timestamps that were agreed on are missing: such a segment is dropped without a word (RFC 7323 §3.2). */
export function lacksTimestamps(tcb: TransmissionControlBlock, arrival: Arrival): boolean {
  const isMissing = tcb.hasTimestamps && !arrival.hasReset && !arrival.timestamps;
  return isMissing && !dialectOf(tcb).takesMissingTimestamps;
}

/**
 * Protection against wrapped sequence numbers: a segment with an older timestamp than the newest accepted one is not
 * acceptable (RFC 7323 §5.3 R1), unless that one is so old that the clock may have wrapped since (§5.5).
 */
export function passesTimestampCheck(
  tcb: TransmissionControlBlock,
  now: Nanoseconds,
  arrival: Arrival,
): boolean {
  const isExempt = !tcb.hasTimestamps || arrival.hasReset || !isOn(tcb, 'timestampCheck');
  const oldest = dialectOf(tcb).forgivesTick ? -1 : 0;
  return isExempt || isOutdated(tcb, now) || timestampAge(tcb, arrival) >= oldest;
}

/** TS.Recent follows the segments that may have moved RCV.NXT, and never goes back (RFC 7323 §4.3). */
export function noteTimestamp(tcb: TransmissionControlBlock, now: Nanoseconds, arrival: Arrival): void {
  const { timestamps, sequence } = arrival;
  if (!timestamps || sequence > tcb.lastAckSent) return;
  if (dialectOf(tcb).forgivesTick && !isAckCurrent(tcb, arrival)) return;
  if (timestampAge(tcb, arrival) < 0 && !isOutdated(tcb, now)) return;
  tcb.recentTimestamp = timestamps.value;
  tcb.recentTimestampNs = now;
}

function isOutdated({ recentTimestampNs }: TransmissionControlBlock, now: Nanoseconds): boolean {
  return now - recentTimestampNs > LONGEST_TIMESTAMP_LIFE_NS;
}

/** Ticks from TS.Recent to the segment's timestamp, negative for an older one; 0 without one. */
function timestampAge(tcb: TransmissionControlBlock, { timestamps }: Arrival): number {
  return timestamps ? (timestamps.value - tcb.recentTimestamp) | 0 : 0;
}

/** Whether the segment has none of the flags that every segment of an open connection has one of. */
export function isFlagless({ hasAck, hasReset, hasSyn }: Arrival): boolean {
  return !hasAck && !hasReset && !hasSyn;
}

/** Whether an ACK of something unsent is passed over in silence. */
export function isUnheardAck(tcb: TransmissionControlBlock, { acknowledgment }: Arrival): boolean {
  const isUnsent = acknowledgment > tcb.highestSent;
  return isUnsent && tcb.state === 'ESTABLISHED' && dialectOf(tcb).ignoresUnsentAck;
}

/** Whether SEG.ACK is neither old nor of something unsent. */
function isAckCurrent(tcb: TransmissionControlBlock, { acknowledgment, hasAck }: Arrival): boolean {
  return hasAck && acknowledgment >= tcb.sendUnacked && acknowledgment <= tcb.highestSent;
}

/** Whether SEG.ACK is of something sent, and not too old to be of this connection (RFC 5961 §5.2). */
export function isAckAcceptable(tcb: TransmissionControlBlock, { acknowledgment }: Arrival): boolean {
  const isTooOld = acknowledgment < tcb.sendUnacked - tcb.largestSendWindow;
  const isUnsent = acknowledgment > tcb.highestSent;
  return !(isTooOld || isUnsent) || !isOn(tcb, 'acknowledgmentCheck');
}

/** Whether SEG.ACK, as a position, is of our SYN (RFC 9293 §3.10.7.3 first, §3.10.7.4 fifth). */
export function isSynAcknowledged(tcb: TransmissionControlBlock, acknowledgment: number): boolean {
  return acknowledgment === tcb.sendNext || !isOn(tcb, 'acknowledgmentCheck');
}

/**
 * The SYN that began a half-open connection, come again with more behind it: what lies left of the window is trimmed
 * away, as of any segment (RFC 9293 §3.10.7.4, first). Where both sides open at once the SYN comes twice by rights, alone
 * and in the SYN-ACK, whose ACK has to count (§3.5, figure 7).
 */
export function withoutRepeatedSyn(tcb: TransmissionControlBlock, arrival: Arrival): Arrival {
  const { sequence, length } = arrival;
  const isRepeated = arrival.hasSyn && sequence === 0 && tcb.state === 'SYN-RECEIVED';
  const hasMore = length > 1 || (tcb.isActive && arrival.hasAck);
  if (!isRepeated || !hasMore) return arrival;
  return { ...arrival, hasSyn: false, sequence: sequence + 1, length: length - 1 };
}

/** Whether the SYN that a passive open has answered came again, so that its SYN-ACK was lost (RFC 9293 §3.8.1). */
export function isRepeatedCall(tcb: TransmissionControlBlock, arrival: Arrival): boolean {
  if (tcb.state !== 'SYN-RECEIVED' || tcb.isActive) return false;
  return arrival.hasSyn && !arrival.hasAck && !arrival.hasReset && arrival.sequence === 0;
}

/** Whether a SYN is from after all that this connection has received: by its number, or by its timestamp. */
export function isNewerSyn(tcb: TransmissionControlBlock, header: TcpHeader): boolean {
  if ((header.flags & (FLAG.syn | FLAG.ack | FLAG.rst)) !== FLAG.syn) return false;
  const arrival = readArrival(tcb, header, NO_BYTES);
  // TIME-WAIT is far too short for a timestamp to be outdated.
  if (!passesTimestampCheck(tcb, 0, arrival)) return false;
  return arrival.sequence > tcb.receiveNext || (tcb.hasTimestamps && timestampAge(tcb, arrival) > 0);
}
