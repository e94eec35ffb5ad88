import { ECN } from '../../wire/ipv4';
import { FLAG, type TcpHeader } from '../../wire/tcp';
import type { Nanoseconds } from '../../experiment/experiment';
import type { Arrival } from './arrival';
import { isOn } from './mechanisms';
import type { TransmissionControlBlock } from './transmissionControlBlock';

/** What a connection knows of explicit congestion notification (RFC 3168 §6.1). */
export class ExplicitCongestion {
  /** Both SYNs said so. */
  isAgreed = false;
  /** Our first SYN offers it. */
  readonly isOffered: boolean;
  /** Receiver: a mark came, which each ACK echoes until the peer says that it has heard (§6.1.3). */
  isEchoing = false;
  /** Sender: the window has been reduced, which the next new data says (§6.1.2). */
  owesNotice = false;
  /** Position beyond which something has to be acknowledged before another mark counts (§6.1.2). */
  reducedBelow = 0;
  /** Sender: the window cannot get smaller, so that the timer alone lets the next new segment go (§6.1.2). */
  isHeld = false;
  /** Loss recovery was under way when last looked at. */
  wasRecovering = false;

  constructor(isOffered: boolean) {
    this.isOffered = isOffered;
  }
}

/**
 * Flags of a SYN: ECE and CWR offer, ECE on a SYN-ACK agrees (§6.1.1). A repeated SYN does not offer: something on the
 * way may dislike such SYNs (§6.1.1.1). What the first one offered may be agreed to all the same.
 */
export function synEcnFlags(tcb: TransmissionControlBlock, isRepeated: boolean): number {
  const { ecn } = tcb;
  if (tcb.receiveNext > 0) return ecn.isAgreed ? FLAG.ece : 0;
  return ecn.isOffered && !isRepeated ? FLAG.ece | FLAG.cwr : 0;
}

/** Takes the flags of the peer's SYN or SYN-ACK (§6.1.1). */
export function negotiateEcn(tcb: TransmissionControlBlock, { flags }: TcpHeader): void {
  const wanted = (flags & FLAG.ack) === 0 ? FLAG.ece | FLAG.cwr : FLAG.ece;
  tcb.ecn.isAgreed = tcb.ecn.isOffered && (flags & (FLAG.ece | FLAG.cwr)) === wanted;
}

/** Flags of any other segment: ECE while a mark has to be echoed, CWR once on the first new data after a reduction. */
export function ecnFlags(tcb: TransmissionControlBlock, isNewData: boolean): number {
  const { ecn } = tcb;
  if (!ecn.isAgreed) return 0;
  const says = isNewData && ecn.owesNotice;
  if (says) ecn.owesNotice = false;
  return (ecn.isEchoing ? FLAG.ece : 0) | (says ? FLAG.cwr : 0);
}

/** The field of the IP header: only new data may be marked, neither what is sent again nor bare ACKs nor probes (§6.1.4 to §6.1.6). */
export function ecnField(tcb: TransmissionControlBlock, isNewData: boolean): number {
  return tcb.ecn.isAgreed && isNewData ? ECN.capable0 : ECN.notCapable;
}

/** Receiver: data came within the window, perhaps marked (§6.1.3, §6.1.5). */
export function noteMark(tcb: TransmissionControlBlock, { header, ecn }: Arrival): void {
  if (!tcb.ecn.isAgreed) return;
  if ((header.flags & FLAG.cwr) !== 0) tcb.ecn.isEchoing = false;
  if (ecn === ECN.experienced) tcb.ecn.isEchoing = true;
}

/** Sender: whether an ACK echoes a mark. */
export function hasEcho(tcb: TransmissionControlBlock, { header }: Arrival): boolean {
  return tcb.ecn.isAgreed && (header.flags & FLAG.ece) !== 0;
}

/** Sender: an ACK echoes a mark, which reduces the window once for each window's worth of data (§6.1.2). */
export function heedEcho(tcb: TransmissionControlBlock, now: Nanoseconds): void {
  const { ecn, congestion, recovery, sendUnacked, sendNext } = tcb;
  if (recovery.phase !== 'open' || sendUnacked <= ecn.reducedBelow) return;
  const isSmallest = congestion.window.cwnd <= tcb.sendMaxSegmentBytes;
  ecn.isHeld = isSmallest && isOn(tcb, 'retransmissionTimeout');
  if (ecn.isHeld) tcb.isTimerStale = true;
  congestion.markNoticed(now, sendNext - sendUnacked);
  oweNotice(tcb);
}

/** Sender: the window has been reduced, for whatever reason: the peer is to be told, and marks of the same window are covered. */
export function oweNotice({ ecn, highestSent }: TransmissionControlBlock): void {
  ecn.owesNotice = true;
  ecn.reducedBelow = highestSent;
}

/** Sender: what reduced the window for a loss is said to the peer too, and covers the marks of the same window (§6.1.2). */
export function noteLossReduction(tcb: TransmissionControlBlock): void {
  const { ecn, recovery } = tcb;
  const isRecovering = recovery.phase !== 'open';
  if (isRecovering && !ecn.wasRecovering) oweNotice(tcb);
  ecn.wasRecovering = isRecovering;
}
