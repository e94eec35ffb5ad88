import type { CDPSession, Page } from 'playwright-core';
import { expect } from 'vitest';

/** Does something without a thought, and says what. */
export type Gesture = (page: Page, roll: Dice) => Promise<string>;

/** Numbers from 0 to below 1. */
type Dice = () => number;

/** Numbers from 0 to below 1, the same for the same seed. */
export function diceOf(seed: number): Dice {
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
const TEXTS = ['한', '🎈', 'a', '1', '.'] as const;

interface Spot {
  readonly x: number;
  readonly y: number;
}

function spotOf(page: Page, roll: Dice): Spot {
  const { width, height } = page.viewportSize()!;
  return { x: Math.floor(roll() * width), y: Math.floor(roll() * height) };
}

const at = ({ x, y }: Spot): string => `${x},${y}`;

/** What a child at a keyboard and a mouse might do. */
export async function byMouseAndKeys(page: Page, roll: Dice): Promise<string> {
  const kind = roll();
  if (kind < 0.4) {
    const { x, y } = spotOf(page, roll);
    await page.mouse.click(x, y, { button: kind < 0.03 ? 'right' : 'left' });
    return `${kind < 0.03 ? 'right click' : 'click'} ${at({ x, y })}`;
  }
  if (kind < 0.55) {
    const [from, to] = [spotOf(page, roll), spotOf(page, roll)];
    await page.mouse.move(from.x, from.y);
    await page.mouse.down();
    await page.mouse.move(to.x, to.y, { steps: 4 });
    await page.mouse.up();
    return `drag ${at(from)} to ${at(to)}`;
  }
  if (kind < 0.62) {
    const { x, y } = spotOf(page, roll);
    await page.mouse.move(x, y);
    await page.mouse.wheel(0, (roll() - 0.5) * 800);
    return `wheel at ${at({ x, y })}`;
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

/** What a child with fingers might do: tap, swipe, pinch, and sometimes type. */
export async function byFingers(page: Page): Promise<Gesture> {
  const fingers = await page.context().newCDPSession(page);
  return (_, roll) => (roll() < 0.7 ? touch(page, fingers, roll) : byMouseAndKeys(page, roll));
}

/** Two fingers or one, held, drawn across or spread. */
async function touch(page: Page, fingers: CDPSession, roll: Dice): Promise<string> {
  const send = (type: 'touchStart' | 'touchMove' | 'touchEnd', spots: readonly Spot[]) =>
    fingers.send('Input.dispatchTouchEvent', {
      type,
      touchPoints: spots.map((spot, id) => ({ ...spot, id })),
    });
  const kind = roll();
  const from = spotOf(page, roll);
  if (kind < 0.6) {
    await page.touchscreen.tap(from.x, from.y);
    return `tap ${at(from)}`;
  }
  const to = spotOf(page, roll);
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

function between(from: Spot, to: Spot, share: number): Spot {
  return { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share };
}

/** What must never be on the page, whatever was done to it: numbers that are none, words without their values, lost parts. */
export async function assertSound(page: Page, lostPart: readonly string[]): Promise<void> {
  const found = await page.evaluate<string[], readonly string[]>((lost) => {
    const problems: string[] = [];
    const broken = [...document.querySelectorAll('svg *')].filter((node) =>
      [...node.attributes].some(
        ({ name, value }) => name !== 'class' && /NaN|undefined|Infinity/u.test(value),
      ),
    );
    for (const node of broken.slice(0, 3)) problems.push(node.outerHTML.slice(0, 200));
    const said = document.body.innerText;
    const unfilled =
      /\{\{|\bNaN\b|\bundefined\b|\[object |\b(?:app|builder|doors|panels|stage|playback|reasons|tables)\.[a-z]+/u.exec(
        said,
      );
    if (unfilled) problems.push(said.slice(Math.max(0, unfilled.index - 60), unfilled.index + 60));
    for (const sentence of lost) if (said.includes(sentence)) problems.push(sentence);
    const slider = document.querySelector<HTMLInputElement>('input[type=range]');
    if (slider && !Number.isFinite(slider.valueAsNumber)) problems.push('the playhead is nowhere');
    return problems;
  }, lostPart);
  expect(found).toEqual([]);
}
