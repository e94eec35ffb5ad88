import { buffer } from 'node:stream/consumers';
import { describe, expect, it } from 'vitest';
import { simulateAll } from '../../src/engine/simulate';
import { defaultStreet, streetExperiment } from '../../src/experiment/street';
import { withTown } from './town';

const MS = 1_000_000;
const PNG_WIDTH_AT = 16;

describe('a picture of the stage', () => {
  const street = defaultStreet('en');
  const run = simulateAll(streetExperiment(street));

  it('is saved as PNG at twice its size; a clip can be given up, and time stands where it was', async () => {
    await withTown(
      { width: 1280, height: 720, locale: 'en', link: { street, playheadNs: 120 * MS } },
      async (town) => {
        await town.standsAt(run, 120 * MS);
        const item = (name: string) => town.page.getByRole('menuitem', { name, exact: true });
        await town.button(town.t('pictures.title')).click();
        const download = town.page.waitForEvent('download');
        await item(town.t('pictures.png')).click();
        const png = await buffer(await (await download).createReadStream());
        const stage = town.page.getByRole('region', { name: town.t('stage.name'), exact: true });
        const width = await stage.evaluate((element) => element.clientWidth);
        expect(png.readUInt32BE(PNG_WIDTH_AT)).toBe(width * 2);
        expect(png.length).toBeGreaterThan(100_000);

        await town.button(town.t('pictures.title')).click();
        await item(town.t('pictures.gif')).click();
        await town.button(town.t('pictures.cancel')).click();
        await town.button(town.t('pictures.title')).waitFor();
        await town.standsAt(run, 120 * MS);

        await town.button(town.t('pictures.title')).click();
        await item(town.t('pictures.gif')).click();
        await town.button(town.t('pictures.cancel')).waitFor();
        await town.button(town.t('playback.play')).click();
        await town.page.getByText(town.t('problems.clipStopped')).waitFor();
        // Time belongs to whoever pressed Play.
        await town.button(town.t('playback.pause')).click();
      },
    );
  });
});
