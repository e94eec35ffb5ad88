import { describe, expect, it } from 'vitest';
import { simulateAll } from '../../src/engine/simulate';
import type { Experiment, SendApp } from '../../src/experiment/experiment';
import {
  defaultStreet,
  filePayload,
  type Street,
  streetExperiment,
  textPayload,
} from '../../src/experiment/street';
import { withPage } from './page';

const MILLISECOND_NS = 1_000_000;

/** Twenty-four experiments that differ in everything a viewer can turn. */
function experiments(): Experiment[] {
  return Array.from({ length: 24 }, (_, number) => {
    const street: Street = {
      ...defaultStreet(number % 2 === 0 ? 'ko' : 'en'),
      seed: 1000 + number * 77,
      payload: payloadOf(number),
      weather: {
        loss: (number % 5) * 0.12,
        reorder: (number % 4) * 0.1,
        reorderDelayNs: 60 * MILLISECOND_NS,
        duplicate: (number % 3) * 0.2,
        corrupt: (number % 7) * 0.05,
      },
      tcp: (['classroom', 'rfc', 'linux'] as const)[number % 3]!,
      ports: number % 11 === 10 ? { tcp: 9999, udp: 9999 } : { tcp: 80, udp: 9000 },
    };
    return streetExperiment(street);
  });
}

function payloadOf(number: number): Street['payload'] {
  if (number % 6 === 5)
    return filePayload('a.bin', 'application/octet-stream', new Uint8Array(40_000).fill(number));
  return textPayload(
    ['안녕하세요', 'HELLO, WORLD', '', '🏠📦 패킷', 'a longer message that fills more pieces'][number % 5]!,
  );
}

describe('determinism', () => {
  it('the same experiments give the same trace hashes in Node and in Chromium', async () => {
    const inputs = experiments();
    const inNode = inputs.map((input) => simulateAll(input).result!.traceSha256);
    await withPage({ width: 800, height: 600, locale: 'en' }, async (page) => {
      await page.waitForFunction(() =>
        performance.getEntriesByType('resource').some(({ name }) => /worker-[^/]*\.js$/u.test(name)),
      );
      const inBrowser = await page.evaluate(hashesByWorker, inputs.map(sendable));
      expect(inBrowser).toEqual(inNode);
    });
    expect(new Set(inNode).size).toBe(inputs.length);
  });
});

/** Bytes as a plain list, since a page can only be handed JSON. */
function sendable(experiment: Experiment): { experiment: Experiment; bytes: number[] } {
  const app = experiment.apps.find((one): one is SendApp => one.kind === 'send')!;
  return { experiment, bytes: [...app.payload.bytes] };
}

/** Runs in the page: gives each experiment to the app's own worker and gathers the hashes. */
async function hashesByWorker(inputs: { experiment: Experiment; bytes: number[] }[]): Promise<string[]> {
  const entry = performance.getEntriesByType('resource').find(({ name }) => /worker-[^/]*\.js$/u.test(name))!;
  const worker = new Worker(entry.name, { type: 'module' });
  const hashes: string[] = [];
  for (const [runId, { experiment, bytes }] of inputs.entries()) {
    const apps = experiment.apps.map((app) =>
      app.kind === 'send' ? { ...app, payload: { ...app.payload, bytes: Uint8Array.from(bytes) } } : app,
    );
    const hash = new Promise<string>((resolve, reject) => {
      worker.onmessage = ({ data }) => {
        if (data.kind === 'done' && data.runId === runId) resolve(data.result.traceSha256);
        if (data.kind === 'failed') reject(new Error(data.message));
      };
    });
    worker.postMessage({ kind: 'run', runId, experiment: { ...experiment, apps } });
    hashes.push(await hash);
  }
  worker.terminate();
  return hashes;
}
