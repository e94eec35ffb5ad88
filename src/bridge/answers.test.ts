import { describe, expect, it } from 'vitest';
import { allParts } from '../engine/allParts';
import type { Parts } from '../engine/parts';
import { simulateAll } from '../engine/simulate';
import type { Experiment } from '../experiment/experiment';
import { ping } from '../experiment/presets/ping';
import { defaultStreet, streetExperiment } from '../experiment/street';
import { townExperiment } from '../experiment/townFile';
import { Answers } from './answers';
import type { WorkerMessage } from './protocol';

const STREET = streetExperiment(defaultStreet('en'));
const TOWN = townExperiment(ping.town);

type Fetch = { readonly come: (parts: Parts) => void; readonly fail: (error: Error) => void };

/** A worker's body whose further parts come when the test says so. */
function stand() {
  const fetches: Fetch[] = [];
  const fetchAll = async (): Promise<Parts> =>
    new Promise((come, fail) => {
      fetches.push({ come, fail });
    });
  let timesReady = 0;
  const answers = new Answers(fetchAll, () => (timesReady += 1));
  const ask = (runId: number, experiment: Experiment): void =>
    answers.begin({ kind: 'run', runId, experiment });
  const takeAll = (): WorkerMessage[] => {
    const taken: WorkerMessage[] = [];
    for (let next = answers.take(); next; next = answers.take()) taken.push(next);
    return taken;
  };
  return { answers, fetches, ask, takeAll, timesReady: () => timesReady };
}

/** All that was promised in the meantime has been done. */
async function settled(): Promise<void> {
  await new Promise<void>((resolve) => setImmediate(resolve));
}

function hashIn(messages: readonly WorkerMessage[], runId: number): string | undefined {
  expect(messages.every((message) => message.runId === runId)).toBe(true);
  const last = messages.at(-1);
  return last?.kind === 'done' ? last.result.traceSha256 : undefined;
}

describe('the answers of a worker', () => {
  it('begin at once where the first parts will do', () => {
    const { ask, takeAll, fetches, timesReady } = stand();
    ask(1, STREET);
    expect(timesReady()).toBe(1);
    expect(hashIn(takeAll(), 1)).toBe(simulateAll(STREET).result!.traceSha256);
    expect(fetches).toHaveLength(0);
  });

  it('wait for further parts where they are needed, and have them from then on', async () => {
    const { ask, takeAll, fetches, timesReady } = stand();
    ask(1, TOWN);
    expect(takeAll()).toEqual([]);
    fetches[0]!.come(allParts);
    await settled();
    expect(timesReady()).toBe(1);
    expect(hashIn(takeAll(), 1)).toBe(simulateAll(TOWN).result!.traceSha256);
    ask(2, TOWN);
    expect(hashIn(takeAll(), 2)).toBe(simulateAll(TOWN).result!.traceSha256);
    expect(fetches).toHaveLength(1);
  });

  it('are those of the newest request, whenever the parts of an older one come', async () => {
    const { ask, takeAll, fetches, timesReady } = stand();
    ask(1, STREET);
    ask(2, TOWN);
    // Nothing more of the street, although the town has to wait.
    expect(takeAll()).toEqual([]);
    ask(3, STREET);
    expect(hashIn(takeAll(), 3)).toBeDefined();
    fetches[0]!.come(allParts);
    await settled();
    expect(timesReady()).toBe(2);
    expect(takeAll()).toEqual([]);
  });

  it('begin each request once when several wait for the same parts', async () => {
    const { ask, takeAll, fetches, timesReady } = stand();
    ask(1, TOWN);
    ask(2, TOWN);
    for (const fetch of fetches) fetch.come(allParts);
    await settled();
    expect(timesReady()).toBe(1);
    expect(hashIn(takeAll(), 2)).toBeDefined();
  });

  it('say so when the parts cannot be fetched, and fetch them again for the next request', async () => {
    const { ask, takeAll, fetches } = stand();
    ask(1, TOWN);
    fetches[0]!.fail(new Error('no line'));
    await settled();
    expect(takeAll()).toEqual([{ kind: 'failed', runId: 1, message: 'Error: no line' }]);
    ask(2, TOWN);
    fetches[1]!.come(allParts);
    await settled();
    expect(hashIn(takeAll(), 2)).toBeDefined();
  });
});
