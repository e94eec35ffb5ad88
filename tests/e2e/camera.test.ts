import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { simulateAll } from '../../src/engine/simulate';
import { defaultStreet, streetExperiment } from '../../src/experiment/street';
import { runAxe } from './axe';
import { onStage } from './openPacket';
import { type Town, withTown } from './town';

const MS = 1_000_000;
const AT = 17 * MS;
const STREET = defaultStreet('ko');
const RUN = simulateAll(streetExperiment(STREET));
const LINK = { street: STREET, playheadNs: AT };
const DESK = { width: 1280, height: 720, locale: 'ko', link: LINK } as const;
const PHONE = { width: 390, height: 844, touch: true, locale: 'ko', link: LINK } as const;
const FIRST = { lane: 1, packet: 0 };

/** The places that are looked into, as the tools name them. */
async function places(town: Town): Promise<readonly string[]> {
  const crumbs = town.page.getByRole('navigation', { name: town.t('camera.where') });
  return (await crumbs.count()) === 0 ? [] : crumbs.getByRole('listitem').allInnerTexts();
}

/** The views of all pictures of the stage: one, if they agree. */
async function views(page: Page): Promise<readonly string[]> {
  const all = await page
    .locator('main svg[viewBox]:has(> g)')
    .evaluateAll((list) => list.map((one) => (one.clientWidth > 300 ? one.getAttribute('viewBox') : null)));
  return [...new Set(all.filter((one) => one !== null))];
}

async function pinch(page: Page, [x, y]: readonly [number, number], from: number, to: number): Promise<void> {
  const fingers = await page.context().newCDPSession(page);
  const at = (half: number) => [
    { x: x - half, y, id: 1 },
    { x: x + half, y, id: 2 },
  ];
  await fingers.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: at(from) });
  for (let step = 1; step <= 6; step += 1) {
    const touchPoints = at(from + ((to - from) * step) / 6);
    await fingers.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints });
  }
  await fingers.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
}

async function doubleTap(page: Page, [x, y]: readonly [number, number]): Promise<void> {
  const finger = await page.context().newCDPSession(page);
  const touches = (['touchStart', 'touchEnd', 'touchStart', 'touchEnd'] as const).map((type) =>
    finger.send('Input.dispatchTouchEvent', {
      type,
      touchPoints: type === 'touchStart' ? [{ x, y }] : [],
    }),
  );
  // One after the other is too slow for a double tap on a busy machine.
  await Promise.all(touches);
}

describe('the camera', () => {
  it('goes into a house and a room by click, and back by one key', async () => {
    await withTown(DESK, async (town) => {
      await town.standsAt(RUN, AT);
      const { t, page } = town;
      const box = (await town.room('client tcp').boundingBox())!;
      const spot = [box.x + 12, box.y + box.height * 0.6] as const;
      await page.mouse.click(...spot);
      const house = [t('camera.place.town'), t('camera.place.client')];
      await expect.poll(() => places(town)).toEqual(house);
      await page.mouse.click(...spot);
      await expect.poll(() => places(town)).toEqual([...house, t('camera.place.room', { transport: 'TCP' })]);
      await expect.poll(async () => (await views(page)).length).toBe(1);
      await page.keyboard.press('Escape');
      await expect.poll(() => places(town)).toEqual(house);
      await page.keyboard.press('0');
      await expect.poll(() => places(town)).toEqual([]);
    });
  });

  it('comes nearer by wheel and by key, pans by arrows after that, and leaves them to time otherwise', async () => {
    await withTown(DESK, async (town) => {
      await town.standsAt(RUN, AT);
      const { page } = town;
      await page.mouse.move(500, 300);
      await page.mouse.wheel(0, -400);
      await expect.poll(() => places(town)).not.toEqual([]);
      await page.keyboard.press('0');
      await expect.poll(() => places(town)).toEqual([]);
      const before = await town.position();
      await page.evaluate('document.activeElement.blur()');
      await page.keyboard.press('+');
      await page.keyboard.press('+');
      await expect.poll(() => places(town)).not.toEqual([]);
      await expect.poll(async () => (await views(page)).length).toBe(1);
      const [near] = await views(page);
      await page.keyboard.press('ArrowRight');
      await expect.poll(async () => (await views(page))[0]).not.toBe(near);
      await expect.poll(() => town.position()).toBe(before);
      await page.keyboard.press('0');
      await page.keyboard.press('ArrowRight');
      await expect.poll(() => town.position()).not.toBe(before);
    });
  });

  it('finds the packet that is seen, and opens it envelope in envelope', async () => {
    await withTown(DESK, async (town) => {
      await town.standsAt(RUN, AT);
      const { page, t } = town;
      await page.mouse.move(600, 360);
      await page.mouse.wheel(0, -150);
      await expect.poll(() => places(town)).not.toEqual([]);
      await onStage(town, FIRST).click();
      await expect.poll(() => onStage(town, FIRST).getAttribute('aria-pressed')).toBe('true');
      await page.keyboard.press('z');
      const inside = page.getByRole('region', { name: t('envelopes.label'), exact: true });
      await inside.waitFor();
      const units = inside.getByRole('heading', { level: 3 });
      await expect
        .poll(() => units.allInnerTexts())
        .toEqual(
          (['frame', 'packet', 'datagram', 'message'] as const).map((unit) => t(`envelopes.unit.${unit}`)),
        );
      await expect.poll(() => inside.innerText()).toContain('64 B');
      expect(await runAxe(page)).toEqual([]);
      await page.keyboard.press('Escape');
      await inside.waitFor({ state: 'detached' });
    });
  });

  it('obeys two fingers and a double tap on a phone, and leaves one finger to the page', async () => {
    await withTown(PHONE, async (town) => {
      await town.standsAt(RUN, AT);
      const { page, t } = town;
      await pinch(page, [195, 400], 40, 130);
      await expect.poll(() => places(town)).not.toEqual([]);
      await expect.poll(() => page.evaluate('scrollY')).toBe(0);
      await page.getByRole('button', { name: t('camera.place.town'), exact: true }).tap();
      await expect.poll(() => places(town)).toEqual([]);
      await doubleTap(page, [195, 330]);
      await expect.poll(() => places(town)).not.toEqual([]);
    });
  });
});

describe('the layer lens', () => {
  it('shows by key and by choice what a layer sees, and says so', async () => {
    await withTown(DESK, async (town) => {
      await town.standsAt(RUN, AT);
      const { page, t } = town;
      const card = onStage(town, FIRST).locator('..');
      const all = await town.packets().count();
      await page.keyboard.press('g');
      await expect.poll(() => page.getByText(t('lens.blind.application')).isVisible()).toBe(true);
      await expect.poll(() => town.packets().count()).toBeLessThan(all);
      await page.getByRole('button', { name: t('lens.of.application'), exact: true }).click();
      await page.getByRole('button', { name: t('lens.of.internet') }).click();
      await expect.poll(() => card.textContent()).toContain('TTL 63');
      expect(await runAxe(page)).toEqual([]);
      await page.keyboard.press('g');
      await expect.poll(() => card.textContent()).toContain('FCS ✓');
      await page.keyboard.press('g');
      await expect.poll(() => town.packets().count()).toBe(all);
    });
  });
});
