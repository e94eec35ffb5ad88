import type { Nanoseconds } from '../experiment/experiment';
import type { ConnectionEnd } from './connectionEnds';
import { type EventOf, type Timer, TIMERS } from './event';
import { follow } from './follow';
import type { Trace } from './trace';

/** One run of a timer. */
export interface TimerRun {
  readonly timer: Timer;
  readonly setNs: Nanoseconds;
  readonly deadlineNs: Nanoseconds;
  /** When it ran out or was cancelled, Infinity while it runs. */
  readonly endNs: Nanoseconds;
  /** The `timerSet` event. */
  readonly event: number;
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

const runsByOwner = follow<Map<string, Mutable<TimerRun>[]>, null>(
  () => new Map(),
  (runs, trace, number) => {
    switch (trace.kindAt(number)) {
      case 'timerSet':
        return start(runs, trace.event(number) as EventOf<'timerSet'>);
      case 'timerCancelled':
      case 'timerExpired':
        return end(runs, trace.event(number) as EventOf<'timerCancelled' | 'timerExpired'>);
      default:
    }
  },
);

/** The timers of one end of a connection that run at `timeNs`, after all that happened by then. */
export function timersAt(trace: Trace, owner: ConnectionEnd, timeNs: Nanoseconds): readonly TimerRun[] {
  const runs = runsByOwner(trace, null);
  return TIMERS.flatMap((timer, number) => {
    const known = runs.get(keyOf({ ...owner, timer: number })) ?? [];
    const latest = known.findLast(({ setNs }) => setNs <= timeNs);
    return latest && latest.endNs > timeNs ? [{ ...latest, timer }] : [];
  });
}

function start(runs: Map<string, Mutable<TimerRun>[]>, event: EventOf<'timerSet'>): void {
  const key = keyOf(event);
  const { timeNs: setNs, deadlineNs, index } = event;
  let known = runs.get(key);
  if (!known) runs.set(key, (known = []));
  // Set anew while it runs: the old deadline holds no longer.
  stop(known, setNs);
  known.push({ timer: TIMERS[event.timer]!, setNs, deadlineNs, endNs: Infinity, event: index });
}

function end(
  runs: Map<string, Mutable<TimerRun>[]>,
  event: EventOf<'timerCancelled' | 'timerExpired'>,
): void {
  stop(runs.get(keyOf(event)), event.timeNs);
}

function stop(runs: Mutable<TimerRun>[] | undefined, timeNs: Nanoseconds): void {
  const last = runs?.at(-1);
  if (last?.endNs === Infinity) last.endNs = timeNs;
}

function keyOf({ place, connection, timer }: { place: number; connection: number; timer: number }): string {
  return `${place}:${connection}:${timer}`;
}
