import type { Nanoseconds } from '../experiment/experiment';
import { follow } from './follow';
import type { Run } from './run';
import type { Trace } from './trace';

/** A stretch of time, both ends included. */
export interface Span {
  readonly startNs: Nanoseconds;
  readonly endNs: Nanoseconds;
}

interface Spans {
  readonly starts: Nanoseconds[];
  readonly ends: Nanoseconds[];
}

/** When a packet is on a link, or something happens, in one lane: spans in order that do not touch. */
const spansOf = follow<Spans, null>(() => ({ starts: [], ends: [] }), addActivity);

/** The stretches of the run in which nothing happens and nothing is on its way, in any lane, in order. */
export function silencesOf(run: Run): readonly Span[] {
  const active = mergeSpans(run.traces.map((trace) => spansOf(trace, null)));
  const silences: Span[] = [];
  for (let i = 1; i < active.length; i += 1) {
    silences.push({ startNs: active[i - 1]!.endNs, endNs: active[i]!.startNs });
  }
  return silences;
}

function addActivity(spans: Spans, trace: Trace, number: number): void {
  const startNs = trace.timeAt(number);
  let endNs = startNs;
  if (trace.kindAt(number) === 'linkEntered') {
    const event = trace.event(number);
    if (event.kind === 'linkEntered') endNs = Math.max(endNs, event.arriveNs);
  }
  const last = spans.ends.length - 1;
  if (last >= 0 && (startNs <= spans.ends[last]! || endsJourney(trace, number)))
    spans.ends[last] = Math.max(spans.ends[last]!, endNs);
  else {
    spans.starts.push(startNs);
    spans.ends.push(endNs);
  }
}

/** What arrives or is lost was on its way until then, though a hand may have kept it longer than was said at first. */
function endsJourney(trace: Trace, number: number): boolean {
  const kind = trace.kindAt(number);
  return kind === 'packetArrived' || kind === 'packetLost';
}

function mergeSpans(lanes: readonly Spans[]): Span[] {
  const all = lanes.flatMap(({ starts, ends }) => starts.map((startNs, i) => ({ startNs, endNs: ends[i]! })));
  all.sort((a, b) => a.startNs - b.startNs);
  const merged: { startNs: Nanoseconds; endNs: Nanoseconds }[] = [];
  for (const span of all) {
    const last = merged.at(-1);
    if (last && span.startNs <= last.endNs) last.endNs = Math.max(last.endNs, span.endNs);
    else merged.push({ ...span });
  }
  return merged;
}
