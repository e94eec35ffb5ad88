import type { Page } from 'playwright-core';
import { simulateAll } from '../src/engine/simulate';
import { decodeLink } from '../src/experiment/linkCodec';
import { type Street, streetExperiment } from '../src/experiment/street';
import type { Run } from '../src/trace/run';
import { type Figure, quantile, spread } from './figure';
import { eventsOf, inFlightAt } from './inFlight';
import { openPaused, pause, readProbe, type Stand, withPage } from './pageStand';
import { scriptTimes, TRACE_CATEGORIES } from './scriptTimes';

/** What is played, from where and how fast. */
export interface Playing {
  readonly id: string;
  readonly name: string;
  readonly street: Street;
  readonly atNs: number;
  readonly speed: number;
  readonly frameAim?: string;
  readonly commitAim?: string;
}

/** The page's own script for each render step while a run plays, and how often React commits meanwhile. */
export async function playFigures(stand: Stand, playing: Playing, ms: number): Promise<readonly Figure[]> {
  const run = simulateAll(streetExperiment(playing.street));
  return withPage(stand, [], async (page) => {
    await openPaused(page, stand, run, playing);
    await page.keyboard.press('Space');
    await pause(500);
    const before = await readProbe(page);
    const fromMs = performance.now();
    await stand.browser.startTracing(undefined, { categories: TRACE_CATEGORIES });
    await pause(ms);
    const trace = await stand.browser.stopTracing();
    const seconds = (performance.now() - fromMs) / 1000;
    const commits = (await readProbe(page)).commits - before.commits;
    const facts = await seenOn(page, run, playing);
    return figuresOf(playing, trace.toString(), commits / seconds, facts);
  });
}

function figuresOf(
  { id, name, frameAim, commitAim }: Playing,
  trace: string,
  commitsPerSecond: number,
  seen: Figure['facts'],
): readonly Figure[] {
  const steps = scriptTimes(trace);
  const seconds = (steps.at(-1)!.startMs - steps[0]!.startMs) / 1000;
  const stepsPerSecond = (steps.length - 1) / seconds;
  const cpuMs = quantile(
    steps.map(({ frameCpuMs }) => frameCpuMs),
    0.5,
  );
  const otherMs = steps.reduce((sum, { allMs, frameMs }) => sum + allMs - frameMs, 0) / steps.length;
  return [
    {
      id: `frame.${id}`,
      what: `script per render step, playing ${name}`,
      unit: 'ms',
      ...spread(steps.map(({ frameMs }) => frameMs)),
      ...(frameAim === undefined ? {} : { aim: frameAim }),
      facts: { ...seen, cpuMs, otherScriptMs: otherMs, stepsPerSecond },
    },
    {
      id: `commits.${id}`,
      what: `React commits, playing ${name}`,
      unit: 'per second',
      value: commitsPerSecond,
      ...(commitAim === undefined ? {} : { aim: commitAim }),
      facts: { perStep: commitsPerSecond / stepsPerSecond },
    },
  ];
}

/** How much there was to draw, from where playing began to where the page says it is when it is paused. */
async function seenOn(page: Page, run: Run, { atNs }: Playing): Promise<Figure['facts']> {
  const drawn = await page.locator('[data-packet*=":"]').count();
  await page.keyboard.press('Space');
  await pause(1000);
  const link = decodeLink(new URL(page.url()).hash.slice(1));
  const endNs = link.ok && link.missingPayload === null ? link.state.playheadNs : atNs;
  if (endNs <= atNs) throw new Error('the playhead did not move');
  const counts = Array.from({ length: 21 }, (_, i) => inFlightAt(run, atNs + ((endNs - atNs) * i) / 20));
  return { events: eventsOf(run), inFlight: quantile(counts, 0.5), drawnAsElements: drawn };
}
