import { simulateAll } from '../src/engine/simulate';
import { streetExperiment } from '../src/experiment/street';
import { type Figure, spread } from './figure';
import { watchRedraws } from './pageProbe';
import { openPaused, pause, readProbe, type Stand, withPage } from './pageStand';
import { firstStreet } from './streets';

const LONGEST_EDIT_MS = 30_000;
const MIDDLE_NS = 200_000_000;

/** From a click on a weather switch, in the middle of the first run, to the picture of the new run. */
export async function editFigures(stand: Stand, repetitions: number): Promise<readonly Figure[]> {
  const street = firstStreet();
  const run = simulateAll(streetExperiment(street));
  return withPage(stand, [watchRedraws], async (page) => {
    await openPaused(page, stand, run, { street, atNs: MIDDLE_NS, speed: 0.03 });
    const samples: number[] = [];
    for (let i = 0; i < repetitions; i += 1) {
      // A switch that goes back at the moment at which it was turned gives a run that is known, and nothing to wait for.
      await page.keyboard.press('ArrowRight');
      await page.locator('[role=group][aria-busy=false]').waitFor();
      await page.getByRole('switch', { name: 'Duplicate' }).click();
      await page.waitForFunction(() => window.benchProbe.redrawnMs !== null, null, {
        timeout: LONGEST_EDIT_MS,
      });
      const { clickedMs, redrawnMs } = await readProbe(page);
      samples.push(redrawnMs! - clickedMs);
      await pause(200);
    }
    return [
      {
        id: 'editToPicture',
        what: 'click on a weather switch to new picture, first screen',
        unit: 'ms',
        ...spread(samples),
        aim: '≤ 50 ms',
        facts: {},
      },
    ];
  });
}
