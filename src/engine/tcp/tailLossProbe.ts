import type { Nanoseconds } from '../../experiment/experiment';
import type { Reason } from '../../trace/reason';
import type { Arrival } from './arrival';
import { oweNotice } from './explicitCongestion';
import type { AckNews } from './recovery';
import { startRetransmissionTimer } from './retransmissionTimer';
import { finPosition, pieceLength, usableWindow } from './sendSequence';
import { sendText } from './transmit';
import type { TransmissionControlBlock } from './transmissionControlBlock';

/** RFC 8985 §7.2: round trips that the last ACK is waited for. */
const ROUND_TRIPS_TO_WAIT = 2;
/** RFC 8985 §7.2: the wait when no round trip has been measured. */
const WAIT_WITHOUT_SAMPLE_NS = 1_000_000_000;
/** RFC 8985 §7.2, TLP.max_ack_delay: a lone segment may have its ACK delayed. Linux takes its least RTO, 200 ms. */
const LONGEST_ACK_DELAY_NS = 200_000_000;
const PROBE: Reason = { kind: 'tailLossProbe' };

/** The probe whose outcome is not known (RFC 8985 §7.3). */
export interface TailProbe {
  /** TLP.end_seq: SND.NXT when it was sent. */
  readonly end: number;
  /** TLP.is_retrans: it repeated the last segment. */
  readonly isResend: boolean;
}

/** Lets the timer run while the tail may be lost without anyone noticing (§7.2); answers whether it takes the RTO's place. */
export function superviseTailProbe(tcb: TransmissionControlBlock, now: Nanoseconds): boolean {
  const { options } = tcb.setup;
  const { timers, recovery, sentSegments } = tcb;
  const isWanted = options.rackTlp && options.tailLossProbe && tcb.hasSack;
  const isQuiet = recovery.phase === 'open' && sentSegments.sackedBytes === 0 && tcb.tailProbe === undefined;
  // A SYN is repeated by the RTO alone.
  const isOutstanding = tcb.sendUnacked > 0 && tcb.sendNext > tcb.sendUnacked;
  if (!isWanted || !isQuiet || !isOutstanding) {
    timers.cancel('tailLossProbe', { kind: 'allAcknowledged' });
    return false;
  }
  const sinceNs = Math.max(tcb.lastDataSentNs, tcb.waitingSinceNs);
  const deadlineNs = Math.max(now, sinceNs + Math.min(probeTimeout(tcb), tcb.rtt.rtoNs));
  timers.set('tailLossProbe', deadlineNs, { kind: 'segmentSent' });
  return true;
}

/** The last ACK is overdue: one segment more, whatever cwnd says, draws an answer (§7.3). */
export function sendTailProbe(tcb: TransmissionControlBlock, now: Nanoseconds): void {
  const position = tcb.sendNext;
  const length = pieceLength(tcb, position);
  const isNew = length > 0 && length <= usableWindow(tcb);
  if (isNew) {
    tcb.sendNext = position + length;
    sendText(tcb, now, { position, length, hasFin: false, reason: PROBE });
  } else resendLast(tcb, now);
  tcb.tailProbe = { end: tcb.sendNext, isResend: !isNew };
  startRetransmissionTimer(tcb, now, PROBE);
}

/** TLP_process_ack() of §7.4.2: a loss that the probe has repaired is congestion all the same. */
export function noteProbeOutcome(tcb: TransmissionControlBlock, news: AckNews): void {
  const { tailProbe: probe, sendUnacked } = tcb;
  if (!probe || sendUnacked < probe.end) return;
  const isEcho = news.isDuplicate && !news.isReporting;
  const isSettled = !probe.isResend || news.duplicate !== undefined || isEcho;
  if (!isSettled && sendUnacked <= probe.end) return;
  tcb.tailProbe = undefined;
  if (isSettled) return;
  tcb.congestion.lossNoticed(news.now, news.inFlight);
  oweNotice(tcb);
}

/** An ACK brought nothing new: it may answer the probe's copy of what had arrived, where no DSACK says so (§7.4.2). */
export function noteEchoOfProbe(tcb: TransmissionControlBlock, arrival: Arrival): void {
  const isRepeated = arrival.acknowledgment === tcb.tailProbe?.end && arrival.window === tcb.sendWindow;
  if (isRepeated && arrival.length === 0) tcb.tailProbe = undefined;
}

function resendLast(tcb: TransmissionControlBlock, now: Nanoseconds): void {
  const { start, end } = tcb.sentSegments.last!;
  const textEnd = Math.min(end, finPosition(tcb));
  const position = Math.max(start, textEnd - tcb.sendMaxSegmentBytes);
  sendText(tcb, now, { position, length: textEnd - position, hasFin: end > textEnd, reason: PROBE });
}

/** PTO (§7.2, TLP_calc_PTO). */
function probeTimeout({
  rtt,
  sendNext,
  sendUnacked,
  sendMaxSegmentBytes,
}: TransmissionControlBlock): Nanoseconds {
  if (!rtt.hasSample) return WAIT_WITHOUT_SAMPLE_NS;
  const isAlone = sendNext - sendUnacked <= sendMaxSegmentBytes;
  return ROUND_TRIPS_TO_WAIT * rtt.smoothedRttNs + (isAlone ? LONGEST_ACK_DELAY_NS : 0);
}
