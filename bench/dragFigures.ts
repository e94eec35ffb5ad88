import type { Page } from 'playwright-core';
import { simulateAll } from '../src/engine/simulate';
import { streetExperiment } from '../src/experiment/street';
import { type Figure, quantile, spread } from './figure';
import { eventsOf } from './inFlight';
import { openPaused, pause, type Stand, withPage } from './pageStand';
import { scriptTimes, TRACE_CATEGORIES } from './scriptTimes';
import { longStreet } from './streets';

/** Between two movements of the mouse: about three render steps, so that each gets its own. */
const STEP_MS = 50;

/** Dragging the timeline's handle across a long run and back. */
export async function dragFigures(stand: Stand, movements: number): Promise<readonly Figure[]> {
  const street = longStreet();
  const run = simulateAll(streetExperiment(street));
  return withPage(stand, [], async (page) => {
    await openPaused(page, stand, run, { street, atNs: 0, speed: 1 });
    await stand.browser.startTracing(undefined, { categories: TRACE_CATEGORIES });
    await drag(page, movements);
    const trace = await stand.browser.stopTracing();
    const steps = scriptTimes(trace.toString()).filter(({ hasInput }) => hasInput);
    const frameMs = quantile(
      steps.map((step) => step.frameMs),
      0.5,
    );
    return [
      {
        id: 'drag.long',
        what: 'script per step of dragging the timeline of a long transfer',
        unit: 'ms',
        ...spread(steps.map(({ allMs }) => allMs)),
        facts: { events: eventsOf(run), inRenderStepMs: frameMs },
      },
    ];
  });
}

async function drag(page: Page, movements: number): Promise<void> {
  const box = await page.locator('input[type=range]').first().boundingBox();
  if (!box) throw new Error('the timeline has no handle');
  const y = box.y + box.height / 2;
  // There and back.
  const xAt = (i: number): number => box.x + box.width * (1 - Math.abs(1 - (2 * i) / movements));
  await page.mouse.move(xAt(0) + 1, y);
  await page.mouse.down();
  for (let i = 1; i <= movements; i += 1) {
    await page.mouse.move(xAt(i), y);
    await pause(STEP_MS);
  }
  await page.mouse.up();
}
