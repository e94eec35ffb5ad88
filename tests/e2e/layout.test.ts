import { describe, expect, it } from 'vitest';
import { simulateAll } from '../../src/engine/simulate';
import { defaultStreet, streetExperiment } from '../../src/experiment/street';
import { textProblems } from './measure';
import { SIZES } from './page';
import { storyMoments } from './storyMoments';
import { withTown } from './town';

const CASES = SIZES.flatMap((size) => (['ko', 'en'] as const).map((locale) => ({ ...size, locale })));

describe.each(CASES)('the page of $width × $height in $locale', ({ width, height, locale }) => {
  const street = defaultStreet(locale);
  const moments = storyMoments(simulateAll(streetExperiment(street)));

  it('shows every text whole and on its own, at each turn of the story, with an opened packet, a sheet and a dialog', async () => {
    const link = { street, playheadNs: 1, language: locale };
    await withTown({ width, height, locale, link }, async (town) => {
      const { page, t } = town;
      const found: string[] = [];
      const look = async (name: string): Promise<void> => {
        await town.drawn();
        for (const problem of await textProblems(page)) found.push(`${name}: ${problem}`);
      };
      for (const [name, playheadNs] of Object.entries(moments)) {
        await town.open({ ...link, playheadNs });
        await look(name);
      }
      await town.open({ ...link, playheadNs: moments.retransmission });
      await town.tab('transcript').click();
      await look('transcript');
      await town.packets().first().press('Enter');
      await page.locator('[data-byte]').first().waitFor();
      await look('packet');
      const amount = t('app.weather.amountOf', { name: t('app.weather.loss'), amount: '20%' });
      await town.button(amount).click();
      await look('amount');
      await page.keyboard.press('Escape');
      await page.keyboard.press('?');
      await page.getByRole('dialog').waitFor();
      await look('keys');
      expect(found).toEqual([]);
    });
  });
});

describe('a window of any size', () => {
  it('shows every text whole, also after it was made larger or smaller', async () => {
    const street = defaultStreet('ko');
    const { retransmission } = storyMoments(simulateAll(streetExperiment(street)));
    const sizes = [
      [1366, 768],
      [360, 640],
      [820, 1180],
      // On both sides of the width from which on the instruments stand beside the town.
      [959, 700],
      [960, 600],
      [2560, 1440],
    ] as const;
    const link = { street, playheadNs: retransmission };
    await withTown({ width: 1024, height: 768, locale: 'ko', link }, async (town) => {
      await town.standsAt(simulateAll(streetExperiment(street)), retransmission);
      const found: string[] = [];
      for (const [width, height] of sizes) {
        await town.page.setViewportSize({ width, height });
        await town.drawn();
        for (const problem of await textProblems(town.page)) found.push(`${width} × ${height}: ${problem}`);
      }
      expect(found).toEqual([]);
    });
  });
});
