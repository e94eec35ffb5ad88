import { describe, expect, it } from 'vitest';
import { runAxe } from './axe';
import { textProblems } from './measure';
import { withPage } from './page';
import { Town } from './town';

describe('a town with more instruments than the row has room for', () => {
  it('lists them all by keys, and keeps the chosen one in sight', async () => {
    const path = '#town=dns-tree&at=1';
    await withPage({ width: 1280, height: 720, locale: 'en', path }, async (page) => {
      const town = new Town(page, 'en');
      const all = page.getByRole('button', { name: town.t('instruments.all') });
      await all.press('Enter');
      const menu = page.getByRole('menu', { name: town.t('instruments.all') });
      await menu.waitFor();
      expect(await runAxe(page)).toEqual([]);
      await page.keyboard.press('End');
      await page.keyboard.press('Enter');
      await expect.poll(() => town.tab('build').getAttribute('aria-selected')).toBe('true');
      const row = (await page.getByRole('tablist').boundingBox())!;
      const chosen = (await town.tab('build').boundingBox())!;
      expect(chosen.x).toBeGreaterThanOrEqual(row.x);
      expect(chosen.x + chosen.width).toBeLessThanOrEqual(row.x + row.width + 1);
      expect(await textProblems(page)).toEqual([]);
    });
  });
});

describe('a crowded map under a finger', () => {
  it('says the address of what is tapped, and comes near enough to read all of them with a double tap', async () => {
    const path = '#town=home-and-street&at=1';
    await withPage({ width: 390, height: 844, locale: 'ko', path, touch: true }, async (page) => {
      const town = new Town(page, 'ko');
      const map = page.getByRole('region', { name: town.t('map.name') });
      const { x, y, width, height } = (await map.locator('[data-place="IX1"]').boundingBox())!;
      const [across, down] = [x + width / 2, y + height / 2];
      await page.touchscreen.tap(across, down);
      await expect.poll(() => map.locator('[data-part=callout]').textContent()).toContain('IX1');
      expect(await textProblems(page)).toEqual([]);
      expect(await map.locator('[data-near]').count()).toBe(0);
      // The first tap of these takes the choice back.
      await page.touchscreen.tap(across, down);
      await page.touchscreen.tap(across, down);
      await expect.poll(() => map.locator('[data-near]').count()).toBe(1);
    });
  });
});
