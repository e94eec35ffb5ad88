import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { simulateAll } from '../../src/engine/simulate';
import { defaultStreet, streetExperiment } from '../../src/experiment/street';
import { momentsOf } from '../../src/trace/moments';
import { formatMoment } from '../../src/ui/format';
import { type Town, withTown } from './town';

const HD = { width: 1280, height: 720, locale: 'en' } as const;
const MS = 1_000_000;
const street = defaultStreet('en');
const run = simulateAll(streetExperiment(street));
const moments = momentsOf(run);

interface Stop {
  readonly role: string;
  readonly name: string;
  /** Something on or around the element looks different while it has focus. */
  readonly isMarked: boolean;
}

/** Where the focus is. */
async function stopAt(page: Page): Promise<Stop | null> {
  return page.evaluate(() => {
    const element = document.activeElement;
    if (!(element instanceof HTMLElement || element instanceof SVGElement)) return null;
    if (element === document.body) return null;
    const parent = element.parentElement!;
    // The timeline's handle is drawn beside its input, a strip of choices around the one that has focus.
    const near = [element, parent, parent.parentElement!, ...parent.children];
    const look = (): string =>
      near
        .map((one) => getComputedStyle(one))
        .map((style) => [style.outline, style.boxShadow, style.border, style.background].join())
        .join();
    const focused = look();
    element.blur();
    const blurred = look();
    element.focus();
    const labels = 'labels' in element ? (element as unknown as HTMLInputElement).labels : null;
    const name = element.getAttribute('aria-label') ?? labels?.[0]?.textContent ?? element.textContent;
    return {
      role: element.getAttribute('role') ?? element.tagName.toLowerCase(),
      name: name?.trim() ?? '',
      isMarked: focused !== blurred || parent.querySelector('[class*=ring]') !== null,
    };
  });
}

/** Every stop of the Tab key, from the first to where it begins again. */
async function tabStops(page: Page): Promise<readonly Stop[]> {
  const stops: Stop[] = [];
  for (let press = 0; press < 120; press += 1) {
    await page.keyboard.press('Tab');
    const stop = await stopAt(page);
    if (stop === null) break;
    stops.push(stop);
  }
  return stops;
}

/** Opens the first town, standing still at a moment where packets are on the roads. */
async function at(timeNs: number, body: (town: Town) => Promise<void>): Promise<void> {
  await withTown({ ...HD, link: { street, playheadNs: timeNs } }, async (town) => {
    await town.standsAt(run, timeNs);
    await body(town);
  });
}

describe('with the keyboard alone', () => {
  it('everything that can be pressed is reached, in order, and shows that it has focus', async () => {
    await at(17 * MS, async ({ page, t }) => {
      const stops = await tabStops(page);
      const names = stops.map(({ name }) => name);
      const expected = [
        t('app.message.label'),
        t('app.message.send'),
        t('app.share'),
        t('app.weather.loss'),
        t('app.weather.amountOf', { name: t('app.weather.loss'), amount: '20%' }),
        t('app.weather.reorder'),
        t('app.weather.corrupt'),
        t('stage.signalPacket', { signal: 'SYN' }),
        `${t('panels.fateTape.piece', { number: 1 })}: ${t('panels.fateTape.ok')}`,
        t('app.tabs.ladder'),
        t('panels.ladder.list', { lane: 'TCP' }),
        t('playback.play'),
        t('playback.nextEvent'),
        t('playback.speed'),
        t('playback.timeline'),
      ];
      const places = expected.map((name) => names.findIndex((one) => one.includes(name)));
      expect(expected.filter((_, i) => places[i] === -1)).toEqual([]);
      expect(places).toEqual(places.toSorted((a, b) => a - b));
      expect(stops.filter(({ isMarked }) => !isMarked)).toEqual([]);
      expect(stops.filter(({ name }) => name === '')).toEqual([]);
    });
  });

  it('every key of the help does what it says', async () => {
    const next = moments.findIndex((moment) => moment > 150 * MS);
    await at(moments[next]!, async (town) => {
      const { page, t } = town;
      const shows = async (timeNs: number): Promise<void> =>
        expect.poll(() => town.now()).toBe(formatMoment(timeNs, 'en'));
      for (const [key, step] of [
        ['ArrowRight', 1],
        ['PageDown', 2],
        ['ArrowLeft', 1],
        ['PageUp', 0],
      ] as const) {
        await page.keyboard.press(key);
        await shows(moments[next + step]!);
      }
      for (const key of ['Space', 'k'] as const) {
        const position = await town.position();
        await page.keyboard.press(key);
        await expect.poll(() => town.position()).toBeGreaterThan(position);
        await page.keyboard.press(key);
        await town.button(t('playback.play')).waitFor();
      }
      const speedIs = async (speed: string): Promise<void> =>
        expect
          .poll(() => town.speed.getAttribute('aria-valuetext'))
          .toContain(t('playback.speedValue', { speed }));
      await page.keyboard.press('3');
      await speedIs('0.06');
      await page.keyboard.press('2');
      await speedIs('0.03');
      await page.keyboard.press('1');
      await speedIs('0.02');
      await page.keyboard.press('Home');
      await shows(0);
      await page.keyboard.press('?');
      const dialog = page.getByRole('dialog');
      await dialog.waitFor();
      await expect.poll(() => dialog.innerText()).toContain(t('playback.key.nextEvent'));
      await page.keyboard.press('Escape');
      await dialog.waitFor({ state: 'detached' });
    });
  });

  it('packets, arrows and fields are walked with the arrow keys, and opened and closed', async () => {
    await at(160 * MS, async ({ page, t, ...town }) => {
      const focused = async (): Promise<string> => (await stopAt(page))!.name;
      await town.stage.locator('[role=button][data-packet][tabindex="0"]').focus();
      const names = new Set<string>();
      for (let press = 0; press < 6; press += 1) {
        names.add(await focused());
        await page.keyboard.press('ArrowRight');
      }
      expect(names.size).toBeGreaterThan(4);
      await expect
        .poll(() => town.timeline.getAttribute('aria-valuetext'))
        .toBe(formatMoment(160 * MS, 'en'));
      await page.keyboard.press('Space');
      await page.locator('[data-byte]').first().waitFor();
      await page.locator('[data-part][tabindex="0"]').focus();
      await page.keyboard.press('ArrowRight');
      await page.keyboard.press('ArrowDown');
      await expect.poll(() => focused()).toContain(t('panels.fields.ethernet.source.name'));
      await expect.poll(() => page.locator('[data-byte="6"][data-lit]').count()).toBeGreaterThan(0);

      await page.getByRole('tab', { name: t('app.tabs.packet') }).focus();
      await page.keyboard.press('ArrowLeft');
      const list = page.getByRole('listbox');
      await list.focus();
      await page.keyboard.press('Home');
      const active = await list.getAttribute('aria-activedescendant');
      expect(active).not.toBe(null);
      await page.keyboard.press('ArrowDown');
      await expect.poll(() => list.getAttribute('aria-activedescendant')).not.toBe(active);
    });
  });
});

describe('while a message is typed', () => {
  it('no key acts but on the text, and none of an input method on the town', async () => {
    await at(150 * MS, async (town) => {
      const { page, message } = town;
      await page.evaluate(() => {
        for (const code of ['Space', 'KeyK', 'ArrowRight', 'Home', 'Digit3']) {
          const press = { code, key: 'Process', isComposing: true, bubbles: true, cancelable: true };
          document.body.dispatchEvent(new KeyboardEvent('keydown', press));
        }
      });
      await message.fill('');
      await page.keyboard.type('k 1?2 3k');
      for (const key of ['Home', 'ArrowRight', 'ArrowLeft', 'PageDown', 'PageUp']) {
        await page.keyboard.press(key);
      }
      await town.drawn();
      await expect.poll(() => message.inputValue()).toBe('k 1?2 3k');
      await expect.poll(() => town.now()).toBe(formatMoment(150 * MS, 'en'));
      await expect.poll(() => town.speed.getAttribute('aria-valuetext')).toContain('0.03');
      await expect.poll(() => page.getByRole('dialog').count()).toBe(0);
      await expect.poll(() => town.button(town.t('playback.play')).isVisible()).toBe(true);
    });
  });

  it('nothing is sent while an input method puts a syllable together', async () => {
    await at(150 * MS, async (town) => {
      const { page, message } = town;
      await message.fill('');
      const keyboard = await page.context().newCDPSession(page);
      const compose = (text: string): Promise<unknown> =>
        keyboard.send('Input.imeSetComposition', {
          text,
          selectionStart: text.length,
          selectionEnd: text.length,
        });
      for (const text of ['ㅎ', '하', '한']) await compose(text);
      const enter = { key: 'Enter', code: 'Enter', windowsVirtualKeyCode: 229 };
      await keyboard.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...enter });
      await keyboard.send('Input.dispatchKeyEvent', { type: 'keyUp', ...enter });
      await town.drawn();
      await expect.poll(() => message.inputValue()).toBe('한');
      expect(new TextDecoder().decode((await town.address()).street.payload.bytes)).toBe('HELLO, WORLD');
      await keyboard.send('Input.insertText', { text: '한' });
      await page.keyboard.press('Enter');
      const sent = async (): Promise<string> =>
        new TextDecoder().decode((await town.address()).street.payload.bytes);
      await expect.poll(sent).toBe('한');
    });
  });
});
