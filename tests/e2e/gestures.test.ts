import type { CDPSession, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { type Town, withTown } from './town';

/** Chosen once; another gives other gestures. */
const SEED = 20_250_607;
/** A minute in all: half of it with mouse and keys, half with fingers. */
const GESTURES_MS = 30_000;

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
  '+',
  '-',
  '0',
  'l',
  'm',
  'x',
  'Delete',
  'Control+z',
  'Control+Shift+z',
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

/** Two fingers or one, held, drawn across or spread. */
async function touch(page: Page, fingers: CDPSession, roll: () => number): Promise<string> {
  const { width, height } = page.viewportSize()!;
  const point = (): { x: number; y: number } => ({ x: roll() * width, y: roll() * height });
  const send = (type: 'touchStart' | 'touchMove' | 'touchEnd', points: readonly { x: number; y: number }[]) =>
    fingers.send('Input.dispatchTouchEvent', { type, touchPoints: points.map((at, id) => ({ ...at, id })) });
  const kind = roll();
  const from = point();
  if (kind < 0.6) {
    await page.touchscreen.tap(from.x, from.y);
    return `tap ${at(from)}`;
  }
  const to = point();
  const isPinch = kind > 0.8;
  const start = isPinch ? [from, { x: from.x + 40, y: from.y }] : [from];
  const end = isPinch ? [from, to] : [to];
  await send('touchStart', start);
  for (const share of [0.3, 0.7, 1]) {
    await send(
      'touchMove',
      end.map((goal, finger) => between(start[finger]!, goal, share)),
    );
  }
  await send('touchEnd', []);
  return `${isPinch ? 'pinch' : 'swipe'} ${at(from)} to ${at(to)}`;
}

const at = ({ x, y }: { x: number; y: number }): string => `${Math.round(x)},${Math.round(y)}`;

function between(
  from: { x: number; y: number },
  to: { x: number; y: number },
  share: number,
): { x: number; y: number } {
  return { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share };
}

/** What must never be on the page, whatever was done to it: numbers that are none, words without their values. */
async function assertSound(page: Page): Promise<void> {
  const found = await page.evaluate<string[]>(() => {
    const problems: string[] = [];
    const broken = [...document.querySelectorAll('svg *')].filter((node) =>
      [...node.attributes].some(
        ({ name, value }) => name !== 'class' && /NaN|undefined|Infinity/u.test(value),
      ),
    );
    for (const node of broken.slice(0, 3)) problems.push(node.outerHTML.slice(0, 200));
    const said = document.body.innerText;
    const unfilled =
      /\{\{|\bNaN\b|\bundefined\b|\[object |\b(?:app|panels|stage|playback|reasons)\.[a-z]+/u.exec(said);
    if (unfilled) problems.push(said.slice(Math.max(0, unfilled.index - 60), unfilled.index + 60));
    const slider = document.querySelector<HTMLInputElement>('input[type=range]');
    if (slider && !Number.isFinite(slider.valueAsNumber)) problems.push('the playhead is nowhere');
    return problems;
  });
  expect(found).toEqual([]);
}

describe('whatever a person does', () => {
  it.each([
    { name: 'with mouse and keys', width: 1280, height: 720, hasTouch: false, seed: SEED },
    { name: 'with fingers on a phone', width: 390, height: 844, hasTouch: true, seed: SEED + 1 },
  ])('nothing breaks $name', async ({ width, height, hasTouch, seed }) => {
    await withTown({ width, height, locale: 'en', touch: hasTouch }, async (town) => {
      const { page } = town;
      // A file chooser would wait for a person.
      page.on('filechooser', () => undefined);
      const fingers = await page.context().newCDPSession(page);
      const roll = diceOf(seed);
      const done: string[] = [];
      const endMs = performance.now() + GESTURES_MS;
      try {
        while (performance.now() < endMs) {
          const isTouch = hasTouch && roll() < 0.7;
          done.push(isTouch ? await touch(page, fingers, roll) : await gesture(page, roll));
          await assertSound(page);
        }
        const language = (await page.evaluate('document.documentElement.lang')) === 'ko' ? 'ko' : 'en';
        expect(await lastWord(town.inLanguage(language))).toContain('UDP');
        // A part that could not be drawn says so.
        expect(await page.getByText(town.inLanguage(language).t('problems.panelFailed')).count()).toBe(0);
      } catch (error) {
        throw new Error(`after ${done.length} gestures, seed ${seed}: ${done.slice(-12).join('; ')}`, {
          cause: error,
        });
      }
    });
  });
});
