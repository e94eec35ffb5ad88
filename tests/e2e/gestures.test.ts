import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { PRESETS } from '../../src/experiment/presets/inOrder';
import { createI18n } from '../createI18n';
import { assertSound, byFingers, byMouseAndKeys, diceOf } from './careless';
import { passSteps } from './scene';
import { type Town, withTown } from './town';

/** Chosen once; PACKET_TOWN_SEED begins with another, and PACKET_TOWN_ROUNDS tries as many more after it. */
const SEED = Number(process.env['PACKET_TOWN_SEED'] ?? 20_250_607);
const ROUNDS = Number(process.env['PACKET_TOWN_ROUNDS'] ?? 1);
/** So many gestures, or as many as a busy machine gets to in this time. */
const GESTURES = 120;
const GESTURES_MS = 14_000;

const LANGUAGES = (['ko', 'en'] as const).map(createI18n);
/** A part that could not be drawn says so. */
const LOST_PART = LANGUAGES.map(({ t }) => t('problems.panelFailed'));
/** The last gesture may have asked for the other language, whose words are on their way. */
const TIMELINE = new RegExp(`^(?:${LANGUAGES.map(({ t }) => t('playback.timeline')).join('|')})$`, 'u');

/** How many entries of its history the page has laid over the one it came with, once it follows what was closed. */
async function depthOf(page: Page): Promise<number> {
  await passSteps(page, 10);
  return page.evaluate<number>('history.state?.depth ?? 0');
}

/** Back closes what lies over the page, one after another, and never leaves it. */
async function backToTown(page: Page): Promise<void> {
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  for (let depth = await depthOf(page); depth > 0; depth = await depthOf(page)) {
    await page.goBack();
    await expect.poll(() => depthOf(page)).toBeLessThan(depth);
  }
}

/** The page still answers, and time can be moved to both ends. */
async function stillAnswers(town: Town): Promise<void> {
  await backToTown(town.page);
  const timeline = town.page.getByRole('slider', { name: TIMELINE });
  // The whole run, and not a stretch that was spread.
  await timeline.press('0');
  const isAtEnd = async (): Promise<boolean> => {
    await timeline.press('End');
    return (await timeline.getAttribute('aria-valuetext')) === (await town.end());
  };
  await expect.poll(isAtEnd).toBe(true);
  await timeline.press('Home');
  await expect.poll(() => timeline.inputValue()).toBe('0');
}

const DESK = { width: 1280, height: 720, touch: false } as const;
const PHONE = { width: 390, height: 844, touch: true } as const;

describe('whatever a person does', () => {
  it.each([
    { name: 'with mouse and keys on the street', ...DESK, isTown: false, seed: SEED },
    { name: 'with fingers on the street', ...PHONE, isTown: false, seed: SEED + 1 },
    { name: 'with mouse and keys in a town that is built', ...DESK, isTown: true, seed: SEED + 2 },
    { name: 'with fingers in a town that is built', ...PHONE, isTown: true, seed: SEED + 3 },
  ])('nothing breaks $name', { timeout: ROUNDS * 180_000 }, async ({ isTown, seed: first, ...options }) => {
    for (let seed = first; seed < first + ROUNDS * 4; seed += 4) {
      const { id } = PRESETS[seed % PRESETS.length]!;
      const path = isTown ? `#town=${id}` : '';
      await withTown({ ...options, locale: 'en', path }, async (town) => {
        const { page } = town;
        // A file chooser would wait for a person.
        page.on('filechooser', () => undefined);
        if (isTown) await town.button(town.t('builder.build')).click();
        const roll = diceOf(seed);
        const gesture = options.touch ? await byFingers(page) : byMouseAndKeys;
        const done: string[] = [];
        const endMs = performance.now() + GESTURES_MS;
        try {
          while (done.length < GESTURES && performance.now() < endMs) {
            done.push(await gesture(page, roll));
            await assertSound(page, LOST_PART);
          }
          await stillAnswers(town);
          expect(done).not.toEqual([]);
        } catch (error) {
          const last = done.slice(-12).join('; ');
          throw new Error(`${path} after ${done.length} gestures, seed ${seed}: ${last}`, { cause: error });
        }
      });
    }
  });
});
