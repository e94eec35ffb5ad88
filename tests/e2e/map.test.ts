import { describe, expect, it } from 'vitest';
import { simulateAll } from '../../src/engine/simulate';
import { presetOf } from '../../src/experiment/presets/inOrder';
import { townExperiment } from '../../src/experiment/townFile';
import { momentsOf } from '../../src/trace/moments';
import { runAxe } from './axe';
import { textProblems } from './measure';
import { type PageOptions, withPage } from './page';
import { Town } from './town';

/** So many events from the beginning, packets are on the roads. */
const EVENTS = 12;
const MOMENT_NS = momentsOf(simulateAll(townExperiment(presetOf('two-paths')!.town)))[EVENTS]!;

/** Opens the map of a preset town, standing still when packets are on its roads. */
async function withMap(options: PageOptions, body: (town: Town) => Promise<void>): Promise<void> {
  await withPage({ ...options, path: `#town=two-paths&at=${MOMENT_NS}` }, async (page) => {
    const town = new Town(page, options.locale);
    await page.getByRole('region', { name: town.t('map.name') }).waitFor();
    await expect.poll(() => town.packets().count()).toBeGreaterThan(1);
    await body(town);
  });
}

describe('the map', () => {
  it('shows a town whose packets, houses and roads can be chosen, and stands still while it is paused', async () => {
    await withMap({ width: 1280, height: 720, locale: 'en' }, async (town) => {
      const { page, t } = town;
      const map = page.getByRole('region', { name: t('map.name') });
      await town.packets().first().press('Enter');
      await expect.poll(() => map.locator('[data-packet][aria-pressed=true]').count()).toBe(1);
      await expect.poll(() => map.locator('[data-part=lit] > g').count()).toBeGreaterThan(1);
      // What has just come is painted anew once, when it is there for good.
      const isStill = async (): Promise<boolean> => (await map.screenshot()).equals(await map.screenshot());
      await expect.poll(isStill).toBe(true);

      await map.locator('[data-place][tabindex="0"]').focus();
      const name = (): Promise<string | null> =>
        page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? null);
      const left = await name();
      await page.keyboard.press('ArrowRight');
      await expect.poll(name).not.toBe(left);
      await page.keyboard.press('Enter');
      await expect.poll(() => map.locator('[data-place][aria-pressed=true]').count()).toBe(1);

      expect(await textProblems(page)).toEqual([]);
      expect(await runAxe(page)).toEqual([]);
      await page.keyboard.press('m');
      await expect.poll(() => map.getAttribute('data-look')).toBe('protocol');
      expect(await textProblems(page)).toEqual([]);
    });
  });

  it('lets hands cut a road and power a house off, by key and by mouse, and takes it back', async () => {
    await withMap({ width: 1280, height: 720, locale: 'en' }, async ({ page, t }) => {
      const map = page.getByRole('region', { name: t('map.name') });
      await map.locator('[data-place="R2-R3"]').focus();
      await page.keyboard.press('Shift+F10');
      await page.getByRole('button', { name: t('hands.act.cutLink') }).click();
      await map.locator('[data-part=cut]').waitFor();
      await page.keyboard.press('Escape');
      await map.locator('[data-place="S"]').click({ button: 'right' });
      await page.getByRole('button', { name: t('hands.act.powerOff') }).click();
      await page.getByText(t('hands.isOff', { host: 'S' })).waitFor();
      await page.keyboard.press('Escape');
      await page.keyboard.press('Control+z');
      await page.keyboard.press('Control+z');
      await expect.poll(() => map.locator('[data-part=cut]').count()).toBe(0);
    });
  });

  it('fits a phone, above what moves time', async () => {
    await withMap({ width: 390, height: 844, locale: 'ko', touch: true }, async ({ page, t }) => {
      const map = (await page.getByRole('region', { name: t('map.name') }).boundingBox())!;
      const below = (await page.getByRole('region', { name: t('playback.timeline') }).boundingBox())!;
      expect(map.y + map.height).toBeLessThanOrEqual(below.y + 1);
      expect(await textProblems(page)).toEqual([]);
      expect(await runAxe(page)).toEqual([]);
    });
  });
});
