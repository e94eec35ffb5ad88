import { describe, expect, it } from 'vitest';
import { simulateAll } from '../../src/engine/simulate';
import { defaultStreet, streetExperiment } from '../../src/experiment/street';
import { runAxe } from './axe';
import { storyMoments } from './storyMoments';
import { type Town, withTown } from './town';

const HD = { width: 1280, height: 720 } as const;

/** What axe finds at each stop of a walk through the page. */
async function walk(town: Town, timeNs: number): Promise<readonly string[]> {
  const { page, t } = town;
  const found: string[] = [];
  const look = async (name: string): Promise<void> => {
    await town.drawn();
    for (const problem of await runAxe(page)) found.push(`${name}: ${problem}`);
  };
  await look('ladder');
  await town.tab('transcript').click();
  await look('transcript');
  await town.packets().first().press('Enter');
  await page.locator('[data-byte]').first().waitFor();
  await look(`packet at ${timeNs}`);
  await page.locator('[data-field]').nth(3).hover();
  await look('lit field');
  const amount = t('app.weather.amountOf', { name: t('app.weather.loss'), amount: '20%' });
  await town.button(amount).click();
  await look('sheet');
  await page.keyboard.press('Escape');
  await page.keyboard.press('?');
  await page.getByRole('dialog').waitFor();
  await look('dialog');
  await page.keyboard.press('Escape');
  await town.toVerdict();
  await look('verdict');
  return found;
}

describe.each([
  { locale: 'en', theme: 'light', size: HD },
  { locale: 'ko', theme: 'dark', size: HD },
  { locale: 'ko', theme: 'light', size: { width: 390, height: 844 } },
] as const)('axe, $theme in $locale', ({ locale, theme, size }) => {
  const street = defaultStreet(locale);
  const { loss } = storyMoments(simulateAll(streetExperiment(street)));

  it('finds nothing serious on the first screen, beside and inside an opened packet, in a dialog, at the end', async () => {
    const link = { street, playheadNs: loss, language: locale };
    await withTown({ ...size, locale, link }, async (town) => {
      await town.standsAt(simulateAll(streetExperiment(street)), loss);
      if (theme === 'dark') await town.button(town.t('app.themeDark')).click();
      await expect.poll(() => town.page.evaluate('document.documentElement.dataset.theme')).toBe(theme);
      expect(await walk(town, loss)).toEqual([]);
    });
  });
});

describe('a screen reader', () => {
  it('finds the page in its language, in its parts, with one heading above all', async () => {
    for (const locale of ['ko', 'en'] as const) {
      await withTown({ ...HD, locale }, async ({ page, t }) => {
        await expect.poll(() => page.evaluate('document.documentElement.lang')).toBe(locale);
        for (const role of ['banner', 'main', 'complementary'] as const) {
          await expect.poll(() => page.getByRole(role).count()).toBe(1);
        }
        await expect
          .poll(() => page.getByRole('heading', { level: 1 }).allInnerTexts())
          .toEqual([t('app.name')]);
      });
    }
  });

  it('hears what happens, and the sentence at the end', async () => {
    const street = defaultStreet('en');
    const { loss } = storyMoments(simulateAll(streetExperiment(street)));
    await withTown({ ...HD, locale: 'en', link: { street, playheadNs: loss } }, async (town) => {
      const spoken = town.page.locator('p[aria-live=polite]');
      await expect.poll(() => spoken.innerText()).not.toBe('');
      await town.toVerdict();
      await expect.poll(() => town.verdict.getAttribute('role')).toBe(null);
      await expect.poll(() => town.verdict.evaluate((output) => output.tagName)).toBe('OUTPUT');
    });
  });
});
