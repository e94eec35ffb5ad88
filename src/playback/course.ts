import { silencesOf } from '../trace/activity';
import { isMessageRun } from '../trace/messageRun';
import { momentsOf, storyEndNs } from '../trace/moments';
import type { Run } from '../trace/run';
import { evenTimeMap, type TimeMap, trueTimeMap } from './timeMap';

export type Spacing = 'true' | 'even';

/** What playing needs to know of a run: where it may go, and how fast it gets there. */
export interface Course {
  readonly map: TimeMap;
  readonly moments: readonly number[];
  /** Playing stops here: what comes after is timers only. */
  readonly storyEndNs: number;
  /** What is known so far; while the run is being computed the playhead waits here. */
  readonly frontierNs: number;
  readonly isComplete: boolean;
}

/** The course of a run, complete or still growing. */
export function courseOf(run: Run, spacing: Spacing): Course {
  const ends = run.traces.map((trace) => trace.endNs);
  const endNs = Math.max(0, ...ends);
  const isComplete = run.result !== null;
  const moments = momentsOf(run);
  const isTown = !isMessageRun(run.experiment);
  return {
    map: spacing === 'even' ? evenTimeMap(endNs, moments) : trueTimeMap(endNs, silencesOf(run), isTown),
    moments,
    storyEndNs: storyEndNs(run),
    frontierNs: knownUntilNs(run),
    isComplete,
  };
}

/** Up to when everything is known, in ns: a lane that is over has nothing more to tell, so no one waits for it. */
export function knownUntilNs({ traces, result, lanesOver = [] }: Run): number {
  const endNs = Math.max(0, ...traces.map((trace) => trace.endNs));
  if (result) return endNs;
  return Math.min(endNs, ...traces.flatMap((trace, lane) => (lanesOver.includes(lane) ? [] : [trace.endNs])));
}
