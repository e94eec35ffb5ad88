import { FLAG, type TcpHeader } from '../../wire/tcp';
import { type Arrival, readArrival } from './arrival';
import { dialectOf } from './dialect';
import { isOn } from './mechanisms';
import type { TransmissionControlBlock } from './transmissionControlBlock';

const NO_BYTES = new Uint8Array(0);

/** The four cases of RFC 9293 §3.10.7.4, first. RCV.WND reaches to the furthest edge ever promised (RFC 7323 §2.4). */
export function isAcceptable(tcb: TransmissionControlBlock, arrival: Arrival): boolean {
  const { sequence, length } = arrival;
  const { receiveNext, advertisedEdge } = tcb;
  if (!isOn(tcb, 'sequenceCheck')) return true;
  const isWindowOpen = advertisedEdge > receiveNext;
  if (length === 0) {
    const isAtEdge = sequence === advertisedEdge && !arrival.hasReset && dialectOf(tcb).takesEmptyAtRightEdge;
    return (
      sequence === receiveNext ||
      isAtEdge ||
      (isWindowOpen && sequence > receiveNext && sequence < advertisedEdge)
    );
  }
  return isWindowOpen && sequence < advertisedEdge && sequence + length > receiveNext;
}

/** Whether the timestamps that were agreed on are missing: such a segment is dropped without a word (RFC 7323 §3.2). */
export function lacksTimestamps(tcb: TransmissionControlBlock, arrival: Arrival): boolean {
  return tcb.hasTimestamps && !arrival.hasReset && !arrival.timestamps;
}

/**
 * Protection against wrapped sequence numbers: a segment with an older timestamp than the newest accepted one is not
 * acceptable (RFC 7323 §5.3 R1).
 */
export function passesTimestampCheck(tcb: TransmissionControlBlock, arrival: Arrival): boolean {
  const isExempt = !tcb.hasTimestamps || arrival.hasReset || !isOn(tcb, 'timestampCheck');
  return isExempt || timestampAge(tcb, arrival) >= 0;
}

/** TS.Recent follows the segments that may have moved RCV.NXT, and never goes back (RFC 7323 §4.3). */
export function noteTimestamp(tcb: TransmissionControlBlock, arrival: Arrival): void {
  const { timestamps, sequence } = arrival;
  if (!timestamps || sequence > tcb.lastAckSent || timestampAge(tcb, arrival) < 0) return;
  tcb.recentTimestamp = timestamps.value;
}

/** Ticks from TS.Recent to the segment's timestamp, negative for an older one; 0 without one. */
function timestampAge(tcb: TransmissionControlBlock, { timestamps }: Arrival): number {
  return timestamps ? (timestamps.value - tcb.recentTimestamp) | 0 : 0;
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
 * Where both sides open at once, each SYN comes twice: alone and in the SYN-ACK. The part left of the window is trimmed
 * away, as in any segment, so that the ACK counts (RFC 9293 §3.5, figure 7).
 */
export function withoutRepeatedSyn(tcb: TransmissionControlBlock, arrival: Arrival): Arrival {
  const isRepeated = arrival.hasSyn && arrival.hasAck && arrival.sequence === 0;
  if (!isRepeated || tcb.sendUnacked > 0) return arrival;
  const { sequence, length } = arrival;
  return { ...arrival, hasSyn: false, sequence: sequence + 1, length: length - 1 };
}

/** Whether a SYN is from after all that this connection has received: by its number, or by its timestamp. */
export function isNewerSyn(tcb: TransmissionControlBlock, header: TcpHeader): boolean {
  if ((header.flags & (FLAG.syn | FLAG.ack | FLAG.rst)) !== FLAG.syn) return false;
  const arrival = readArrival(tcb, header, NO_BYTES);
  if (!passesTimestampCheck(tcb, arrival)) return false;
  return arrival.sequence > tcb.receiveNext || (tcb.hasTimestamps && timestampAge(tcb, arrival) > 0);
}
