import type { Experiment, Transport } from '../experiment/experiment';
import type { Run, RunResult } from '../trace/run';
import type { Trace } from '../trace/trace';
import { allParts } from './allParts';
import { type LaneSimulation, laneOf, lanesInTurn } from './lanes';
import type { Recorder } from './recorder';

/** `laneOf` with all parts of the engine. */
export function simulateLane(
  experiment: Experiment,
  transport: Transport,
  recorder: Recorder,
): LaneSimulation {
  return laneOf(experiment, transport, recorder, allParts);
}

/** `lanesInTurn` with all parts of the engine. */
export function simulateSteps(
  experiment: Experiment,
): Generator<{ readonly lane: number; readonly trace: Trace }, RunResult> {
  return lanesInTurn(experiment, allParts);
}

/** The whole run at once, for the command line and tests. */
export function simulateAll(experiment: Experiment): Run {
  const traces: Trace[] = [];
  const steps = simulateSteps(experiment);
  for (;;) {
    const step = steps.next();
    if (step.done) return { experiment, traces, result: step.value };
    traces[step.value.lane] = step.value.trace;
  }
}
