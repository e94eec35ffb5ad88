import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { type Town, withTown } from './town';

/** Chosen once; another gives other gestures. */
const SEED = 20_250_607;
const GESTURES = 220;

/** Numbers from 0 to below 1, the same for the same seed. */
function diceOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

const KEYS = [
  'Space',
  'k',
  'ArrowRight',
  'ArrowLeft',
  'ArrowUp',
  'ArrowDown',
  'PageDown',
  'PageUp',
  'Home',
  'End',
  '1',
  '2',
  '3',
  '?',
  'Escape',
  'Tab',
  'Shift+Tab',
  'Enter',
] as const;
const TEXTS = ['한', '🎈', 'a'] as const;

/** Does something that a child at a keyboard might, and says what. */
async function gesture(page: Page, roll: () => number): Promise<string> {
  const { width, height } = page.viewportSize()!;
  const point = (): readonly [number, number] => [Math.floor(roll() * width), Math.floor(roll() * height)];
  const kind = roll();
  if (kind < 0.4) {
    const [x, y] = point();
    await page.mouse.click(x, y);
    return `click ${x},${y}`;
  }
  if (kind < 0.55) {
    const [from, to] = [point(), point()];
    await page.mouse.move(...from);
    await page.mouse.down();
    await page.mouse.move(...to, { steps: 4 });
    await page.mouse.up();
    return `drag ${from.join()} to ${to.join()}`;
  }
  if (kind < 0.62) {
    const [x, y] = point();
    await page.mouse.move(x, y);
    await page.mouse.wheel(0, (roll() - 0.5) * 800);
    return `wheel at ${x},${y}`;
  }
  if (kind < 0.68) {
    const text = TEXTS[Math.floor(roll() * TEXTS.length)]!;
    await page.keyboard.insertText(text);
    return `text ${text}`;
  }
  const key = KEYS[Math.floor(roll() * KEYS.length)]!;
  await page.keyboard.press(key);
  return `key ${key}`;
}

/** What the page says at the end of its story, if it still answers and time can be moved. */
async function lastWord(town: Town): Promise<string> {
  await town.page.keyboard.press('Escape');
  await town.page.keyboard.press('Escape');
  await town.timeline.press('Home');
  await expect.poll(() => town.position()).toBeLessThan(60_000_000);
  return town.toVerdict();
}

describe('whatever a person does', () => {
  it.each([
    { name: 'on a desk', width: 1280, height: 720, seed: SEED },
    { name: 'on a phone', width: 390, height: 844, seed: SEED + 1 },
  ])('nothing breaks $name', async ({ width, height, seed }) => {
    await withTown({ width, height, locale: 'en' }, async (town) => {
      const { page } = town;
      // A file chooser would wait for a person.
      page.on('filechooser', () => undefined);
      const roll = diceOf(seed);
      const done: string[] = [];
      try {
        for (let count = 0; count < GESTURES; count += 1) done.push(await gesture(page, roll));
        const language = (await page.evaluate('document.documentElement.lang')) === 'ko' ? 'ko' : 'en';
        expect(await lastWord(town.inLanguage(language))).toContain('UDP');
        // A part that could not be drawn says so.
        expect(await page.getByText(town.inLanguage(language).t('problems.panelFailed')).count()).toBe(0);
      } catch (error) {
        throw new Error(`after ${done.slice(-12).join('; ')}`, { cause: error });
      }
    });
  });
});
