import type { Nanoseconds } from '../experiment/experiment';
import type { ConnectionEnd } from './connectionEnds';
import type { EventOf } from './event';
import { follow } from './follow';
import { firstBeyond, sentLogOf } from './sentRanges';
import { type ConnectionSnapshot, LARGEST_WINDOW_BYTES, type SequenceRange } from './snapshot';
import type { Trace } from './trace';

/** What one end of a connection knew, at every change of it; sizes in bytes, sequence numbers as offsets from its ISS. */
export interface ConnectionSeries {
  readonly times: readonly Nanoseconds[];
  readonly cwnd: readonly number[];
  /** Null as long as no loss has set it. */
  readonly ssthresh: readonly (number | null)[];
  readonly inFlight: readonly number[];
  /** Null before the first sample. */
  readonly smoothedRttNs: readonly (number | null)[];
  readonly rtoNs: readonly Nanoseconds[];
  /** SND.UNA. */
  readonly acknowledged: readonly number[];
  /** SND.UNA + SND.WND, null before the peer has said how much room it has. */
  readonly windowEdge: readonly (number | null)[];
  /** From the sending of the newest segment that an ACK covers to the ACK, where all were sent once only (RFC 6298 §3). */
  readonly samples: readonly TimedValue[];
  /** What SACK blocks have told, each stretch once. */
  readonly sacked: readonly TimedRange[];
}

/** A value that came at a moment. */
export interface TimedValue {
  readonly timeNs: Nanoseconds;
  readonly value: number;
}

/** A stretch of the sequence space that came up at a moment. */
export interface TimedRange extends SequenceRange {
  readonly timeNs: Nanoseconds;
}

type Growing = { -readonly [K in keyof ConnectionSeries]: ConnectionSeries[K][number][] } & {
  last: ConnectionSnapshot | null;
};

const seriesByEnd = follow<Map<string, Growing>, null>(
  () => new Map(),
  (series, trace, number) => {
    if (trace.kindAt(number) !== 'connectionChanged') return;
    const event = trace.event(number);
    if (event.kind !== 'connectionChanged') return;
    const key = keyOf(event);
    let known = series.get(key);
    if (!known) series.set(key, (known = nothing()));
    add(known, trace, event);
  },
);

/** The series of one end, kept up with the trace. */
export function connectionSeries(trace: Trace, end: ConnectionEnd): ConnectionSeries {
  return seriesByEnd(trace, null).get(keyOf(end)) ?? nothing();
}

function add(series: Growing, trace: Trace, event: EventOf<'connectionChanged'>): void {
  const { timeNs } = event;
  const now = trace.snapshot(event.snapshot);
  const offset = (sequence: number): number => (sequence - now.initialSendSequence) >>> 0;
  const acknowledged = offset(now.sendUnacked);
  const isOpen = now.state !== 'SYN-SENT' && now.state !== 'LISTEN';
  series.times.push(timeNs);
  series.cwnd.push(now.cwnd);
  series.ssthresh.push(now.ssthresh >= LARGEST_WINDOW_BYTES ? null : now.ssthresh);
  series.inFlight.push(now.inFlight);
  series.smoothedRttNs.push(now.smoothedRttNs === 0 ? null : now.smoothedRttNs);
  series.rtoNs.push(now.rtoNs);
  series.acknowledged.push(acknowledged);
  series.windowEdge.push(isOpen ? acknowledged + now.sendWindow : null);
  const { last } = series;
  if (last && now.sendUnacked !== last.sendUnacked) addSample(series, trace, event, now, acknowledged);
  for (const { start, end } of now.scoreboard) {
    if (last?.scoreboard.some((run) => run.start === start && run.end === end)) continue;
    series.sacked.push({ timeNs, start: offset(start), end: offset(end) });
  }
  series.last = now;
}

/** How long ago the newest segment that the ACK covers was sent, unless one of them was sent twice (Karn). */
function addSample(
  series: Growing,
  trace: Trace,
  { place, timeNs }: EventOf<'connectionChanged'>,
  now: ConnectionSnapshot,
  acknowledged: number,
): void {
  const ranges = sentLogOf(trace, place, now)?.ranges ?? [];
  const first = firstBeyond(ranges, series.acknowledged.at(-2) ?? 0);
  const covered = ranges.slice(first, firstBeyond(ranges, acknowledged));
  const newest = covered.at(-1)?.sendings[0];
  if (!newest || covered.some(({ sendings }) => (sendings[1]?.timeNs ?? Infinity) <= timeNs)) return;
  series.samples.push({ timeNs, value: timeNs - newest.timeNs });
}

function nothing(): Growing {
  return {
    times: [],
    cwnd: [],
    ssthresh: [],
    inFlight: [],
    smoothedRttNs: [],
    rtoNs: [],
    acknowledged: [],
    windowEdge: [],
    samples: [],
    sacked: [],
    last: null,
  };
}

function keyOf({ place, connection }: { place: number; connection: number }): string {
  return `${place}:${connection}`;
}
