import { simulateSteps } from '../src/engine/simulate';
import { type Street, streetExperiment } from '../src/experiment/street';
import { courseOf } from '../src/playback/course';
import { townFacts } from '../src/stage/facts';
import { layoutTown } from '../src/stage/layout';
import { sceneAt } from '../src/stage/scene';
import { marksOf } from '../src/trace/marks';
import type { Run } from '../src/trace/run';
import { Trace } from '../src/trace/trace';
import type { Figure } from './figure';
import { eventsOf } from './inFlight';
import { longStreet } from './streets';

/** Bytes that a run keeps on the page, for each of its events. */
export function memoryFigures(): readonly Figure[] {
  const street = longStreet();
  // Whatever the code itself keeps, it keeps from now on.
  look(received(street));
  const before = usedBytes();
  const run = received(street);
  const columns = usedBytes() - before;
  look(run);
  const all = usedBytes() - before;
  const events = eventsOf(run);
  const facts = { events, packets: run.traces.reduce((sum, { packetCount }) => sum + packetCount, 0) };
  return [
    {
      id: 'memory.trace',
      what: 'memory of a trace on the page, packets included',
      unit: 'bytes/event',
      value: columns / events,
      samples: 1,
      facts,
    },
    {
      id: 'memory.indexed',
      what: 'the same with what stage and timeline derive from it',
      unit: 'bytes/event',
      value: all / events,
      samples: 1,
      aim: '≤ 200 bytes',
      facts,
    },
  ];
}

/** The run as the page gets it: batch after batch, by value, and nothing of the engine. */
function received(street: Street): Run {
  const experiment = streetExperiment(street);
  const traces = experiment.lanes.map((lane) => new Trace(lane));
  const steps = simulateSteps(experiment);
  for (;;) {
    const step = steps.next();
    if (step.done) return { experiment, traces, result: step.value };
    traces[step.value.lane]!.append(structuredClone(step.value.trace.takeBatch()));
  }
}

/** Asks for what the stage, the timeline and the playhead ask for. */
function look(run: Run): void {
  const plan = layoutTown(townFacts(run.experiment), { width: 1240, height: 420 });
  sceneAt(run, plan, courseOf(run, 'true').storyEndNs / 2);
  marksOf(run);
}

function usedBytes(): number {
  const { gc } = globalThis;
  if (!gc) throw new Error('memory is measured with node --expose-gc');
  gc();
  gc();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}
