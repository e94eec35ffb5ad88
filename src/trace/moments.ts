import type { Nanoseconds } from '../experiment/experiment';
import { countAtMost } from './follow';
import { notablesOf, type Notable } from './notables';
import type { Run } from './run';

/** One lane's notable event. */
export interface LaneNotable extends Notable {
  readonly lane: number;
}

const momentsOfRun = new WeakMap<Run, readonly Nanoseconds[]>();

/** The different times at which something notable happens in any lane, in order: what stepping stops at. */
export function momentsOf(run: Run): readonly Nanoseconds[] {
  let moments = momentsOfRun.get(run);
  if (!moments) {
    const times = new Float64Array(run.traces.flatMap((trace) => timesOf(notablesOf(trace, run.experiment))));
    moments = [...new Set(times.toSorted())];
    momentsOfRun.set(run, moments);
  }
  return moments;
}

/** The first moment after `timeNs`, or null. */
export function momentAfter(moments: readonly Nanoseconds[], timeNs: Nanoseconds): Nanoseconds | null {
  return moments[countAtMost(moments, timeNs)] ?? null;
}

/** The last moment before `timeNs`, or null. */
export function momentBefore(moments: readonly Nanoseconds[], timeNs: Nanoseconds): Nanoseconds | null {
  let index = countAtMost(moments, timeNs) - 1;
  // A playhead between two events has the earlier one before it; one on an event has to go one further.
  if (index >= 0 && moments[index] === timeNs) index -= 1;
  return moments[index] ?? null;
}

/** The last notable event at or before `timeNs` that `isWorth` telling, in any lane; the later lane on a tie. */
export function latestNotable(
  run: Run,
  timeNs: Nanoseconds,
  isWorth: (notable: Notable) => boolean,
): LaneNotable | null {
  let latest: LaneNotable | null = null;
  run.traces.forEach((trace, lane) => {
    const notables = notablesOf(trace, run.experiment);
    let index = lastAtMost(notables, timeNs);
    while (index >= 0 && !isWorth(notables[index]!)) index -= 1;
    const found = notables[index];
    if (found && (latest === null || found.timeNs >= latest.timeNs)) latest = { ...found, lane };
  });
  return latest;
}

/** When the story ends: the last event of a packet or an app in any lane. Timers that run on afterwards are left out. */
export function storyEndNs(run: Run): Nanoseconds {
  const ends = run.traces.map((trace) => {
    const last = notablesOf(trace, run.experiment).findLast(isStory);
    return last?.timeNs ?? 0;
  });
  return Math.max(0, ...ends);
}

function isStory(notable: Notable): boolean {
  return notable.kind !== 'timerExpired' && notable.kind !== 'command' && notable.why !== 'closed';
}

function timesOf(notables: readonly Notable[]): Nanoseconds[] {
  return notables.map((notable) => notable.timeNs);
}

function lastAtMost(notables: readonly Notable[], timeNs: Nanoseconds): number {
  let low = 0;
  let high = notables.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (notables[middle]!.timeNs <= timeNs) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
