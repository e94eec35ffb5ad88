import { describe, expect, it } from 'vitest';
import { simulateAll } from '../../src/engine/simulate';
import { defaultStreet, streetExperiment } from '../../src/experiment/street';
import { runAxe } from './axe';
import { textProblems } from './measure';
import { SIZES } from './page';
import { withTown } from './town';

/** Segments are lost, held, in flight and acknowledged. */
const BUSY = 230_000_000;
const TABS = ['window', 'sockets', 'charts'] as const;

describe.each([
  { ...SIZES[0], locale: 'ko', theme: 'light' },
  { ...SIZES[1], locale: 'en', theme: 'dark' },
  { ...SIZES[2], locale: 'ko', theme: 'light' },
] as const)('the instruments at $width × $height in $locale, $theme', ({ width, height, locale, theme }) => {
  it('show every text whole, and axe finds nothing serious', async () => {
    const street = defaultStreet(locale);
    const link = { street, playheadNs: BUSY, language: locale };
    await withTown({ width, height, locale, link }, async (town) => {
      await town.standsAt(simulateAll(streetExperiment(street)), BUSY);
      if (theme === 'dark') await town.button(town.t('app.themeDark')).click();
      const found: string[] = [];
      for (const tab of TABS) {
        await town.tab(tab).click();
        await town.drawn();
        for (const problem of await textProblems(town.page)) found.push(`${tab}: ${problem}`);
        for (const problem of await runAxe(town.page)) found.push(`${tab}: ${problem}`);
      }
      expect(found).toEqual([]);
    });
  });
});
