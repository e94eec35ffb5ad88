import type { Experiment } from '../experiment/experiment';
import { isSameExperiment } from '../experiment/sameExperiment';
import type { Run } from '../trace/run';

/** The two futures that are compared, and the one before them: going back and forth simulates nothing again. */
const KEPT_RUNS = 3;

/** The latest runs that are known to their ends. */
export class CompleteRuns {
  #runs: readonly Run[] = [];

  /** Keeps a run; one that is not complete, or was stopped, is not kept. */
  keep(run: Run): void {
    if (!run.result?.traceSha256) return;
    const others = this.#runs.filter(({ experiment }) => !isSameExperiment(experiment, run.experiment));
    this.#runs = [run, ...others].slice(0, KEPT_RUNS);
  }

  /** The run of this experiment, if it was one of the latest. */
  find(experiment: Experiment): Run | null {
    const found = this.#runs.find((run) => isSameExperiment(run.experiment, experiment));
    // What is asked for is in use: others make room first.
    if (found) this.keep(found);
    return found ?? null;
  }
}
