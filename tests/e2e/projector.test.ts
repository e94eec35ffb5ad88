import type { Locator, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { simulateAll } from '../../src/engine/simulate';
import { defaultStreet, streetExperiment } from '../../src/experiment/street';
import { textProblems } from './measure';
import { storyMoments } from './storyMoments';
import { withTown } from './town';

/** What the last row can read at six image heights: 16 minutes of arc, 30 px of 1080; nothing informative is set below 36. */
const LEAST_PER_HEIGHT = 36 / 1080;

/** Sizes in px of all writing in sight that is smaller than `least`, with what it says. */
async function smallTexts(page: Page, least: number): Promise<readonly string[]> {
  return page.evaluate<string[], number>((smallest) => {
    const found: string[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const { textContent, parentElement } = walker.currentNode;
      if (!textContent?.trim() || !parentElement?.checkVisibility()) continue;
      if (parentElement.closest('.visuallyHidden,script,style,noscript')) continue;
      const { width, height } = parentElement.getBoundingClientRect();
      const size = Number.parseFloat(getComputedStyle(parentElement).fontSize);
      if (width > 1 && height > 1 && size < smallest) found.push(`${size.toFixed(1)} px: ${textContent}`);
    }
    return found;
  }, least);
}

describe.each([
  { width: 1920, height: 1080, locale: 'ko' },
  { width: 1280, height: 720, locale: 'en' },
] as const)('the projector view at $width × $height in $locale', ({ width, height, locale }) => {
  const street = defaultStreet(locale);
  const moments = storyMoments(simulateAll(streetExperiment(street)));

  it('writes large, shows every text whole, and gives everything back', async () => {
    const link = { street, playheadNs: moments.retransmission, language: locale };
    await withTown({ width, height, locale, link }, async (town) => {
      const { page, t } = town;
      await town.standsAt(simulateAll(streetExperiment(street)), moments.retransmission);
      await town.button(t('app.project')).click();
      await town.drawn();
      const found: string[] = [];
      for (const [name, playheadNs] of Object.entries(moments)) {
        await town.open({ ...link, playheadNs: playheadNs + 1 });
        for (const problem of await textProblems(page)) found.push(`${name}: ${problem}`);
        // The second line of a card repeats what the sequence diagram says.
        const small = await smallTexts(page, height * LEAST_PER_HEIGHT - 0.5);
        for (const problem of small.filter((text) => !/: seq \d+$/u.test(text)))
          found.push(`${name}: ${problem}`);
      }
      expect(found).toEqual([]);
      await town.button(t('app.unproject')).click();
      await expect.poll(() => town.message.isVisible()).toBe(true);
    });
  });
});

/** What the town is drawn on. */
function townOf(page: Page): Locator {
  return page.locator('[data-part=tools]').locator('..');
}

describe('the height of the projected town', () => {
  it('is the same while it runs and when the outcome is told', async () => {
    const street = defaultStreet('en');
    const run = simulateAll(streetExperiment(street));
    const link = { street, playheadNs: storyMoments(run).retransmission, language: 'en' } as const;
    await withTown({ width: 1280, height: 720, locale: 'en', link }, async (town) => {
      await town.standsAt(run, link.playheadNs);
      await town.button(town.t('app.project')).click();
      await town.drawn();
      const height = async (): Promise<number | undefined> => (await townOf(town.page).boundingBox())?.height;
      const before = await height();
      await town.toVerdict();
      await town.drawn();
      await expect.poll(() => height()).toBe(before);
    });
  });

  it('is two fifths of the screen or more all through a lesson of two roads', async () => {
    await withTown({ width: 1280, height: 720, locale: 'en' }, async ({ page, t }) => {
      await page.evaluate("location.hash = '/L18/0?s=1&l=en'");
      await page.reload();
      await page.getByRole('button', { name: t('app.project') }).click();
      const next = page.getByRole('button', { name: t('lessons.next'), exact: true });
      for (let step = 0; step < 11; step++) {
        await next.click();
        await expect
          .poll(async () => (await townOf(page).boundingBox())?.height)
          .toBeGreaterThanOrEqual(720 * 0.4 - 1);
      }
    });
  });
});

describe('a wider place for the instruments', () => {
  it('shows two of them side by side and remembers which', async () => {
    await withTown({ width: 1920, height: 1080, locale: 'en' }, async ({ page, t }) => {
      const panels = page.getByRole('tabpanel');
      await panels.first().waitFor();
      await expect.poll(() => panels.count()).toBe(1);
      await page.getByRole('button', { name: t('app.tabs.widen') }).click();
      await expect.poll(() => panels.count()).toBe(2);
      const second = page.getByRole('tablist', { name: t('app.tabs.second') });
      await second.getByRole('tab', { name: t('app.tabs.transcript') }).click();
      await expect
        .poll(() => page.locator('[role=tab][aria-selected=true]').allInnerTexts())
        .toEqual([t('app.tabs.transcript'), t('app.tabs.ladder')]);
      await page.getByRole('button', { name: t('app.tabs.narrow') }).click();
      await expect.poll(() => panels.count()).toBe(1);
    });
  });
});
