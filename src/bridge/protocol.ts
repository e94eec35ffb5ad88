import type { Experiment } from '../experiment/experiment';
import type { RunResult } from '../trace/run';
import type { TraceBatch } from '../trace/trace';

/** Page to worker. A new run makes every older one stale. */
export interface RunRequest {
  readonly kind: 'run';
  readonly runId: number;
  readonly experiment: Experiment;
}

/** Worker to page. */
export type WorkerMessage =
  | {
      readonly kind: 'batch';
      readonly runId: number;
      readonly lane: number;
      readonly batch: TraceBatch;
      /** Lanes in which nothing more will happen. */
      readonly lanesOver: readonly number[];
    }
  | { readonly kind: 'done'; readonly runId: number; readonly result: RunResult }
  | { readonly kind: 'failed'; readonly runId: number; readonly message: string };
