import { describe, expect, it } from 'vitest';
import { floodFullNs, floodStreet } from '../../bench/streets';
import { simulateAll } from '../../src/engine/simulate';
import { streetExperiment } from '../../src/experiment/street';
import { withTown } from './town';

/** Where on the page the roads are thick with packets, and how many different colours are there. */
const LOOK = `(() => {
  const canvas = document.querySelector('canvas[data-painter=swarm]');
  const { width, height } = canvas;
  const { data } = canvas.getContext('2d').getImageData(0, 0, width, height);
  const box = canvas.getBoundingClientRect();
  const dots = [];
  for (let i = 0; i < width * height; i += 7) {
    if (data[i * 4 + 3] > 200) dots.push([box.left + ((i % width) / width) * box.width, box.top + (Math.floor(i / width) / height) * box.height]);
  }
  return { count: dots.length, middle: dots[Math.floor(dots.length / 2)] ?? null };
})()`;

interface Seen {
  readonly count: number;
  readonly middle: readonly [number, number] | null;
}

describe('hundreds of packets on the road at once', () => {
  const street = floodStreet(400);
  const [fullNs] = floodFullNs(400);

  it('are dots, each of which opens when it is pressed, also seen from near', async () => {
    const link = { street, playheadNs: fullNs, language: 'en' } as const;
    await withTown({ width: 1280, height: 720, locale: 'en', link }, async (town) => {
      await town.standsAt(simulateAll(streetExperiment(street)), fullNs);
      const { page } = town;
      const look = (): Promise<Seen> => page.evaluate<Seen>(LOOK);
      await expect.poll(async () => (await look()).count).toBeGreaterThan(50);
      const far = await look();
      await page.mouse.click(...far.middle!);
      await page.locator('[data-byte]').first().waitFor();
      await expect.poll(() => town.packets().count()).toBeGreaterThan(0);
      await page.keyboard.press('Escape');
      await page.mouse.move(...far.middle!);
      await page.keyboard.press('+');
      // The view glides nearer; then the dots are larger.
      await expect.poll(async () => (await look()).count).not.toBe(far.count);
      await expect.poll(async () => (await look()).middle).not.toBeNull();
    });
  });
});
