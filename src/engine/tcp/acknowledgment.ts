import type { Nanoseconds } from '../../experiment/experiment';
import { type Arrival, findOption } from './arrival';
import { hasEcho, heedEcho } from './explicitCongestion';
import type { Range } from './scoreboard';
import { finPosition } from './sendSequence';
import { unwrap } from './sequence';
import { timeSinceEcho } from './timestampClock';
import type { TransmissionControlBlock } from './transmissionControlBlock';

/** Segments one ACK covers as a rule: RFC 7323 §4.2 expects a sample from every second segment in flight. */
const SEGMENTS_PER_SAMPLE = 2;
const NO_BLOCKS: readonly Range[] = [];

/** Takes what SEG.ACK and the SACK blocks beside it say; SEG.ACK is within what was sent, and not too old. */
export function takeAcknowledgment(tcb: TransmissionControlBlock, now: Nanoseconds, arrival: Arrival): void {
  const blocks = tcb.hasSack ? sackBlocks(tcb, arrival) : NO_BLOCKS;
  const isDuplicate = tcb.hasSack ? blocks.length > 0 : isDuplicateAck(tcb, arrival);
  if (arrival.acknowledgment > tcb.sendUnacked) acknowledge(tcb, now, arrival);
  if (isDuplicate) tcb.recovery.duplicateAck(tcb, now, blocks);
  if (hasEcho(tcb, arrival)) heedEcho(tcb, now);
}

/** SEG.ACK acknowledges something new: frees the copies, measures the round trip, lets the windows move. */
function acknowledge(tcb: TransmissionControlBlock, now: Nanoseconds, arrival: Arrival): void {
  // Nobody can have more than there is, even where any number is believed.
  const acknowledgment = Math.min(arrival.acknowledgment, finPosition(tcb) + (tcb.isClosing ? 1 : 0));
  const inFlight = tcb.sendNext - tcb.sendUnacked;
  const rttNs = sampleRtt(tcb, now, arrival);
  const acknowledgedText = Math.min(acknowledgment, finPosition(tcb));
  const bytes = acknowledgedText - tcb.sendUnacked;
  tcb.sendUnacked = acknowledgment;
  // Ahead of a sender that went back, or a window probe that was taken.
  tcb.sendNext = Math.max(tcb.sendNext, acknowledgment);
  tcb.highestSent = Math.max(tcb.highestSent, acknowledgment);
  tcb.sendBuffer.release(acknowledgedText - 1);
  tcb.timeouts = 0;
  tcb.waitingSinceNs = now;
  const isWindowLimited = tcb.windowUse.isLimitedBy(tcb.congestion.window);
  const news = { now, bytes, inFlight, rttNs, isWindowLimited, hasEcho: hasEcho(tcb, arrival) };
  if (tcb.recovery.acknowledged(tcb, news)) tcb.isTimerStale = true;
  if (tcb.isWriterWaiting && tcb.sendBuffer.freeBytes > 0) {
    tcb.isWriterWaiting = false;
    tcb.notices.push({ kind: 'writable' });
  }
}

/** Our SYN is acknowledged. */
export function acknowledgeSyn(tcb: TransmissionControlBlock, now: Nanoseconds, arrival: Arrival): void {
  sampleRtt(tcb, now, arrival);
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

/** The SACK blocks as positions, as far as they tell of what is outstanding (RFC 2018 §5; the rest may be a DSACK). */
function sackBlocks(tcb: TransmissionControlBlock, { header, acknowledgment }: Arrival): readonly Range[] {
  const option = findOption(header.options, 'sack');
  if (!option) return NO_BLOCKS;
  const { initialSequence } = tcb.setup;
  const unacked = Math.max(tcb.sendUnacked, acknowledgment);
  return option.blocks
    .map(({ left, right }) => ({
      start: Math.max(unacked, unwrap(initialSequence, left, unacked)),
      end: unwrap(initialSequence, right, unacked),
    }))
    .filter(({ start, end }) => start < end && end <= tcb.highestSent);
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

/**
 * By timestamps where agreed on (RFC 7323 §4), else by the time a segment was sent, if only once (RFC 6298 §3). Answers
 * the round trip as closely as it is known, for congestion control.
 */
function sampleRtt(
  tcb: TransmissionControlBlock,
  now: Nanoseconds,
  arrival: Arrival,
): Nanoseconds | undefined {
  const { sampleEveryAck } = tcb.setup.options;
  const inFlight = tcb.sendNext - tcb.sendUnacked;
  const newest = tcb.sentSegments.acknowledge(arrival.acknowledgment);
  const sinceSentNs = newest && now - newest.sentNs;
  if (tcb.hasTimestamps && arrival.timestamps) {
    const rttNs = timeSinceEcho(tcb, now, arrival.timestamps.echo);
    const expected = Math.ceil(inFlight / (SEGMENTS_PER_SAMPLE * tcb.sendMaxSegmentBytes));
    if (rttNs !== undefined) tcb.rtt.sample(rttNs, sampleEveryAck ? 1 : Math.max(1, expected));
    return sinceSentNs ?? rttNs;
  }
  if (!newest || sinceSentNs === undefined) return undefined;
  if (!sampleEveryAck && newest.start < tcb.sampleFrom) return sinceSentNs;
  tcb.rtt.sample(sinceSentNs, 1);
  tcb.sampleFrom = tcb.highestSent;
  return sinceSentNs;
}
