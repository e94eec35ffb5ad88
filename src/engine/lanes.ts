import type { Experiment, Transport } from '../experiment/experiment';
import type { RunResult } from '../trace/run';
import { laneResults } from '../trace/result';
import { Trace } from '../trace/trace';
import type { RunningApp } from './apps/runningApp';
import { buildTown } from './buildTown';
import { scheduleCommands } from './commands';
import type { Parts } from './parts';
import type { Recorder } from './recorder';
import { World } from './world';

/** Actions between two looks at how much there is to report. */
const ACTIONS_PER_STEP = 1_000;
/** A run that has not ended by then is cut off: a day of virtual time. */
const MAX_RUN_NS = 86_400_000_000_000;
/** …and so is one that made so many events. */
const MAX_EVENTS = 4_000_000;

/** One lane under way: call `step` until it returns false. */
export interface LaneSimulation {
  /** Runs up to `actions` more actions; false when nothing is left to happen. */
  step(actions: number): boolean;
  /** A limit ended the run while something was still to happen. */
  readonly isCutOff: boolean;
}

/** Builds the town of one lane and its apps; nothing has happened yet but time 0. */
export function laneOf(
  experiment: Experiment,
  transport: Transport,
  recorder: Recorder,
  parts: Parts,
): LaneSimulation {
  const world = new World(experiment, recorder, parts);
  const town = buildTown(world);
  const apps: RunningApp[] = [];
  // Commands first: what a person does at a moment comes before all else that happens then.
  scheduleCommands({ world, transport, town, apps });
  for (const app of experiment.apps) {
    apps.push(parts.startApp(world, town.hosts.get(app.host)!, app, transport));
  }
  const isOverLimit = (): boolean =>
    world.isCutOff ||
    (!world.queue.isEmpty && (world.queue.nextNs > MAX_RUN_NS || recorder.eventCount > MAX_EVENTS));
  return {
    get isCutOff() {
      return isOverLimit();
    },
    step(actions) {
      for (let i = 0; i < actions; i += 1) {
        if (world.queue.isEmpty || isOverLimit()) return false;
        world.now = world.queue.nextNs;
        world.queue.take()();
      }
      return true;
    },
  };
}

/**
 * Simulates all lanes side by side and yields whenever a lane's trace has grown; returns the verdict.
 * Deterministic: the same experiment gives the same traces everywhere. `parts` must be all that it needs.
 */
export function* lanesInTurn(
  experiment: Experiment,
  parts: Parts,
): Generator<{ readonly lane: number; readonly trace: Trace }, RunResult> {
  const lanes = experiment.lanes.map((transport, lane) => {
    const trace = new Trace(transport);
    return { lane, trace, simulation: laneOf(experiment, transport, trace, parts) };
  });
  let running = lanes;
  while (running.length > 0) {
    const stillRunning = [];
    for (const entry of running) {
      const isRunning = entry.simulation.step(ACTIONS_PER_STEP);
      yield { lane: entry.lane, trace: entry.trace };
      if (isRunning) stillRunning.push(entry);
    }
    running = stillRunning;
  }
  const cutOff = new Set(lanes.filter(({ simulation }) => simulation.isCutOff).map(({ trace }) => trace));
  return laneResults(
    experiment,
    lanes.map(({ trace }) => trace),
    cutOff,
  );
}
