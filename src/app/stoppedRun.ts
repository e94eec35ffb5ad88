import { laneResults } from '../trace/result';
import type { Run } from '../trace/run';

/** A run that goes no further than it has come: whoever was not done then is cut off. */
export function stoppedRun(run: Run): Run {
  const { experiment, traces, lanesOver = [] } = run;
  const cutOff = new Set(traces.filter((_, lane) => !lanesOver.includes(lane)));
  return { ...run, result: laneResults(experiment, traces, cutOff, '') };
}
