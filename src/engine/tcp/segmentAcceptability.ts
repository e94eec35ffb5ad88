import { FLAG, type TcpHeader } from '../../wire/tcp';
import { type Arrival, readArrival } from './arrival';
import { dialectOf } from './dialect';
import type { TransmissionControlBlock } from './transmissionControlBlock';

const NO_BYTES = new Uint8Array(0);

/** The four cases of RFC 9293 §3.10.7.4, first. RCV.WND reaches to the furthest edge ever promised (RFC 7323 §2.4). */
export function isAcceptable(tcb: TransmissionControlBlock, arrival: Arrival): boolean {
  const { sequence, length } = arrival;
  const { receiveNext, advertisedEdge } = tcb;
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
  if (!tcb.hasTimestamps || arrival.hasReset || !arrival.timestamps) return true;
  return ((arrival.timestamps.value - tcb.recentTimestamp) | 0) >= 0;
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
  const isLater =
    arrival.timestamps !== undefined && ((arrival.timestamps.value - tcb.recentTimestamp) | 0) > 0;
  return arrival.sequence > tcb.receiveNext || (tcb.hasTimestamps && isLater);
}
