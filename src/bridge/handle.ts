import { simulateSteps } from '../engine/simulate';
import type { RunRequest, WorkerMessage } from './protocol';

/**
 * The worker's body without the worker: everything it answers to one request, in order. Lazy: nothing is simulated
 * before the next message is asked for, so a newer request can take over between two of them.
 */
export function* handle({ runId, experiment }: RunRequest): Generator<WorkerMessage, void> {
  try {
    const steps = simulateSteps(experiment);
    for (let step = steps.next(); ; step = steps.next()) {
      if (step.done) {
        yield { kind: 'done', runId, result: step.value };
        return;
      }
      const { lane, trace } = step.value;
      yield { kind: 'batch', runId, lane, batch: trace.takeBatch() };
    }
  } catch (error) {
    yield { kind: 'failed', runId, message: error instanceof Error ? error.message : String(error) };
  }
}
