import { describe, expect, it } from 'vitest';
import { runAxe } from './axe';
import { SIZES, withPage } from './page';
import { Town } from './town';

const NEAR_S = '198.51.100.0/24';
/** The first ping has gone round between R2 and R3 a few times, and the second is still to come. */
const MOMENT_NS = 100_000_000;

describe('the routes panel', () => {
  it('shows which row a packet took and that it goes in circles, and lets the row be mended', async () => {
    const path = `#town=loop&at=${MOMENT_NS}`;
    await withPage({ ...SIZES[1], locale: 'en', path }, async (page) => {
      const town = new Town(page, 'en');
      await town.tab('tables').click();
      const row = page.locator(`tr[data-row="${NEAR_S}"]`);
      await row.waitFor();
      const machine = page.getByRole('combobox', { name: town.t('tables.of') });
      await machine.selectOption('router R3');
      const circle = town.t('tables.loops', { among: 'R3 ↔ R2' });
      await page.getByText(circle).waitFor();

      // The packet that goes round is pointed at on the map: its row is lit.
      await page.locator('[role=button][data-packet]').first().hover();
      await expect.poll(() => row.getAttribute('data-used')).toBe('true');
      expect(await runAxe(page)).toEqual([]);

      await town.button(town.t('tables.edit')).click();
      const prefixes = page.getByRole('textbox', { name: town.t('tables.prefix') });
      await prefixes.nth(1).fill('198.51.100.0/99');
      await page.getByText(town.t('tables.problem.notPrefix')).waitFor();
      await prefixes.nth(1).press('Escape');
      await page
        .getByRole('combobox', { name: town.t('tables.next') })
        .nth(1)
        .selectOption('R3-B');
      await town.button(town.t('tables.done')).click();
      await expect.poll(() => page.getByText(circle).count()).toBe(0);
      await expect.poll(() => row.innerText()).toContain('B R3-B');
      await town.tab('transcript').click();
      await page
        .getByText(/app told: echo 1 in /)
        .first()
        .waitFor();
    });
  });
});
