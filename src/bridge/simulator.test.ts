import { describe, expect, it, vi } from 'vitest';
import { allParts } from '../engine/allParts';
import type { Experiment } from '../experiment/experiment';
import { defaultStreet, streetExperiment, textPayload } from '../experiment/street';
import { CLEAR_WEATHER } from '../experiment/town';
import type { Run } from '../trace/run';
import { hashTraces } from '../trace/traceHash';
import { handle } from './handle';
import type { RunRequest, WorkerMessage } from './protocol';
import { type SimulationWorker, Simulator, type SimulatorProblem, type StartWorker } from './simulator';

/** A worker on the page's own thread that answers one message at a time, or dies when told to. */
class HandWorker implements SimulationWorker {
  readonly die: () => void;
  readonly #onMessage: (message: WorkerMessage) => void;
  #requests: Iterator<WorkerMessage>[] = [];

  constructor(onMessage: (message: WorkerMessage) => void, onDeath: () => void) {
    this.#onMessage = onMessage;
    this.die = onDeath;
  }

  send(request: RunRequest): void {
    this.#requests.push(handle(request, allParts));
  }

  terminate(): void {
    this.#requests = [];
  }

  /** Sends the next messages, of one request. */
  answer(count: number): void {
    for (let i = 0; i < count; i += 1) {
      const next = this.#requests.at(-1)!.next();
      if (!next.done) this.#onMessage(structuredClone(next.value));
    }
  }

  /** Sends everything it has to answer, as a message channel would: by value. */
  answerAll(): void {
    for (const request of this.#requests) {
      for (let next = request.next(); !next.done; next = request.next()) {
        this.#onMessage(structuredClone(next.value));
      }
    }
    this.#requests = [];
  }
}

interface Stand {
  readonly workers: HandWorker[];
  readonly runs: Run[];
  readonly problems: SimulatorProblem[];
  readonly run: (experiment: Experiment) => void;
  readonly stop: () => Run | null;
}

function stand(): Stand {
  const workers: HandWorker[] = [];
  const runs: Run[] = [];
  const problems: SimulatorProblem[] = [];
  const startWorker: StartWorker = (onMessage, onDeath) => {
    const worker = new HandWorker(onMessage, onDeath);
    workers.push(worker);
    return worker;
  };
  const simulator = new Simulator(startWorker, {
    onRun: (value) => runs.push(value),
    onProblem: (problem) => problems.push(problem),
  });
  return {
    workers,
    runs,
    problems,
    run: (experiment) => simulator.run(experiment),
    stop: () => simulator.stop(),
  };
}

function experimentOf(text: string): Experiment {
  return streetExperiment({ ...defaultStreet('en'), payload: textPayload(text) }, ['udp']);
}

describe('simulator', () => {
  it('rebuilds on the page what the engine recorded', () => {
    const { workers, runs, run } = stand();
    run(experimentOf('hello'));
    workers[0]!.answerAll();
    const last = runs.at(-1)!;
    expect(last.result?.lanes[0]).toMatchObject({ transport: 'udp', sentBytes: 5 });
    expect(last.traces[0]!.eventCount).toBeGreaterThan(20);
    expect(runs.slice(0, -1).every(({ result }) => result === null)).toBe(true);
  });

  it('gives the page the very trace that the engine hashed', () => {
    const { workers, runs, run } = stand();
    const street = { ...defaultStreet('en'), weather: { ...CLEAR_WEATHER, loss: 0.1, duplicate: 0.1 } };
    run(streetExperiment({ ...street, payload: textPayload('x'.repeat(20_000)), pieceBytes: 16 }));
    workers[0]!.answerAll();
    const { traces, result } = runs.at(-1)!;
    const held = Array.from(
      { length: traces[0]!.snapshotCount },
      (_, i) => traces[0]!.snapshot(i).reassembly,
    );
    expect(held.some((ranges) => ranges.length > 1)).toBe(true);
    expect(hashTraces(traces)).toBe(result!.traceSha256);
  });

  it('says which lane is over while the other goes on', () => {
    const street = { ...defaultStreet('en'), payload: textPayload('x'.repeat(20_000)) };
    const experiment = streetExperiment(street);
    const over: (readonly number[])[] = [];
    const turns: number[] = [];
    for (const message of handle({ kind: 'run', runId: 1, experiment }, allParts)) {
      if (message.kind !== 'batch') continue;
      // A lane that was called over never speaks again.
      expect(over.at(-1) ?? []).not.toContain(message.lane);
      over.push(message.lanesOver);
      turns.push(message.lane);
    }
    expect(turns.at(-1)).toBe(0);
    expect(over.at(-1)).toEqual([1]);
    expect(over[0]).toEqual([]);
  });

  it('throws away what is left of an older run', () => {
    const { workers, runs, run } = stand();
    run(experimentOf('older'));
    run(experimentOf('newer one'));
    workers[0]!.answerAll();
    expect(new Set(runs.map(({ experiment }) => experiment)).size).toBe(1);
    expect(runs.at(-1)!.result?.lanes[0]?.sentBytes).toBe('newer one'.length);
  });

  it('starts a dead worker again and resumes the same experiment', () => {
    const { workers, runs, problems, run } = stand();
    const experiment = experimentOf('survivor');
    run(experiment);
    workers[0]!.die();
    expect(workers).toHaveLength(2);
    workers[1]!.answerAll();
    expect(runs.at(-1)!.experiment).toBe(experiment);
    expect(runs.at(-1)!.result).not.toBeNull();
    expect(problems).toEqual([]);
  });

  it('starts one worker anew however often the death of the old one is told', () => {
    const { workers, runs, problems, run } = stand();
    run(experimentOf('survivor'));
    for (let i = 0; i < 3; i += 1) workers[0]!.die();
    expect(workers).toHaveLength(2);
    workers[1]!.answerAll();
    expect(runs.at(-1)!.result).not.toBeNull();
    expect(problems).toEqual([]);
  });

  it('leaves a finished run alone when the idle worker dies', () => {
    const { workers, runs, run } = stand();
    run(experimentOf('whole'));
    workers[0]!.answerAll();
    const reports = runs.length;
    workers[0]!.die();
    workers[1]!.answerAll();
    expect(runs).toHaveLength(reports);
    run(experimentOf('next'));
    workers[1]!.answerAll();
    expect(runs.at(-1)!.result?.lanes[0]?.sentBytes).toBe(4);
  });

  it('gives up on a worker that dies every time, and tries again when asked', () => {
    const { workers, runs, problems, run } = stand();
    run(experimentOf('doomed'));
    for (let i = 0; i < 3; i += 1) workers.at(-1)!.die();
    expect(problems).toEqual([{ kind: 'workerDied' }]);
    run(experimentOf('again'));
    workers.at(-1)!.answerAll();
    expect(runs.at(-1)!.result?.lanes[0]?.sentBytes).toBe(5);
  });

  it('says what the engine said when it failed', () => {
    const { workers, problems, run } = stand();
    const experiment = experimentOf('x');
    run({ ...experiment, apps: [{ kind: 'receive', host: 'nowhere', port: { tcp: 1, udp: 1 } }] });
    workers[0]!.answerAll();
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatchObject({ kind: 'engineFailed' });
  });

  it('tells of a run the less often the longer it takes', () => {
    vi.useFakeTimers({ toFake: ['performance'] });
    try {
      const { workers, runs, run } = stand();
      run(
        streetExperiment({ ...defaultStreet('en'), payload: textPayload('x'.repeat(20_000)), pieceBytes: 1 }),
      );
      const told = (seconds: number): number => {
        const before = runs.length;
        for (let i = 0; i < seconds * 10; i += 1) {
          vi.advanceTimersByTime(100);
          workers[0]!.answer(1);
        }
        return runs.length - before;
      };
      expect(told(0.5)).toBe(5);
      const early = told(5);
      const late = told(5);
      expect(early).toBeLessThan(30);
      expect(late).toBeLessThan(early / 2);
    } finally {
      vi.useRealTimers();
    }
  });

  it('gives what has come of a run that is stopped, and ends a worker that would go on for long', () => {
    vi.useFakeTimers({ toFake: ['performance'] });
    try {
      const { workers, runs, run, stop } = stand();
      expect(stop()).toBeNull();
      run(experimentOf('short'));
      stop();
      expect(workers).toHaveLength(1);
      run(streetExperiment({ ...defaultStreet('en'), payload: textPayload('x'.repeat(20_000)) }));
      vi.advanceTimersByTime(1000);
      workers[0]!.answer(3);
      const stopped = stop()!;
      expect(stopped.result).toBeNull();
      expect(stopped.traces[0]!.eventCount).toBeGreaterThan(100);
      const reports = runs.length;
      workers[0]!.answerAll();
      expect(workers).toHaveLength(2);
      expect(runs).toHaveLength(reports);
    } finally {
      vi.useRealTimers();
    }
  });
});
