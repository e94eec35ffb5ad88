import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { defaultStreet, textPayload } from '../../src/experiment/street';
import { SIZES } from './page';
import { passSteps } from './scene';
import { withTown } from './town';

/** How many entries of its history the page has laid over the one that it came with. */
const depthOf = (page: Page): Promise<number> => page.evaluate<number>('history.state?.depth ?? 0');

/** Presses Back once there is something to go back from: the history follows what opens a moment later. */
async function goBack(page: Page): Promise<void> {
  await expect.poll(() => depthOf(page)).toBeGreaterThan(0);
  await page.goBack();
}

describe('Back', () => {
  it('closes what lies over the page, one after another, and the page stays', async () => {
    await withTown({ ...SIZES[2], locale: 'ko' }, async (town) => {
      const { page, t } = town;
      await town.button(t('lessons.open')).click();
      await page.getByRole('dialog').waitFor();
      await goBack(page);
      await page.getByRole('dialog').waitFor({ state: 'detached' });
      await town.button(t('lessons.open')).click();
      await page.locator('[data-lesson=L13]').click();
      await page.locator('[data-option=kept]').waitFor();
      await expect.poll(() => page.url()).toContain('#/L13/0');
      await goBack(page);
      await town.message.waitFor();
      // The address follows when things have come to rest.
      await expect.poll(() => page.url()).not.toContain('#/L13');
      expect((await town.address()).street.lanes).toEqual(['tcp', 'udp']);
      await town.button(t('builder.choose')).click();
      await page.locator('[data-preset=ping]').click();
      await expect.poll(() => page.url()).toContain('#town=ping');
      await goBack(page);
      await town.message.waitFor();
      // What was closed on the page has left nothing behind to go back through.
      await town.button(t('lessons.open')).click();
      await town.button(t('lessons.close')).click();
      await page.getByRole('dialog').waitFor({ state: 'detached' });
      await expect.poll(() => depthOf(page)).toBe(0);
      await town.message.fill('안녕');
      await town.button(t('lessons.open')).click();
      await page.getByRole('dialog').waitFor();
      await goBack(page);
      await page.getByRole('dialog').waitFor({ state: 'detached' });
      await expect.poll(() => town.message.inputValue()).toBe('안녕');
    });
  });

  it('and Forward change nothing of what was closed or opened since', async () => {
    const street = { ...defaultStreet('ko'), payload: textPayload('주소') };
    await withTown({ ...SIZES[1], locale: 'ko' }, async (town) => {
      const { page, t } = town;
      await town.button(t('lessons.open')).click();
      await town.button(t('lessons.close')).click();
      await page.getByRole('dialog').waitFor({ state: 'detached' });
      await expect.poll(() => depthOf(page)).toBe(0);
      await town.send('안녕');
      await page.goForward();
      await passSteps(page, 10);
      await expect.poll(() => town.message.inputValue()).toBe('안녕');
      // A link that is pasted while a lesson is on leaves the lesson for good.
      await town.button(t('lessons.open')).click();
      await page.locator('[data-lesson=L13]').click();
      await expect.poll(() => page.url()).toContain('#/L13/0');
      await town.open({ street, playheadNs: 20_000_000 });
      await expect.poll(() => town.message.inputValue()).toBe('주소');
      expect(page.url()).not.toContain('#/L13');
    });
  });
});
