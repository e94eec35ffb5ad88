import type { Nanoseconds } from '../experiment/experiment';
import { type ConnectionEnds, snapshotAt } from './connectionEnds';
import { countAtMost } from './follow';
import { firstBeyond, type SentLog, type SentRange, sentLogOf } from './sentRanges';
import type { ConnectionSnapshot, SequenceRange } from './snapshot';
import type { Trace } from './trace';
import { networkCopies, type Whereabouts, whereaboutsAt } from './whereabouts';

/** What the sender takes to be the case, from nothing but what has come back to it. */
export type Belief = 'inFlight' | 'sacked' | 'lost' | 'resent' | 'acknowledged';

/** What has become of the receiver's word that it has a segment: of the report that came furthest. */
export type News = 'unsaid' | 'lost' | 'underWay' | 'arrived';

/** What is the case: the receiver has it, in order or behind a gap, or else where the copy is that came furthest. */
export type Truth = { readonly kind: 'delivered' | 'held'; readonly news: News } | Whereabouts;

/** A segment as it went out first, seen from both sides. */
export interface SegmentView {
  /** Absolute sequence numbers; a SYN or FIN counts one. */
  readonly range: SequenceRange;
  /** Packets that have carried it so far, the oldest first. */
  readonly packets: readonly number[];
  readonly belief: Belief;
  readonly truth: Truth;
}

/** Which end sends: the one that opened the connection, or its peer. */
export type SendingEnd = 'opener' | 'peer';

/**
 * Every segment that has been sent by `timeNs` and that the sender cannot know to have arrived: what it believes of it,
 * beside what has happened. `since` widens the view to what was acknowledged: from which offset of the ISS on.
 */
export function outstandingAt(
  trace: Trace,
  ends: ConnectionEnds,
  sendingEnd: SendingEnd,
  timeNs: Nanoseconds,
  since = Infinity,
): readonly SegmentView[] {
  const [sender, receiver] = sendingEnd === 'opener' ? [ends.opener, ends.peer] : [ends.peer, ends.opener];
  const near = sender && snapshotAt(trace, sender, timeNs);
  const log = near && sentLogOf(trace, sender.place, near);
  if (!log) return [];
  const far = receiver && snapshotAt(trace, receiver, timeNs);
  const answers = far ? sentLogOf(trace, receiver.place, far) : undefined;
  const sight: Sight = { trace, timeNs, near, far, answers };
  const from = Math.min(since, offsetOf(near, near.sendUnacked));
  const views: SegmentView[] = [];
  for (let i = firstBeyond(log.ranges, from); i < log.ranges.length; i += 1) {
    const range = log.ranges[i]!;
    if (range.sendings[0]!.timeNs > timeNs) break;
    views.push(viewOf(sight, range));
  }
  return views;
}

interface Sight {
  readonly trace: Trace;
  readonly timeNs: Nanoseconds;
  readonly near: ConnectionSnapshot;
  readonly far: ConnectionSnapshot | null;
  /** What the far end has sent: it says what has arrived of the near one's segments. */
  readonly answers: SentLog | undefined;
}

function viewOf(sight: Sight, range: SentRange): SegmentView {
  const belief = beliefOf(sight.near, range);
  const packets = range.sendings.filter(({ timeNs }) => timeNs <= sight.timeNs).map(({ packet }) => packet);
  const base = sight.near.initialSendSequence;
  const absolute = { start: (base + range.start) >>> 0, end: (base + range.end) >>> 0 };
  return { range: absolute, packets, belief, truth: truthOf(sight, absolute, packets) };
}

function beliefOf(near: ConnectionSnapshot, { start, end }: SentRange): Belief {
  if (end <= offsetOf(near, near.sendUnacked)) return 'acknowledged';
  const covers = (run: SequenceRange): boolean =>
    offsetOf(near, run.start) <= start && end <= offsetOf(near, run.end);
  if (near.scoreboard.some(covers)) return 'sacked';
  // A segment may be taken for lost in part, where it was sent again in other pieces.
  const touches = (run: SequenceRange): boolean =>
    offsetOf(near, run.start) < end && start < offsetOf(near, run.end);
  if (near.lost.some(touches)) return 'lost';
  return near.resent.some(touches) ? 'resent' : 'inFlight';
}

function truthOf(sight: Sight, range: SequenceRange, packets: readonly number[]): Truth {
  const { trace, timeNs, far } = sight;
  if (far && isSynchronized(far)) {
    if (isAtMost(range.end, far.receiveNext))
      return { kind: 'delivered', news: newsOf(sight, range, packets) };
    if (far.reassembly.some((run) => contains(run, range)))
      return { kind: 'held', news: newsOf(sight, range, packets) };
  }
  const copies = packets.flatMap((packet) => [packet, ...networkCopies(trace, packet)]);
  const places = copies.flatMap((packet) => whereaboutsAt(trace, packet, timeNs) ?? []);
  // The packet was made by `timeNs`, so that its sending is known.
  return places.findLast(isUnderWay) ?? places.at(-1)!;
}

/** What has become of the best report that says that the far end has the range. */
function newsOf({ trace, timeNs, answers }: Sight, range: SequenceRange, packets: readonly number[]): News {
  if (!answers) return 'unsaid';
  const { reports, reportTimes } = answers;
  const firstSentNs = trace.timeAt(trace.packet(packets[0]!).madeBy);
  let news: News = 'unsaid';
  for (let i = countAtMost(reportTimes, timeNs) - 1; i >= 0 && reports[i]!.timeNs >= firstSentNs; i -= 1) {
    const { packet, acknowledgment, blocks } = reports[i]!;
    if (!isAtMost(range.end, acknowledgment) && !blocks.some((block) => contains(block, range))) continue;
    const places = [packet, ...networkCopies(trace, packet)].map((copy) =>
      whereaboutsAt(trace, copy, timeNs),
    );
    if (places.some((place) => place?.kind === 'accepted')) return 'arrived';
    if (places.some((place) => place && isUnderWay(place))) news = 'underWay';
    else if (news === 'unsaid') news = 'lost';
  }
  return news;
}

function isUnderWay({ kind }: Whereabouts): boolean {
  return kind === 'queued' || kind === 'onLink' || kind === 'atNode';
}

/** Whether the SYN of the other side has come. */
function isSynchronized({ state }: ConnectionSnapshot): boolean {
  return state !== 'LISTEN' && state !== 'SYN-SENT';
}

function offsetOf({ initialSendSequence }: ConnectionSnapshot, sequence: number): number {
  return (sequence - initialSendSequence) >>> 0;
}

/** Comparison of sequence numbers that are not far apart (RFC 9293 §3.4). */
function isAtMost(sequence: number, limit: number): boolean {
  return ((limit - sequence) | 0) >= 0;
}

function contains(run: SequenceRange, range: SequenceRange): boolean {
  return isAtMost(run.start, range.start) && isAtMost(range.end, run.end);
}
