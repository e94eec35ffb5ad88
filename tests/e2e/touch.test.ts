import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { TABS } from '../../src/app/viewStore';
import { simulateAll } from '../../src/engine/simulate';
import { defaultStreet, streetExperiment } from '../../src/experiment/street';
import { formatMoment } from '../../src/ui/format';
import { hexCells, onStage } from './openPacket';
import { passSteps } from './scene';
import { withTown } from './town';

const PHONE = { width: 390, height: 844, touch: true } as const;
const MS = 1_000_000;

/** Puts a finger down and draws it over the points. */
async function swipe(page: Page, points: readonly (readonly [number, number])[]): Promise<void> {
  const finger = await page.context().newCDPSession(page);
  const touch = async (
    type: 'touchStart' | 'touchMove' | 'touchEnd',
    at: readonly number[],
  ): Promise<void> => {
    const touchPoints = type === 'touchEnd' ? [] : [{ x: at[0]!, y: at[1]! }];
    await finger.send('Input.dispatchTouchEvent', { type, touchPoints });
  };
  await touch('touchStart', points[0]!);
  for (const point of points.slice(1)) await touch('touchMove', point);
  await touch('touchEnd', []);
}

/** Puts two fingers down, one after the other, and draws each so far away from the other. */
async function pinch(
  page: Page,
  one: readonly [number, number],
  two: readonly [number, number],
  apart: number,
) {
  const fingers = await page.context().newCDPSession(page);
  const send = async (type: 'touchStart' | 'touchMove', by: number, count = 2): Promise<void> => {
    const points = [
      { x: one[0] - by, y: one[1], id: 0 },
      { x: two[0] + by, y: two[1], id: 1 },
    ];
    await fingers.send('Input.dispatchTouchEvent', { type, touchPoints: points.slice(0, count) });
  };
  await send('touchStart', 0, 1);
  await send('touchStart', 0);
  for (let step = 1; step <= 4; step += 1) await send('touchMove', (apart * step) / 4);
  await fingers.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
}

describe('with a finger on a phone', () => {
  const locale = 'ko';
  const street = defaultStreet(locale);
  const run = simulateAll(streetExperiment(street));

  it('the weather is switched, and a packet opened', async () => {
    await withTown({ ...PHONE, locale, link: { street, playheadNs: 17 * MS } }, async (town) => {
      await town.standsAt(run, 17 * MS);
      await onStage(town, { lane: 1, packet: 0 }).tap();
      await hexCells(town).first().waitFor();
      await expect
        .poll(() => onStage(town, { lane: 1, packet: 0 }).getAttribute('aria-pressed'))
        .toBe('true');
      await town.weather('loss').tap();
      await expect.poll(() => town.weather('loss').getAttribute('aria-checked')).toBe('false');
      await expect
        .poll(async () => (await town.address()).street.commands)
        .toMatchObject([{ kind: 'setWeather', atNs: 17 * MS, weather: { loss: 0 } }]);

      // What was just done is taken back, and done again, beside the timeline.
      const bar = town.page.getByRole('group', { name: town.t('hands.list') });
      await bar.getByRole('button', { name: town.t('hands.undo') }).tap();
      await expect.poll(async () => (await town.address()).street.commands).toEqual([]);
      await bar.getByRole('button', { name: town.t('hands.redo') }).tap();
      await expect.poll(async () => (await town.address()).street.commands.length).toBe(1);
      await bar.getByRole('button', { name: town.t('app.dismiss') }).tap();
      await bar.waitFor({ state: 'detached' });
    });
  });

  it('the timeline is spread and shown whole again, and time is dragged while the page stays', async () => {
    await withTown({ ...PHONE, locale, link: { street, playheadNs: 17 * MS } }, async (town) => {
      await town.standsAt(run, 17 * MS);
      const box = (await town.timeline.boundingBox())!;
      const max = await town.timeline.getAttribute('max');
      const y = box.y + box.height / 2;
      const middle = box.x + box.width / 2;
      await pinch(town.page, [middle - 20, y], [middle + 20, y], 80);
      await expect.poll(() => town.timeline.getAttribute('max')).not.toBe(max);
      // Spreading moves no time.
      await expect.poll(() => town.now()).toBe(formatMoment(17 * MS, locale));
      await town.page.getByRole('button', { name: town.t('playback.whole') }).tap();
      await expect.poll(() => town.timeline.getAttribute('max')).toBe(max);

      const at = (share: number): readonly [number, number] => [box.x + box.width * share, y];
      const share = async (): Promise<number> => (await town.position()) / Number(max);
      await swipe(town.page, [at(0.05), at(0.1), at(0.2), at(0.3), at(0.4), at(0.5)]);
      await expect.poll(share).toBeCloseTo(0.5, 1);
      await swipe(town.page, [at(0.5), at(0.45), at(0.3), at(0.2)]);
      await expect.poll(share).toBeCloseTo(0.2, 1);
      await expect.poll(() => town.page.evaluate('scrollY')).toBe(0);
    });
  });

  it('the page is not left by a swipe across it', async () => {
    await withTown({ ...PHONE, locale, link: { street, playheadNs: 17 * MS } }, async (town) => {
      await town.standsAt(run, 17 * MS);
      const { page } = town;
      await page.evaluate(() => {
        history.pushState(null, '');
        addEventListener('popstate', () => {
          document.body.dataset['gone'] = '';
        });
      });
      for (const y of [430, 700]) {
        const across = Array.from({ length: 12 }, (_, step) => [20 + 30 * step, y] as const);
        for (const way of [across, across.toReversed(), across]) {
          await swipe(page, way);
          await passSteps(page, 30);
        }
      }
      await expect.poll(() => page.locator('body:not([data-gone])').count()).toBe(1);
    });
  });

  it('the page stays as long as it is, whichever instrument is looked at', async () => {
    await withTown({ ...PHONE, locale, link: { street, playheadNs: 300 * MS } }, async (town) => {
      await town.standsAt(run, 300 * MS);
      const lengthOf = async (): Promise<unknown> =>
        town.page.evaluate('document.documentElement.scrollHeight');
      const before = await lengthOf();
      const lengths: unknown[] = [];
      for (const tab of TABS) {
        await town.tab(tab).tap();
        await town.drawn();
        lengths.push(await lengthOf());
      }
      expect(new Set(lengths)).toEqual(new Set([before]));
    });
  });

  it('everything that is pressed is large enough for a finger', async () => {
    await withTown({ ...PHONE, locale, link: { street, playheadNs: 17 * MS } }, async (town) => {
      await town.standsAt(run, 17 * MS);
      const small = await town.page
        .locator('button, input:not([type=radio], [type=file]), [role=slider], [role=switch], [role=tab]')
        .filter({ visible: true })
        .evaluateAll((all) =>
          all.flatMap((one) => {
            // A slider is drawn by its thumb and pressed anywhere on its track.
            const target = one.getAttribute('role') === 'slider' ? one.closest('[dir]')! : one;
            const { width, height } = target.getBoundingClientRect();
            const name = one.getAttribute('aria-label') ?? one.textContent ?? '';
            // WCAG 2.5.8: 24 CSS pixels at least.
            return width < 24 || height < 24
              ? [`${name} is ${Math.round(width)} × ${Math.round(height)}`]
              : [];
          }),
        );
      expect(small).toEqual([]);
    });
  });
});
