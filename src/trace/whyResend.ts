import { TIMERS, type EventOf } from './event';
import { packetEvents } from './packetBytesAt';
import type { ReasonKind } from './reason';
import { type Awaited, awaitedHistory, type SegmentHistory, segmentHistory } from './segmentHistory';
import type { Report } from './sentRanges';
import { tcpLabelsOf } from './tcpLabels';
import type { Trace } from './trace';
import { badEndOf, eventOfPacket } from './whyCauses';
import type { StepDetails } from './whyStep';
import { networkCopies } from './whereabouts';

/** Steps by the number of their event, with what makes each more than its event. */
export type Steps = Map<number, StepDetails>;

/** So many of a long row of equal things are told: the first and the last ones. */
const MOST_SENDINGS = 4;
const MOST_REPORTS = 3;

/** Sent again because the timer ran out, then or shortly before. */
const AFTER_TIMEOUT: ReadonlySet<ReasonKind> = new Set<ReasonKind>([
  'retransmissionTimeout',
  'resendAfterTimeout',
  'tailLossProbe',
]);

/** What led to sending something again: what became of it before, what came back, and which timer ran out. */
export function addResend(steps: Steps, trace: Trace, sent: EventOf<'packetSent'>): void {
  const history = segmentHistory(trace, sent.packet);
  if (!history) return;
  addFates(steps, trace, history, sent.index);
  const { kind } = sent.reason;
  if (AFTER_TIMEOUT.has(kind)) addTimer(steps, trace, sent);
  else if (kind === 'tripleDuplicateAck') addRepeatedAcks(steps, trace, history, sent);
  else addReports(steps, trace, history, sent.index);
}

/** What became of the number that an end waits for, by event `before`. */
export function addAwaited(steps: Steps, trace: Trace, awaited: Awaited, before: number): void {
  const history = awaitedHistory(trace, awaited, trace.timeAt(before - 1));
  if (history) addFates(steps, trace, history, before);
}

/** Why a receiver repeats itself: what arrived was not what it waits for. */
export function addRepeatedAck(steps: Steps, trace: Trace, sent: EventOf<'packetSent'>): void {
  const arrived = sent.cause >= 0 ? trace.event(sent.cause) : null;
  const because = arrived?.kind === 'packetAccepted' ? { because: arrived.packet } : {};
  steps.set(sent.index, { role: 'repeatedAck', ...because });
}

/** What became of each sending before, the oldest first; what arrived all the same was answered in vain. */
function addFates(steps: Steps, trace: Trace, history: SegmentHistory, before: number): void {
  const { carriers } = history;
  const told =
    carriers.length <= MOST_SENDINGS ? carriers : [carriers[0]!, ...carriers.slice(1 - MOST_SENDINGS)];
  for (const [nth, packet] of told.entries()) {
    if (nth > 0) steps.set(trace.packet(packet).madeBy, {});
    const end = badEndOf(trace, packet, before);
    if (end === undefined) addSurvivor(steps, trace, packet, { history, before });
    else addBadEnd(steps, trace, end, before);
  }
}

function addBadEnd(steps: Steps, trace: Trace, end: number, before: number): void {
  const event = trace.event(end);
  if (event.kind === 'packetDropped') {
    const damaged = eventOfPacket(trace, event.packet, 'packetCorrupted', before);
    if (damaged !== undefined) steps.set(damaged, {});
  }
  steps.set(end, {});
}

/** It was not lost: it had arrived and the answers were lost, or it was still on its way. */
function addSurvivor(
  steps: Steps,
  trace: Trace,
  packet: number,
  { history, before }: { readonly history: SegmentHistory; readonly before: number },
): void {
  const copies = [packet, ...networkCopies(trace, packet)];
  const arrived = copies
    .map((copy) => eventOfPacket(trace, copy, 'packetAccepted', before))
    .find((event) => event !== undefined);
  const delayed = eventOfPacket(trace, packet, 'packetDelayed', before);
  if (delayed !== undefined) steps.set(delayed, {});
  if (arrived === undefined) {
    if (delayed === undefined) addWhereabouts(steps, trace, packet, before);
    return;
  }
  steps.set(arrived, {});
  const answers = history.reports.filter(
    (report) => covers(report, history) && trace.packet(report.packet).madeBy > arrived,
  );
  const ends = answers.flatMap((report) => badEndOf(trace, report.packet, before) ?? []);
  for (const end of ends.slice(-MOST_REPORTS)) steps.set(end, { role: 'answerLost' });
}

/** On a road, or in the queue before the next. */
function addWhereabouts(steps: Steps, trace: Trace, packet: number, before: number): void {
  const onLink = eventOfPacket(trace, packet, 'linkEntered', before) ?? -1;
  const queued = eventOfPacket(trace, packet, 'packetQueued', before) ?? -1;
  if (queued > onLink) steps.set(queued, { role: 'queued' });
  else if (onLink >= 0) steps.set(onLink, {});
}

/** The timer that ran out last before this, and its setting. */
function addTimer(steps: Steps, trace: Trace, sent: EventOf<'packetSent'>): void {
  const wanted = sent.reason.kind === 'tailLossProbe' ? 'tailLossProbe' : 'retransmission';
  for (let number = sent.index - 1; number >= 0; number -= 1) {
    if (trace.kindAt(number) !== 'timerExpired') continue;
    const expired = trace.event(number);
    if (expired.kind !== 'timerExpired' || expired.place !== sent.place) continue;
    if (TIMERS[expired.timer] !== wanted) continue;
    if (expired.cause >= 0) steps.set(expired.cause, {});
    steps.set(number, {});
    return;
  }
}

/** The duplicate ACKs that had come back, as many as it takes. */
function addRepeatedAcks(
  steps: Steps,
  trace: Trace,
  { sequence, reports }: SegmentHistory,
  sent: EventOf<'packetSent'>,
): void {
  const wanted = sent.reason.kind === 'tripleDuplicateAck' ? sent.reason.count : MOST_REPORTS;
  const repeated = reports.filter(
    ({ packet, acknowledgment }) =>
      acknowledgment === sequence &&
      tcpLabelsOf(trace, packet).has('duplicateAck') &&
      hasCome(trace, packet, sent),
  );
  for (const { packet } of repeated.slice(-wanted)) {
    const event = trace.event(trace.packet(packet).madeBy);
    if (event.kind === 'packetSent') addRepeatedAck(steps, trace, event);
  }
}

/** The latest reports of what arrived behind the hole. */
function addReports(steps: Steps, trace: Trace, { sequence, reports }: SegmentHistory, before: number): void {
  const told = reports.filter(
    ({ packet, acknowledgment, blocks }) =>
      (blocks.length > 0 || acknowledgment === sequence) && hasCome(trace, packet, { index: before }),
  );
  for (const { packet } of told.slice(-MOST_REPORTS)) {
    steps.set(trace.packet(packet).madeBy, { role: 'reported' });
  }
}

function hasCome(trace: Trace, packet: number, { index }: { readonly index: number }): boolean {
  return packetEvents(trace, packet).some(
    (number) => number < index && trace.kindAt(number) === 'packetAccepted',
  );
}

function covers({ acknowledgment, blocks }: Report, { end }: SegmentHistory): boolean {
  return ((acknowledgment - end) | 0) >= 0 || blocks.some((block) => ((block.end - end) | 0) >= 0);
}
