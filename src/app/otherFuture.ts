import { Simulator, type StartWorker } from '../bridge/simulator';
import type { Experiment } from '../experiment/experiment';
import type { Run } from '../trace/run';

/** Runs the future that is not on stage, in a worker of its own, which starts when it is first needed. */
export class OtherFuture {
  readonly #startWorker: StartWorker;
  readonly #onRun: (run: Run) => void;
  #simulator: Simulator | null = null;

  /** `onRun` gets the whole run once it is known. A future that cannot be computed does not come: nothing waits for it. */
  constructor(startWorker: StartWorker, onRun: (run: Run) => void) {
    this.#startWorker = startWorker;
    this.#onRun = onRun;
  }

  /** Begins another future; an older one that has not come yet never will. */
  run(experiment: Experiment): void {
    this.#simulator ??= new Simulator(this.#startWorker, {
      onRun: (run) => run.result && this.#onRun(run),
      onProblem: () => {},
    });
    this.#simulator.run(experiment);
  }

  stop(): void {
    this.#simulator?.stop();
  }
}
