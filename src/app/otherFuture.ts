import { Simulator, type StartWorker } from '../bridge/simulator';
import { otherStreet } from '../experiment/comparison';
import type { Street } from '../experiment/street';
import type { Run } from '../trace/run';
import type { CompleteRuns } from './completeRuns';
import type { ExperimentStore } from './experimentStore';
import { experimentOf, isTown } from './subject';
import { untouchedTown } from './untouchedTown';

/** Finds the future that is not on stage: among the runs that are known, or by a worker of its own, which starts when first needed. */
export class OtherFuture {
  readonly #experiment: ExperimentStore;
  readonly #runs: CompleteRuns;
  readonly #startWorker: StartWorker;
  #simulator: Simulator | null = null;
  /** The street that took the place of another, for as long as nothing else is done. */
  #swapped: { readonly here: Street; readonly there: Street } | null = null;

  constructor(experiment: ExperimentStore, runs: CompleteRuns, startWorker: StartWorker) {
    this.#experiment = experiment;
    this.#runs = runs;
    this.#startWorker = startWorker;
  }

  /** The two futures change places: the other one of `here` is `there`, whatever is compared. */
  swap(here: Street, there: Street): void {
    this.#swapped = { here, there };
  }

  /** From now on what is compared decides again. */
  forgetSwap(): void {
    this.#swapped = null;
  }

  /** Tells what the other future of the street or town on stage is; a worker runs it when this one is known to its end. */
  seek(): void {
    const { street, town, comparison, history } = this.#experiment.getState();
    const swapped = this.#swapped?.here === street ? this.#swapped.there : null;
    const wanted = town ? untouchedTown(history, town) : (swapped ?? otherStreet(street, comparison));
    const experiment = wanted && experimentOf(wanted);
    const known = experiment && this.#runs.find(experiment);
    this.#simulator?.stop();
    this.#experiment.setState({ otherStreet: wanted && !isTown(wanted) ? wanted : null, other: known });
    if (!experiment || known || !this.#runs.find(experimentOf(town ?? street))) return;
    // A future that cannot be computed does not come: nothing waits for it.
    this.#simulator ??= new Simulator(this.#startWorker, {
      onRun: (run) => this.#show(run),
      onProblem: () => {},
    });
    this.#simulator.run(experiment);
  }

  #show(other: Run): void {
    if (!other.result) return;
    this.#runs.keep(other);
    this.#experiment.setState({ other });
  }
}
