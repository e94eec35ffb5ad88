import { lanesInTurn } from '../engine/lanes';
import type { Parts } from '../engine/parts';
import type { RunRequest, WorkerMessage } from './protocol';

/**
 * The worker's body without the worker: everything it answers to one request, in order. Lazy: nothing is simulated
 * before the next message is asked for, so a newer request can take over between two of them.
 */
export function* handle({ runId, experiment }: RunRequest, parts: Parts): Generator<WorkerMessage, void> {
  try {
    const steps = lanesInTurn(experiment, parts);
    const turns = experiment.lanes.map(() => 0);
    for (let step = steps.next(); ; step = steps.next()) {
      if (step.done) {
        yield { kind: 'done', runId, result: step.value };
        return;
      }
      const { lane, trace } = step.value;
      turns[lane] = turns[lane]! + 1;
      yield { kind: 'batch', runId, lane, batch: trace.takeBatch(), lanesOver: lanesLeftOut(turns) };
    }
  } catch (error) {
    yield { kind: 'failed', runId, message: error instanceof Error ? error.message : String(error) };
  }
}

/** Lanes take turns for as long as they last: one that missed a whole round is over. */
function lanesLeftOut(turns: readonly number[]): readonly number[] {
  const round = Math.max(...turns);
  return turns.flatMap((taken, lane) => (taken < round - 1 ? [lane] : []));
}
