import type { Locator } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { floodFullNs, floodStreet } from '../../bench/streets';
import { simulateAll } from '../../src/engine/simulate';
import type { Rule } from '../../src/experiment/experiment';
import { defaultStreet, streetExperiment } from '../../src/experiment/street';
import { CLEAR_WEATHER, WEATHER_LINK } from '../../src/experiment/town';
import { tempoOf } from '../../src/stage/tempo';
import { flightIndex } from '../../src/trace/legs';
import type { PacketRef, Run } from '../../src/trace/run';
import { runAxe } from './axe';
import { hexCells } from './openPacket';
import { type Town, withTown } from './town';

const MS = 1_000_000;
/** The lost packets have sunk; their ✕ are still on the road. */
const AFTER_NS = 200 * MS;

const street = defaultStreet('en');
const run = simulateAll(streetExperiment(street));

/** The first packet of a lane that died on a road. */
function firstLost({ traces }: Run, lane: number): PacketRef {
  return { lane, packet: flightIndex(traces[lane]!).endings.find(({ way }) => way >= 0)!.packet };
}

/** The ✕ of a packet. */
function scarOf(town: Town, { lane, packet }: PacketRef): Locator {
  return town.stage.locator(`[role=button][data-scar="${lane}:${packet}"]`);
}

describe('the ✕ of a lost packet', () => {
  const lost = firstLost(run, 1);

  it('is the packet: it opens there, is saved there, and is reached by the arrow keys', async () => {
    const options = { width: 1920, height: 1080, locale: 'en' } as const;
    await withTown({ ...options, link: { street, playheadNs: AFTER_NS } }, async (town) => {
      await town.standsAt(run, AFTER_NS);
      const { page } = town;
      const scar = scarOf(town, lost);
      await expect.poll(() => scar.getAttribute('aria-label')).toContain('UDP');
      expect(await runAxe(page)).toEqual([]);

      await town.packets().first().focus();
      const isReached = (): Promise<boolean> => scar.evaluate((one) => one === document.activeElement);
      const most = (await town.packets().count()) + (await town.stage.locator('[data-scar]').count());
      for (let nth = 0; nth < most && !(await isReached()); nth += 1) await page.keyboard.press('ArrowRight');
      await expect.poll(() => isReached()).toBe(true);
      await page.keyboard.press('Enter');
      await hexCells(town).first().waitFor();
      await expect.poll(() => scar.getAttribute('aria-pressed')).toBe('true');

      await page.locator('[data-act=rescue]').click();
      await expect.poll(async () => (await town.address()).street.commands.length).toBe(1);
      const saved = simulateAll(streetExperiment((await town.address()).street));
      const missing = (of: Run): number => of.result!.lanes[1]!.missingPieces.length;
      expect(missing(saved)).toBe(missing(run) - 1);
      await scar.waitFor({ state: 'detached' });

      await page.keyboard.press('Control+z');
      await scar.click({ button: 'right' });
      await page.locator('[role=dialog] [data-act=rescue]').waitFor();
    });
  });

  it('is large enough for a finger', async () => {
    const phone = { width: 390, height: 844, locale: 'ko', touch: true } as const;
    // One loss only, and every other datagram has come: nothing else lies there to be touched.
    const dropped: Rule = {
      link: WEATHER_LINK,
      direction: 0,
      role: 'piece',
      nth: 3,
      verdict: { kind: 'drop' },
    };
    const alone = { ...street, weather: CLEAR_WEATHER, rules: [dropped] };
    const playheadNs = 350 * MS;
    await withTown({ ...phone, link: { street: alone, playheadNs } }, async (town) => {
      const once = simulateAll(streetExperiment(alone));
      await town.standsAt(once, playheadNs);
      const scar = scarOf(town, firstLost(once, 1));
      const box = (await scar.boundingBox())!;
      expect(Math.min(box.width, box.height)).toBeGreaterThanOrEqual(44);
      await scar.tap();
      await hexCells(town).first().waitFor();
      await expect.poll(() => scar.getAttribute('aria-pressed')).toBe('true');
    });
  });

  it('can be pressed in a crowd, too', async () => {
    const flood = { ...floodStreet(150), weather: { ...street.weather, loss: 0.002 } };
    const crowd = simulateAll(streetExperiment(flood));
    const [fullNs] = floodFullNs(150);
    const { endings } = flightIndex(crowd.traces[1]!);
    const { packet, timeNs } = endings.find((ending) => ending.timeNs > fullNs && ending.way >= 0)!;
    // It has sunk by then.
    const playheadNs = timeNs + Math.ceil(1.2 * tempoOf(crowd.experiment).fallNs);
    const options = { width: 1280, height: 720, locale: 'en' } as const;
    await withTown({ ...options, link: { street: flood, playheadNs } }, async (town) => {
      await town.standsAt(crowd, playheadNs);
      await expect.poll(() => town.page.locator('canvas[data-painter=crowd]').count()).toBe(1);
      const scar = scarOf(town, { lane: 1, packet });
      await scar.click();
      await hexCells(town).first().waitFor();
      await expect.poll(() => scar.getAttribute('aria-pressed')).toBe('true');
    });
  });
});
