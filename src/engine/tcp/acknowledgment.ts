import type { Nanoseconds } from '../../experiment/experiment';
import { type Arrival, findOption } from './arrival';
import { hasEcho, heedEcho } from './explicitCongestion';
import type { Range } from './rangeSet';
import { measureRoundTrip } from './roundTrip';
import type { AckNews } from './recovery';
import type { SentSegment } from './scoreboard';
import { finPosition } from './sendSequence';
import { unwrap } from './sequence';
import { noteEchoOfProbe, noteProbeOutcome } from './tailLossProbe';
import { timeOfEcho } from './timestampClock';
import type { TransmissionControlBlock } from './transmissionControlBlock';

const NO_REPORT: SackReport = { blocks: [], duplicate: undefined };

interface SackReport {
  readonly blocks: readonly Range[];
  /** What has arrived twice (RFC 2883). */
  readonly duplicate: Range | undefined;
}

/** Takes what SEG.ACK and the SACK blocks beside it say; SEG.ACK is within what was sent, and not too old. */
export function takeAcknowledgment(tcb: TransmissionControlBlock, now: Nanoseconds, arrival: Arrival): void {
  const news = newsOf(tcb, now, arrival);
  if (news && tcb.recovery.acknowledged(tcb, news)) tcb.isTimerStale = true;
  if (news) noteProbeOutcome(tcb, news);
  else noteEchoOfProbe(tcb, arrival);
  if (hasEcho(tcb, arrival)) heedEcho(tcb, now);
}

/** Writes on the scoreboard what the ACK says, and moves SND.UNA; `undefined` if it says nothing of what was sent. */
function newsOf(tcb: TransmissionControlBlock, now: Nanoseconds, arrival: Arrival): AckNews | undefined {
  // Nobody can have more than there is, even where any number is believed.
  const acknowledgment = Math.min(arrival.acknowledgment, finPosition(tcb) + (tcb.isClosing ? 1 : 0));
  const { blocks, duplicate } = tcb.hasSack ? readSack(tcb, arrival) : NO_REPORT;
  const isDuplicate = isDuplicateAck(tcb, arrival);
  const isAdvance = acknowledgment > tcb.sendUnacked;
  const isNews = isDuplicate || blocks.length > 0 || duplicate !== undefined;
  // A SYN is repeated by its timer alone.
  if (!isAdvance && (!isNews || tcb.sendUnacked === 0)) return undefined;
  const board = tcb.sentSegments;
  const inFlight = tcb.sendNext - tcb.sendUnacked;
  const { highestSacked } = board;
  const arrived: SentSegment[] = [];
  if (isAdvance) board.acknowledge(acknowledgment, arrived);
  const bytes = isAdvance ? advance(tcb, now, acknowledgment) : 0;
  const acknowledged = arrived.length;
  for (const block of blocks) board.report(block, arrived);
  const rttNs = measureRoundTrip(tcb, now, arrival, { arrived, acknowledged, inFlight });
  const { timestamps } = arrival;
  return {
    now,
    bytes,
    inFlight,
    rttNs,
    isWindowLimited: tcb.windowUse.isLimitedBy(tcb.congestion.window),
    hasEcho: hasEcho(tcb, arrival),
    isAdvance,
    isDuplicate,
    arrived,
    deliveredBytes: textIn(tcb, arrived),
    highestSacked,
    isReporting: arrived.length > acknowledged,
    duplicate,
    echoedNs: timestamps && tcb.hasTimestamps ? timeOfEcho(tcb, now, timestamps.echo) : undefined,
  };
}

/** SND.UNA moves: frees the copies, lets the app write on. Answers over how many bytes of the stream. */
function advance(tcb: TransmissionControlBlock, now: Nanoseconds, acknowledgment: number): number {
  const acknowledgedText = Math.min(acknowledgment, finPosition(tcb));
  const bytes = acknowledgedText - tcb.sendUnacked;
  tcb.sendUnacked = acknowledgment;
  // A window probe may have been taken.
  tcb.sendNext = Math.max(tcb.sendNext, acknowledgment);
  tcb.highestSent = Math.max(tcb.highestSent, acknowledgment);
  tcb.sendBuffer.release(acknowledgedText - 1);
  tcb.timeouts = 0;
  tcb.waitingSinceNs = now;
  if (tcb.isWriterWaiting && tcb.sendBuffer.freeBytes > 0) {
    tcb.isWriterWaiting = false;
    tcb.notices.push({ kind: 'writable' });
  }
  return bytes;
}

/** Bytes of the stream in these segments: a FIN is none. */
function textIn(tcb: TransmissionControlBlock, segments: readonly SentSegment[]): number {
  const fin = finPosition(tcb);
  let bytes = 0;
  for (const { start, end } of segments) bytes += Math.min(end, fin) - Math.min(start, fin);
  return bytes;
}

/** Our SYN is acknowledged. */
export function acknowledgeSyn(tcb: TransmissionControlBlock, now: Nanoseconds, arrival: Arrival): void {
  const arrived: SentSegment[] = [];
  tcb.sentSegments.acknowledge(1, arrived);
  measureRoundTrip(tcb, now, arrival, { arrived, acknowledged: arrived.length, inFlight: 1 });
  tcb.sendUnacked = 1;
  tcb.timeouts = 0;
  tcb.waitingSinceNs = now;
}

/** Whether the ACK is a duplicate in the sense of RFC 5681 §2: it repeats SND.UNA and the window, and carries nothing. */
function isDuplicateAck(tcb: TransmissionControlBlock, arrival: Arrival): boolean {
  return (
    arrival.acknowledgment === tcb.sendUnacked &&
    tcb.sendNext > tcb.sendUnacked &&
    arrival.length === 0 &&
    arrival.window === tcb.sendWindow
  );
}

/** The SACK blocks as positions, as far as they tell of what is outstanding (RFC 2018 §5), and the DSACK among them. */
function readSack(tcb: TransmissionControlBlock, { header, acknowledgment }: Arrival): SackReport {
  const option = findOption(header.options, 'sack');
  if (!option) return NO_REPORT;
  const { initialSequence } = tcb.setup;
  const unacked = Math.max(tcb.sendUnacked, acknowledgment);
  const ranges = option.blocks.map(({ left, right }) => ({
    start: unwrap(initialSequence, left, unacked),
    end: unwrap(initialSequence, right, unacked),
  }));
  const [first, second] = ranges;
  const duplicate = first && isDuplicateReport(first, second, acknowledgment) ? first : undefined;
  const blocks = ranges
    .map(({ start, end }) => ({ start: Math.max(unacked, start), end }))
    .filter(({ start, end }) => start < end && end <= tcb.sendNext);
  return { blocks, duplicate };
}

/** Whether the first block tells what arrived twice: it lies below SEG.ACK or within the second one (RFC 2883 §4). */
function isDuplicateReport(first: Range, second: Range | undefined, acknowledgment: number): boolean {
  if (first.start >= first.end) return false;
  const isWithin = second !== undefined && first.start >= second.start && first.end <= second.end;
  return first.start < acknowledgment || isWithin;
}

/** SND.WND follows the newest segment, not an old one that comes late (RFC 9293 §3.10.7.4, fifth). */
export function updateWindow(tcb: TransmissionControlBlock, arrival: Arrival): void {
  const { sequence, acknowledgment, window } = arrival;
  const isOlder =
    sequence < tcb.windowUpdateSequence ||
    (sequence === tcb.windowUpdateSequence && acknowledgment < tcb.windowUpdateAcknowledgment);
  if (isOlder) return;
  tcb.sendWindow = window;
  tcb.largestSendWindow = Math.max(tcb.largestSendWindow, window);
  tcb.windowUpdateSequence = sequence;
  tcb.windowUpdateAcknowledgment = acknowledgment;
}
