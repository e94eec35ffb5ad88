import type { Nanoseconds } from '../experiment/experiment';
import { countAtMost } from './follow';
import {
  firstBeyond,
  type Report,
  segmentOf,
  sendingKey,
  type SentLog,
  sentLogs,
  type SentRange,
} from './sentRanges';
import { sequenceBaseOf } from './sequenceBases';
import type { ConnectionSnapshot } from './snapshot';
import type { Trace } from './trace';

/** Numbers of a connection that went out together, and what became known of them. */
export interface SegmentHistory {
  /** First number, and one past the last; absolute. */
  readonly sequence: number;
  readonly end: number;
  /** Packets that carried them by then, the oldest first. */
  readonly carriers: readonly number[];
  /** What the other end has said since the first of them, at any time. */
  readonly reports: readonly Report[];
}

/** Who waits for a number, and for which. */
export type Awaited = Pick<ConnectionSnapshot, 'initialReceiveSequence' | 'receiveNext'>;

/** The numbers that a segment carries, and the packets that carried them before it; undefined if it carries none. */
export function segmentHistory(trace: Trace, packet: number): SegmentHistory | undefined {
  const made = trace.event(trace.packet(packet).madeBy);
  const header = segmentOf(trace, packet)?.header;
  if (made.kind !== 'packetSent' || !header) return undefined;
  const key = sendingKey(made.place, header.sourcePort, header.destinationPort);
  for (const log of sentLogs(trace, null).get(key) ?? []) {
    const range = rangeOf(log, header.sequence);
    const nth = range?.sendings.findIndex((sending) => sending.packet === packet) ?? -1;
    if (range && nth >= 0) return historyOf(trace, log, range, nth);
  }
  return undefined;
}

/** The number that an end waits for, and the packets that carried it by `timeNs`; undefined if it was never sent. */
export function awaitedHistory(
  trace: Trace,
  { initialReceiveSequence, receiveNext }: Awaited,
  timeNs: Nanoseconds,
): SegmentHistory | undefined {
  for (const logs of sentLogs(trace, null).values()) {
    const log = logs.find(({ initialSequence }) => initialSequence === initialReceiveSequence);
    const range = log && rangeOf(log, receiveNext);
    if (!range) continue;
    const sendings = range.sendings.filter((sending) => sending.timeNs <= timeNs);
    return historyOf(trace, log, range, sendings.length);
  }
  return undefined;
}

/** What the sender of an ACK waits for; undefined if it is no ACK. */
export function awaitedBy(trace: Trace, packet: number): Awaited | undefined {
  const header = segmentOf(trace, packet)?.header;
  const base = sequenceBaseOf(trace, trace.packet(packet).bytes);
  if (!header || !base) return undefined;
  return {
    initialReceiveSequence: base.peerInitialSequence,
    receiveNext: header.acknowledgment,
  };
}

function historyOf(trace: Trace, log: SentLog, range: SentRange, carriers: number): SegmentHistory {
  return {
    sequence: (log.initialSequence + range.start) >>> 0,
    end: (log.initialSequence + range.end) >>> 0,
    carriers: range.sendings.slice(0, carriers).map(({ packet }) => packet),
    reports: answersTo(trace, log, range.sendings[0]!.timeNs),
  };
}

function rangeOf(log: SentLog, sequence: number): SentRange | undefined {
  return log.ranges[firstBeyond(log.ranges, (sequence - log.initialSequence) >>> 0)];
}

/** What the other end has said since `sinceNs`: it began with where this one began to count. */
function answersTo(trace: Trace, { initialSequence }: SentLog, sinceNs: Nanoseconds): readonly Report[] {
  const others = [...sentLogs(trace, null).values()].flat();
  return others
    .filter((other) => other.peerInitialSequence === initialSequence)
    .flatMap(({ reports, reportTimes }) => reports.slice(countAtMost(reportTimes, sinceNs - 1)));
}
