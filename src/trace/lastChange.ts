import type { Nanoseconds } from '../experiment/experiment';
import { changesOf, type VariableChange } from './changes';
import type { ConnectionEnd } from './connectionEnds';
import { countAtMost, follow } from './follow';
import type { Variable } from './snapshot';
import type { Trace } from './trace';

/** A change of a variable, and when it was. */
export interface TimedChange extends VariableChange {
  readonly timeNs: Nanoseconds;
  /** The `connectionChanged` event. */
  readonly event: number;
}

/** The `connectionChanged` events with which each variable of each end changed. */
const changesByVariable = follow<Map<string, number[]>, null>(
  () => new Map(),
  (events, trace, number) => {
    if (trace.kindAt(number) !== 'connectionChanged') return;
    const event = trace.event(number);
    if (event.kind !== 'connectionChanged') return;
    for (const { variable } of trace.changeReasons(event.snapshot)) {
      const key = keyOf(event, variable);
      const known = events.get(key);
      if (known) known.push(number);
      else events.set(key, [number]);
    }
  },
);

/** All changes of a variable of one end by `timeNs`, the oldest first. */
export function changesUntil(
  trace: Trace,
  end: ConnectionEnd,
  variable: Variable,
  timeNs: Nanoseconds,
): readonly TimedChange[] {
  return eventsUntil(trace, end, variable, timeNs).flatMap(
    (number) => changeWith(trace, variable, number) ?? [],
  );
}

/** The last change of a variable of one end at or before `timeNs`; null while it has none. */
export function lastChange(
  trace: Trace,
  end: ConnectionEnd,
  variable: Variable,
  timeNs: Nanoseconds,
): TimedChange | null {
  const number = eventsUntil(trace, end, variable, timeNs).at(-1);
  return number === undefined ? null : changeWith(trace, variable, number);
}

function eventsUntil(trace: Trace, end: ConnectionEnd, variable: Variable, timeNs: Nanoseconds): number[] {
  const events = changesByVariable(trace, null).get(keyOf(end, variable)) ?? [];
  return events.slice(0, countAtMost(events, trace.indexAt(timeNs)));
}

function changeWith(trace: Trace, variable: Variable, number: number): TimedChange | null {
  const event = trace.event(number);
  if (event.kind !== 'connectionChanged') return null;
  const change = changesOf(trace, event).find((one) => one.variable === variable);
  return change ? { ...change, timeNs: event.timeNs, event: number } : null;
}

function keyOf({ place, connection }: { place: number; connection: number }, variable: Variable): string {
  return `${place}:${connection}:${variable}`;
}
