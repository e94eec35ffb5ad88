import type { Experiment } from '../experiment/experiment';
import type { Run, RunResult } from '../trace/run';
import { Trace } from '../trace/trace';
import type { RunRequest, WorkerMessage } from './protocol';

/** What the simulator needs of a worker. */
export interface SimulationWorker {
  send(request: RunRequest): void;
  terminate(): void;
}

/** Starts a worker that reports to these two. */
export type StartWorker = (
  onMessage: (message: WorkerMessage) => void,
  onDeath: () => void,
) => SimulationWorker;

/** Why there is no run to show. */
export type SimulatorProblem =
  /** The worker died again and again. */
  | { readonly kind: 'workerDied' }
  /** The engine threw: a bug, and what it said. */
  | { readonly kind: 'engineFailed'; readonly message: string };

export interface SimulatorEvents {
  /** Called with a new `Run` each time more is known; its traces grow in place. */
  readonly onRun: (run: Run) => void;
  readonly onProblem: (problem: SimulatorProblem) => void;
}

/** A worker that dies is started again for the same experiment, but not for ever. */
const MAX_RESTARTS = 2;
/** A long run comes in hundreds of batches; views hear of them at most this often. A short one comes at once. */
const REPORT_EVERY_MS = 50;
/**
 * …and the longer it has taken, the less often: whoever hears of it looks at all that has come, so that looking at
 * equal distances would take as long as the square of the run.
 */
const REPORT_EVERY_SHARE = 1 / 8;
/** A worker that has been at it for so long is ended rather than left to go on with what nobody waits for. */
const LONG_MS = 500;

interface Job {
  readonly experiment: Experiment;
  readonly runId: number;
  readonly traces: readonly Trace[];
  readonly startedMs: number;
  reportedMs: number;
  lanesOver: readonly number[];
}

/** Runs experiments elsewhere than on the page's thread; the first worker is started at once. */
export class Simulator {
  readonly #startWorker: StartWorker;
  readonly #events: SimulatorEvents;
  #worker: SimulationWorker;
  #job: Job | null = null;
  #lastRunId = 0;
  #restarts = 0;

  constructor(startWorker: StartWorker, events: SimulatorEvents) {
    this.#startWorker = startWorker;
    this.#events = events;
    this.#worker = this.#start();
  }

  /** Starts over with another experiment; what is still to come of an older one is thrown away. */
  run(experiment: Experiment): void {
    if (this.#restarts > MAX_RESTARTS) {
      this.#restarts = 0;
      this.#worker = this.#start();
    }
    this.#begin(experiment);
  }

  /** Throws away what is still to come, and returns what has come of what was under way. */
  stop(): Run | null {
    const job = this.#job;
    if (!job) return null;
    this.#job = null;
    if (performance.now() - job.startedMs > LONG_MS) {
      this.#worker.terminate();
      this.#worker = this.#start();
    }
    return runOf(job, null);
  }

  #start(): SimulationWorker {
    // One death may be told several times; what a worker says after its end is not about the next one.
    let isCurrent = true;
    return this.#startWorker(
      (message) => this.#receive(message),
      () => {
        if (isCurrent) this.#resume();
        isCurrent = false;
      },
    );
  }

  #begin(experiment: Experiment): void {
    this.#lastRunId += 1;
    const runId = this.#lastRunId;
    const traces = experiment.lanes.map((lane) => new Trace(lane));
    const startedMs = performance.now();
    this.#job = { experiment, runId, traces, startedMs, reportedMs: startedMs, lanesOver: [] };
    this.#worker.send({ kind: 'run', runId, experiment });
  }

  #resume(): void {
    this.#worker.terminate();
    this.#restarts += 1;
    if (this.#restarts > MAX_RESTARTS) {
      this.#job = null;
      this.#events.onProblem({ kind: 'workerDied' });
      return;
    }
    this.#worker = this.#start();
    if (this.#job) this.#begin(this.#job.experiment);
  }

  #receive(message: WorkerMessage): void {
    const job = this.#job;
    if (!job || message.runId !== job.runId) return;
    switch (message.kind) {
      case 'batch':
        job.traces[message.lane]!.append(message.batch);
        job.lanesOver = message.lanesOver;
        if (isReportDue(job)) this.#report(job, null);
        return;
      case 'done':
        this.#restarts = 0;
        // A worker that dies with nothing to do has nothing to resume.
        this.#job = null;
        this.#report(job, message.result);
        return;
      case 'failed':
        this.#job = null;
        this.#events.onProblem({ kind: 'engineFailed', message: message.message });
    }
  }

  #report(job: Job, result: RunResult | null): void {
    job.reportedMs = performance.now();
    this.#events.onRun(runOf(job, result));
  }
}

function isReportDue({ startedMs, reportedMs }: Job): boolean {
  const nowMs = performance.now();
  return nowMs - reportedMs >= Math.max(REPORT_EVERY_MS, (nowMs - startedMs) * REPORT_EVERY_SHARE);
}

function runOf({ experiment, traces, lanesOver }: Job, result: RunResult | null): Run {
  return { experiment, traces, result, lanesOver };
}
