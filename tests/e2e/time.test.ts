import { describe, expect, it } from 'vitest';
import { simulateAll } from '../../src/engine/simulate';
import { defaultStreet, streetExperiment } from '../../src/experiment/street';
import { momentsOf, storyEndNs } from '../../src/trace/moments';
import { formatMoment } from '../../src/ui/format';
import { differences, passSteps, sceneOf } from './scene';
import { type Town, withTown } from './town';

const HD = { width: 1280, height: 720, locale: 'en' } as const;
const street = defaultStreet('en');
const run = simulateAll(streetExperiment(street));
const moments = momentsOf(run);
const MS = 1_000_000;

/** The stage and nothing else of it: the weather bar above shows no moment. */
const stageOf = (town: Town) => town.page.getByRole('region', { name: town.t('stage.name') });

describe('time', () => {
  it('stands still when it is paused: not one pixel changes', async () => {
    await withTown(HD, async (town) => {
      await town.pause();
      // The readout becomes exact, and the address is written, within half a second.
      await expect.poll(async () => (await town.address()).playing).toBe(false);
      await town.drawn();
      let before = await town.page.screenshot();
      // What has just come to rest beside the town is painted anew once.
      const isStill = async (): Promise<boolean> => {
        const last = before;
        await passSteps(town.page, 30);
        before = await town.page.screenshot();
        return before.equals(last);
      };
      await expect.poll(isStill).toBe(true);
      const position = await town.position();
      await town.play();
      await expect.poll(() => town.position()).toBeGreaterThan(position);
    });
  });

  it('shows the same town going back step by step as it did going forward', async () => {
    const first = moments.findIndex((moment) => moment > 150 * MS);
    await withTown({ ...HD, link: { street, playheadNs: moments[first]! } }, async (town) => {
      await town.standsAt(run, moments[first]!);
      const forward = [await sceneOf(stageOf(town))];
      for (let step = 1; step <= 10; step += 1) {
        await town.button(town.t('playback.nextEvent')).click();
        await town.standsAt(run, moments[first + step]!);
        forward.push(await sceneOf(stageOf(town)));
      }
      expect(new Set(forward.map(String)).size).toBe(forward.length);
      for (let step = 9; step >= 0; step -= 1) {
        await town.button(town.t('playback.previousEvent')).click();
        await town.standsAt(run, moments[first + step]!);
        expect(differences(forward[step]!, await sceneOf(stageOf(town)))).toEqual([]);
      }
    });
  });

  it('shows the same town by playing there as by jumping there', async () => {
    await withTown({ ...HD, link: { street, playheadNs: 0, speed: 0.1, playing: true } }, async (town) => {
      await expect.poll(() => town.position()).toBeGreaterThan(250 * MS);
      await town.pause();
      await expect.poll(async () => (await town.address()).playing).toBe(false);
      const { playheadNs } = await town.address();
      // A link keeps whole nanoseconds, so both are shown at one.
      await town.open({ street, playheadNs, playing: false });
      const played = await sceneOf(stageOf(town));
      await town.timeline.press('Home');
      await town.open({ street, playheadNs, playing: false, speed: 0.5 });
      expect(differences(played, await sceneOf(stageOf(town)))).toEqual([]);
    });
  });
});

describe('the timeline', () => {
  it('is dragged back and forth with the mouse', async () => {
    await withTown({ ...HD, link: { street, playheadNs: 200 * MS } }, async (town) => {
      await town.standsAt(run, 200 * MS);
      const box = (await town.timeline.boundingBox())!;
      const y = box.y + box.height / 2;
      const max = Number(await town.timeline.getAttribute('max'));
      const { mouse } = town.page;
      await mouse.move(box.x + (await town.position()) * (box.width / max), y);
      await mouse.down();
      const seen: number[] = [];
      for (const share of [0.2, 0.15, 0.1, 0.05, 0.3, 0.45]) {
        await mouse.move(box.x + box.width * share, y, { steps: 4 });
        await town.drawn();
        seen.push((await town.position()) / max);
      }
      await mouse.up();
      seen.forEach((share, i) => expect(share).toBeCloseTo([0.2, 0.15, 0.1, 0.05, 0.3, 0.45][i]!, 1));
      await expect.poll(() => town.button(town.t('playback.play')).isVisible()).toBe(true);
    });
  });

  it('goes from event to event and to both ends with the keyboard', async () => {
    await withTown({ ...HD, link: { street, playheadNs: 200 * MS } }, async (town) => {
      await town.standsAt(run, 200 * MS);
      const next = moments.findIndex((moment) => moment > 200 * MS);
      const keys = [
        ['ArrowRight', moments[next]!],
        ['ArrowRight', moments[next + 1]!],
        ['ArrowLeft', moments[next]!],
        ['PageDown', moments[next + 1]!],
        ['Home', 0],
        ['End', storyEndNs(run)],
      ] as const;
      for (const [key, timeNs] of keys) {
        await town.timeline.press(key);
        await expect.poll(() => town.now()).toBe(formatMoment(timeNs, 'en'));
      }
    });
  });

  it('puts every event the same distance from the next when asked', async () => {
    await withTown({ ...HD, link: { street, playheadNs: moments[3]! } }, async (town) => {
      await town.standsAt(run, moments[3]!);
      await town.page.getByRole('switch', { name: town.t('playback.spacingEven') }).click();
      await expect.poll(() => town.now()).toBe(formatMoment(moments[3]!, 'en'));
      const positions = [await town.position()];
      for (let step = 4; step < 10; step += 1) {
        await town.button(town.t('playback.nextEvent')).click();
        await expect.poll(() => town.now()).toBe(formatMoment(moments[step]!, 'en'));
        positions.push(await town.position());
      }
      const gaps = positions.slice(1).map((position, i) => position - positions[i]!);
      for (const gap of gaps) expect(gap).toBeCloseTo(gaps[0]!, 3);
      expect(gaps[0]).toBeGreaterThan(0);
    });
  });
});

describe('speed', () => {
  it('is chosen on a slider, plays to the verdict, and plays again', async () => {
    await withTown(HD, async (town) => {
      const { t } = town;
      const start = town.t('playback.speedValue', { speed: '0.03' });
      await expect.poll(() => town.speed.getAttribute('aria-valuetext')).toContain(start);
      await town.speed.press('End');
      await expect
        .poll(() => town.speed.getAttribute('aria-valuetext'))
        .toContain(t('playback.speedValue', { speed: '100' }));
      await town.verdict.waitFor();
      await expect.poll(() => town.now()).toBe(formatMoment(storyEndNs(run), 'en'));
      await town.speed.press('Home');
      await town.button(t('playback.again')).click();
      await town.verdict.waitFor({ state: 'detached' });
      await expect.poll(() => town.position()).toBeGreaterThan(0);
      await town.button(t('playback.restart')).click();
      await town.pause();
      await expect.poll(() => town.position()).toBeLessThan(60 * MS);
      await expect.poll(() => town.end()).toBe(formatMoment(storyEndNs(run), 'en'));
    });
  });
});
