import type { Experiment, Nanoseconds } from '../experiment/experiment';
import { countAtMost, follow } from './follow';
import type { Trace } from './trace';

/** Bits per second, one value for each stretch of time from `times[i]` to `times[i + 1]`. */
export interface RateSeries {
  readonly times: readonly Nanoseconds[];
  /** IP packets that reached a host, whatever became of them there, headers and repeats included. */
  readonly throughput: readonly number[];
  /** What the receiving app has read. */
  readonly goodput: readonly number[];
}

/** Sums of bytes after each arrival and each reading. */
interface Sums {
  readonly hosts: number;
  readonly arrivedTimes: Nanoseconds[];
  readonly arrivedBytes: number[];
  readonly readTimes: Nanoseconds[];
  readonly readBytes: number[];
}

const BITS = 8;
const NS_PER_SECOND = 1_000_000_000;

const sumsOf = follow<Sums, Pick<Experiment, 'town'>>(
  (_trace, { town }) => ({
    hosts: town.hosts.length,
    arrivedTimes: [],
    arrivedBytes: [],
    readTimes: [],
    readBytes: [],
  }),
  addEvent,
);

/** Both rates from 0 to `endNs` in stretches of `stretchNs`. */
export function rateSeries(
  trace: Trace,
  experiment: Pick<Experiment, 'town'>,
  stretchNs: Nanoseconds,
  endNs: Nanoseconds,
): RateSeries {
  const sums = sumsOf(trace, experiment);
  const times = stretchStarts(stretchNs, endNs);
  return {
    times,
    throughput: ratesOf(times, stretchNs, sums.arrivedTimes, sums.arrivedBytes),
    goodput: ratesOf(times, stretchNs, sums.readTimes, sums.readBytes),
  };
}

/** Where stretches of `stretchNs` begin, from 0 to `endNs`. */
export function stretchStarts(stretchNs: Nanoseconds, endNs: Nanoseconds): readonly Nanoseconds[] {
  return Array.from({ length: Math.ceil(endNs / stretchNs) + 1 }, (_, i) => i * stretchNs);
}

/** Bits per second in each stretch, of sums of bytes `bytes` at the times `at`. */
export function ratesOf(
  starts: readonly Nanoseconds[],
  stretchNs: Nanoseconds,
  at: readonly Nanoseconds[],
  bytes: readonly number[],
): readonly number[] {
  return starts.map((fromNs) => {
    const before = bytes[countAtMost(at, fromNs) - 1] ?? 0;
    const after = bytes[countAtMost(at, fromNs + stretchNs) - 1] ?? 0;
    return ((after - before) * BITS * NS_PER_SECOND) / stretchNs;
  });
}

/** A round number of nanoseconds (1, 2 or 5 times a power of ten) that parts `endNs` into about `parts`. */
export function roundStretch(endNs: Nanoseconds, parts: number): Nanoseconds {
  const wanted = Math.max(1, endNs / parts);
  const power = 10 ** Math.floor(Math.log10(wanted));
  const factor = [1, 2, 5].find((one) => one * power >= wanted) ?? 10;
  return Math.round(factor * power);
}

function addEvent(sums: Sums, trace: Trace, number: number): void {
  const kind = trace.kindAt(number);
  if (kind !== 'packetArrived' && kind !== 'bytesDelivered') return;
  const event = trace.event(number);
  if (event.kind === 'packetArrived') {
    // Nodes are numbered hosts first, then routers.
    if (event.place >= sums.hosts) return;
    const { length } = trace.packet(event.packet).bytes;
    sums.arrivedBytes.push((sums.arrivedBytes.at(-1) ?? 0) + length);
    sums.arrivedTimes.push(event.timeNs);
  } else if (event.kind === 'bytesDelivered') {
    sums.readBytes.push((sums.readBytes.at(-1) ?? 0) + event.length);
    sums.readTimes.push(event.timeNs);
  }
}
