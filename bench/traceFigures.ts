import { performance } from 'node:perf_hooks';
import { simulateAll } from '../src/engine/simulate';
import { type Street, streetExperiment } from '../src/experiment/street';
import { WEATHER_LINK } from '../src/experiment/town';
import { townFacts } from '../src/stage/facts';
import { layoutTown } from '../src/stage/layout';
import { sceneAt } from '../src/stage/scene';
import type { Run } from '../src/trace/run';
import { type Figure, quantile, spread } from './figure';
import { eventsOf, inFlightAt } from './inFlight';
import { memoryFigures } from './memoryFigures';
import { firstStreet, floodFullNs, floodStreet, longStreet } from './streets';

/** The size of the stage on a page of 1280 × 720. */
const STAGE = { width: 1240, height: 420 };

const FLOODS = [1000, 10_000];

/** How often each thing is measured. */
export interface Repetitions {
  readonly scenes: number;
  readonly edits: number;
}

/** What the page computes without drawing, measured in Node.js (which must have been started with --expose-gc). */
export function traceFigures({ scenes, edits }: Repetitions): readonly Figure[] {
  return [
    editFigure(edits),
    ...sceneFigures('long', 'a long transfer', longStreet(), scenes, randomEventTimes),
    ...FLOODS.flatMap((inFlight) =>
      sceneFigures(
        `flood${inFlight}`,
        `a road with ${inFlight} in flight`,
        floodStreet(inFlight),
        Math.ceil(scenes / 4),
        (_, count) => randomTimes(count, ...floodFullNs(inFlight)),
      ),
    ),
    ...memoryFigures(),
  ];
}

/** From one more command to the whole new result, on the first screen. */
function editFigure(repetitions: number): Figure {
  const street = firstStreet();
  const edit = (atMs: number): number => {
    const { weather } = street;
    const command = { kind: 'setWeather', atNs: atMs * 1_000_000, link: WEATHER_LINK } as const;
    const edited = { ...street, commands: [{ ...command, weather: { ...weather, duplicate: 0.2 } }] };
    const startMs = performance.now();
    simulateAll(streetExperiment(edited));
    return performance.now() - startMs;
  };
  for (let i = 0; i < 20; i += 1) edit(i);
  const samples = Array.from({ length: repetitions }, (_, i) => edit(i % 400));
  const facts = { events: eventsOf(simulateAll(streetExperiment(street))) };
  const what = 'edit to new result, first screen, both lanes';
  return { id: 'editToResult', what, unit: 'ms', ...spread(samples), facts };
}

/** The scene at random moments, and how long the first one takes, which makes the indexes for all. */
function sceneFigures(
  id: string,
  name: string,
  street: Street,
  repetitions: number,
  pickTimes: (run: Run, count: number) => readonly number[],
): readonly Figure[] {
  const run = simulateAll(streetExperiment(street));
  const plan = layoutTown(townFacts(run.experiment), STAGE);
  const timed = (timeNs: number): number => {
    const fromMs = performance.now();
    sceneAt(run, plan, timeNs);
    return performance.now() - fromMs;
  };
  // The first half teaches the compiler.
  const times = pickTimes(run, 2 * repetitions);
  const [first, ...later] = times.map(timed);
  const counts = times.slice(repetitions).map((timeNs) => inFlightAt(run, timeNs));
  const events = eventsOf(run);
  const facts = { events, inFlight: quantile(counts, 0.5), mostInFlight: Math.max(...counts) };
  const aim = id === 'long' ? { aim: '≤ 4 ms in 100 000 events' } : {};
  const what = `scene at a random moment of ${name}`;
  return [
    { id: `scene.${id}`, what, unit: 'ms', ...spread(later.slice(repetitions)), ...aim, facts },
    { id: `index.${id}`, what: `first scene of ${name}`, unit: 'ms', value: first!, facts: { events } },
  ];
}

/** Moments at which something happens, each event as likely as any other. */
function randomEventTimes({ traces }: Run, count: number): readonly number[] {
  const random = dice();
  return Array.from({ length: count }, () => {
    const trace = traces[Math.floor(random() * traces.length)]!;
    return trace.timeAt(Math.floor(random() * trace.eventCount));
  });
}

function randomTimes(count: number, fromNs: number, toNs: number): readonly number[] {
  const random = dice();
  return Array.from({ length: count }, () => fromNs + Math.floor(random() * (toNs - fromNs)));
}

/** Repeatable chance from 0 to 1: the same moments in every run of the benchmark. */
function dice(): () => number {
  let state = 1;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
