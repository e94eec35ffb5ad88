import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { type Figure, quantile, spread } from './figure';
import { watchFirstMove } from './pageProbe';
import { type Stand, withPage } from './pageStand';

const LONGEST_LOAD_MS = 60_000;

interface Load {
  readonly firstMoveMs: number;
  readonly firstPaintMs: number;
  /** Names of the scripts that had been loaded by the first move. */
  readonly scripts: readonly string[];
}

/** Cold loads: how soon a packet moves, and what had to be loaded for it. `folder` is the built page's. */
export async function loadFigures(
  stand: Stand,
  folder: string,
  repetitions: number,
): Promise<readonly Figure[]> {
  const loads: Load[] = [];
  for (let i = 0; i < repetitions; i += 1) {
    loads.push(
      await withPage(stand, [watchFirstMove], async (page) => {
        await page.goto(stand.url);
        return readLoad(page);
      }),
    );
  }
  const sizeOf = (names: readonly string[]): number =>
    names.reduce((sum, name) => sum + gzipSync(readFileSync(join(folder, 'assets', name))).length, 0);
  const scripts = loads[0]!.scripts;
  const worker = scripts.filter((name) => name.startsWith('worker-'));
  const html = readFileSync(join(folder, 'index.html'), 'utf8');
  const named = scripts.filter((name) => html.includes(name));
  const firstPaintMs = quantile(
    loads.map((load) => load.firstPaintMs),
    0.5,
  );
  return [
    {
      id: 'load.firstMove',
      what: 'cold load, navigation to first moving packet',
      unit: 'ms',
      ...spread(loads.map(({ firstMoveMs }) => firstMoveMs)),
      facts: { firstPaintMs },
    },
    {
      id: 'load.paintToMove',
      what: 'cold load, first paint to first moving packet',
      unit: 'ms',
      ...spread(loads.map((load) => load.firstMoveMs - load.firstPaintMs)),
      aim: '≤ 1 s',
      facts: {},
    },
    {
      id: 'load.script',
      what: 'script loaded by then, gzip, worker included',
      unit: 'bytes',
      ...spread(loads.map((load) => sizeOf(load.scripts))),
      aim: '≤ 180 kB',
      facts: { files: scripts.length, workerBytes: sizeOf(worker), namedByPageBytes: sizeOf(named) },
    },
  ];
}

async function readLoad(page: Page): Promise<Load> {
  await page.waitForFunction(() => window.benchProbe.firstMoveMs !== null, null, {
    timeout: LONGEST_LOAD_MS,
  });
  const times = await page.evaluate(() => ({
    firstMoveMs: window.benchProbe.firstMoveMs ?? 0,
    firstPaintMs: performance.getEntriesByType('paint')[0]?.startTime ?? 0,
    startedAtMs: performance.timeOrigin,
  }));
  // What a worker fetches by itself is in its own list.
  const ofWorkers = page.workers().map(async (worker) => worker.evaluate(fetchedScripts));
  const lists = await Promise.all([page.evaluate(fetchedScripts), ...ofWorkers]);
  const endMs = times.startedAtMs + times.firstMoveMs;
  const scripts = lists.flat().filter(({ atMs }) => atMs <= endMs);
  return { ...times, scripts: [...new Set(scripts.map(({ name }) => basename(name)))] };
}

/** Runs in the page or in a worker: the scripts that were fetched there, and when each had come, by the clock on the wall. */
function fetchedScripts(): readonly { readonly name: string; readonly atMs: number }[] {
  const resources = performance.getEntriesByType('resource') as PerformanceResourceTiming[];
  return resources
    .filter(({ name }) => name.endsWith('.js'))
    .map(({ name, responseEnd }) => ({ name, atMs: performance.timeOrigin + responseEnd }));
}
