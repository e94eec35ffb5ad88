import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { withTown } from './town';

const HD = { width: 1280, height: 720 } as const;

/** Runs in the page from its very beginning: notes when each packet on the stage first moved. */
function watchPackets(): void {
  const places = new Map<string, string>();
  const look = (): void => {
    for (const packet of document.querySelectorAll<SVGElement>('main [role=button][data-packet]')) {
      const key = packet.dataset['packet'] ?? '';
      const place = packet.parentElement?.getAttribute('transform') ?? '';
      const before = places.get(key);
      if (before !== undefined && before !== place) {
        performance.mark('packetMoved');
        return;
      }
      places.set(key, place);
    }
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

/** Runs in the page from its very beginning: notes every height that the town is drawn in. */
function watchHeights(): void {
  const look = (): void => {
    const height = document.querySelector('main section svg')?.getBoundingClientRect().height;
    if (height !== undefined) performance.mark('townHeight', { detail: height });
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

describe.each(['ko', 'en'] as const)('a first visit in %s', (locale) => {
  it('shows a town in which packets move, without a touch', async () => {
    const prepare = async (page: Page): Promise<void> => {
      await page.addInitScript(watchPackets);
      // The fonts never come: what is seen first does not wait for them.
      await page.route('**/*.woff2', () => undefined);
    };
    await withTown({ ...HD, locale, prepare }, async (town) => {
      await town.page.waitForFunction(() => performance.getEntriesByName('packetMoved').length > 0);
      const first = await town.position();
      await expect.poll(() => town.position()).toBeGreaterThan(first);
      await expect.poll(() => town.packets().count()).toBeGreaterThan(1);
    });
  });

  it('draws the town where it stays, with the names of both buildings, of the rooms and of what sends through them', async () => {
    const prepare = async (page: Page): Promise<void> => {
      await page.addInitScript(watchHeights);
    };
    await withTown({ ...HD, locale, prepare }, async (town) => {
      await town.drawn();
      const heights = await town.page.evaluate(() =>
        performance.getEntriesByName('townHeight').map((mark) => (mark as PerformanceMark).detail as number),
      );
      expect(heights.length).toBeGreaterThan(3);
      expect(Math.max(...heights) - Math.min(...heights)).toBeLessThan(4);

      const { stage, t } = town;
      const seen = await stage.locator('svg text').allTextContents();
      for (const address of ['192.0.2.10', '198.51.100.20']) expect(seen).toContain(address);
      for (const port of ['50000', '80', '9000', '9999']) expect(seen).toContain(port);
      for (const router of ['R1', 'R2', 'R3']) expect(seen).toContain(router);
      for (const transport of ['TCP', 'UDP']) expect(seen).toContain(t('stage.road', { transport }));
    });
  });
});

describe('a first visit where less motion is wanted', () => {
  it('stands still until asked', async () => {
    await withTown({ ...HD, locale: 'ko', reducedMotion: true }, async (town) => {
      await town.button(town.t('playback.play')).waitFor();
      await town.drawn();
      await expect.poll(() => town.position()).toBe(0);
      await town.play();
      await expect.poll(() => town.position()).toBeGreaterThan(0);
    });
  });
});
