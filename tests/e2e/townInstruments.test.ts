import { describe, expect, it } from 'vitest';
import { runAxe } from './axe';
import { SIZES, withPage } from './page';
import { Town } from './town';

/** The resolver has asked the root, and what it asks of the servers of com comes to them. */
const MOMENT_NS = 130_000_000;

describe('the instruments of a town', () => {
  it('say who speaks to whom, draw a column for whom one chooses, and know nodes by their names', async () => {
    await withPage({ ...SIZES[0], locale: 'en', path: `#town=dns-tree&at=${MOMENT_NS}` }, async (page) => {
      const town = new Town(page, 'en');
      const heads = page.locator('[data-ladder-heads] b');
      await heads.first().waitFor();
      await expect.poll(() => heads.allInnerTexts()).toEqual(expect.arrayContaining(['C', 'D']));
      await expect
        .poll(() => page.locator('[data-part=saying] p').first().innerText())
        .toMatch(/^D → com: /u);
      const bar = page.getByRole('region', { name: town.t('playback.timeline') });
      await expect.poll(() => bar.getByText('TCP', { exact: true }).count()).toBe(0);

      await page.getByRole('button', { name: /^Nodes \d+\/8$/u }).click();
      for (const id of ['root', 'ns']) await page.getByRole('checkbox', { name: id }).uncheck();
      await page.getByRole('checkbox', { name: 'com' }).check();
      await page.keyboard.press('Escape');
      await expect.poll(() => heads.allInnerTexts()).toEqual(['C', 'D', 'com']);
      const arrow = page.getByRole('option', { name: /D → com at/u });
      await expect.poll(() => arrow.count()).toBe(1);
      expect(await runAxe(page)).toEqual([]);

      await town.tab('transcript').click();
      await page
        .getByRole('combobox', { name: town.t('panels.filter.label') })
        .fill('udp port 53 and host com');
      await expect.poll(() => page.getByText(/IP D\.\d+ > com\.53/u).count()).toBe(1);
    });
  });
});
