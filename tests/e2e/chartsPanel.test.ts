import type { Locator } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { simulateAll } from '../../src/engine/simulate';
import { defaultStreet, streetExperiment } from '../../src/experiment/street';
import { connectionsOf, snapshotAt } from '../../src/trace/connectionEnds';
import { storyEndNs } from '../../src/trace/moments';
import { formatBytes, formatMoment, formatTime } from '../../src/ui/format';
import { sequenceMarks } from '../../src/trace/seriesSequence';
import { whereaboutsAt } from '../../src/trace/whereabouts';
import { textProblems } from './measure';
import { SIZES } from './page';
import { type Town, withTown } from './town';

const MS = 1_000_000;
const MOMENT = 300 * MS;

const street = defaultStreet('en');
const run = simulateAll(streetExperiment(street));
const trace = run.traces[0]!;
const { opener } = connectionsOf(trace)[0]!;

const chart = (town: Town, id: string): Locator => town.page.locator(`section[data-chart=${id}]`);
const value = (town: Town, series: string): Locator => town.page.locator(`[data-series=${series}]`);

async function openCharts(town: Town): Promise<void> {
  await town.standsAt(run, MOMENT);
  await town.tab('charts').click();
  await town.drawn();
  await chart(town, 'rate').locator('canvas').waitFor();
}

describe('the charts panel', () => {
  it('says what each line is at the moment, follows the playhead and moves it', async () => {
    const link = { street, playheadNs: MOMENT };
    await withTown({ ...SIZES[1], locale: 'en', link }, async (town) => {
      await openCharts(town);
      const near = snapshotAt(trace, opener, MOMENT)!;
      await expect.poll(() => value(town, 'cwnd').textContent()).toBe(formatBytes(near.cwnd));
      await expect.poll(() => value(town, 'inFlight').textContent()).toBe(formatBytes(near.inFlight));
      await expect.poll(() => value(town, 'rto').textContent()).toBe(formatTime(near.rtoNs, 'en'));

      // A segment's mark that is pointed at is framed, and its packet lit on the road.
      const { sent } = sequenceMarks(trace, opener);
      const { packet, timeNs } = sent.findLast(
        (mark) => mark.timeNs < MOMENT && whereaboutsAt(trace, mark.packet, MOMENT)?.kind === 'onLink',
      )!;
      const sequence = chart(town, 'sequence').locator('.u-over');
      await sequence.scrollIntoViewIfNeeded();
      const box = (await sequence.boundingBox())!;
      const across = box.x + (box.width * timeNs) / storyEndNs(run);
      const lit = chart(town, 'sequence').locator(`[data-lit="${packet}"]:not([hidden])`);
      for (let down = 0.02; down < 1 && (await lit.count()) === 0; down += 0.04) {
        await town.page.mouse.move(across, box.y + box.height * down);
        await town.drawn();
      }
      await expect.poll(() => lit.count()).toBe(1);

      // A press goes to the moment under it: halfway across is half of the story.
      const plot = chart(town, 'window').locator('.u-over');
      await plot.scrollIntoViewIfNeeded();
      const { x, y, width, height } = (await plot.boundingBox())!;
      await town.page.mouse.click(x + width / 2, y + height / 2);
      const half = storyEndNs(run) / 2;
      const shown = async (): Promise<number> => (await town.address()).playheadNs;
      await expect.poll(async () => Math.abs((await shown()) - half)).toBeLessThan(10 * MS);
      const later = snapshotAt(trace, opener, half)!;
      await expect.poll(() => value(town, 'cwnd').textContent()).toBe(formatBytes(later.cwnd));
    });
  });

  it('zooms all charts at once, by hand and by key, and has the same numbers as a table', async () => {
    const link = { street, playheadNs: MOMENT };
    await withTown({ ...SIZES[1], locale: 'en', link }, async (town) => {
      await openCharts(town);
      const { page, t } = town;
      const shown = page.getByRole('group', { name: t('chartsPanel.zoom') }).locator('output');
      const whole = await shown.textContent();
      const plot = chart(town, 'window').locator('.u-over');
      const { x, y, width, height } = (await plot.boundingBox())!;
      await page.mouse.move(x + width * 0.1, y + height / 2);
      await page.mouse.down();
      await page.mouse.move(x + width * 0.5, y + height / 2, { steps: 4 });
      await page.mouse.up();
      await expect.poll(() => shown.textContent()).not.toBe(whole);
      // Zooming is not seeking.
      expect((await town.address()).playheadNs).toBe(MOMENT);
      await page.getByRole('button', { name: t('chartsPanel.whole'), exact: true }).click();
      await expect.poll(() => shown.textContent()).toBe(whole);

      const table = t('chartsPanel.table', { title: t('chartsPanel.title.window') });
      await page.getByText(table, { exact: true }).click();
      await page.keyboard.press('+');
      await expect.poll(() => shown.textContent()).not.toBe(whole);
      await page.keyboard.press('0');
      await expect.poll(() => shown.textContent()).toBe(whole);
      const rows = page.getByRole('table', { name: t('chartsPanel.title.window') }).locator('tbody tr');
      const last = snapshotAt(trace, opener, storyEndNs(run))!;
      const cells = rows.last().locator('td');
      await expect
        .poll(() => cells.allTextContents())
        .toEqual([last.inFlight, last.cwnd, last.ssthresh].map((bytes) => formatBytes(bytes)));
    });
  });

  it('zooms the timeline with them, and it them: by wheel, by key, and after the playhead', async () => {
    const link = { street, playheadNs: MOMENT };
    await withTown({ ...SIZES[1], locale: 'en', link }, async (town) => {
      await openCharts(town);
      const { page, t, timeline } = town;
      const shown = page.getByRole('group', { name: t('chartsPanel.zoom') }).locator('output');
      const whole = await shown.textContent();
      const ends = async (): Promise<string> =>
        `${await timeline.getAttribute('min')} ${await timeline.getAttribute('max')}`;
      const wholeEnds = await ends();
      await page.getByRole('button', { name: t('chartsPanel.zoomIn'), exact: true }).click();
      await expect.poll(ends).not.toBe(wholeEnds);
      // The knob stands between new ends and still says the same moment.
      await expect.poll(() => town.now()).toBe(formatMoment(MOMENT, 'en'));
      await timeline.press('End');
      await expect.poll(() => town.now()).toBe(formatMoment(storyEndNs(run), 'en'));
      await expect.poll(() => shown.textContent()).toContain(formatTime(storyEndNs(run), 'en'));
      await page.getByRole('button', { name: t('playback.whole') }).click();
      await expect.poll(() => shown.textContent()).toBe(whole);
      await expect.poll(() => ends()).toBe(wholeEnds);

      await timeline.press('+');
      await expect.poll(() => shown.textContent()).not.toBe(whole);
      await timeline.press('0');
      await expect.poll(() => shown.textContent()).toBe(whole);
      await timeline.hover();
      await page.mouse.wheel(0, -240);
      await expect.poll(() => shown.textContent()).not.toBe(whole);
      expect(await textProblems(page)).toEqual([]);
    });
  });

  it('draws the other future beside this one', async () => {
    const link = { street, playheadNs: 150 * MS };
    await withTown({ ...SIZES[1], locale: 'en', link }, async (town) => {
      await town.standsAt(run, 150 * MS);
      await town.tab('charts').click();
      await town.drawn();
      const others = town.page.locator('[data-series^="other "]');
      await expect.poll(() => others.count()).toBe(0);
      await town.weather('loss').click();
      await expect.poll(() => others.count()).toBeGreaterThan(0);
      const name = town.t('chartsPanel.other', { name: town.t('chartsPanel.line.cwnd') });
      await expect.poll(() => chart(town, 'window').innerText()).toContain(name);

      // Two ladders beside each other take the places of two instruments, with a head for each future.
      await town.tab('ladder').click();
      await town.page.getByText(town.t('panels.ladderTools.both'), { exact: true }).click();
      const heads = town.page.locator('aside [data-stacked] b');
      await expect.poll(() => heads.count()).toBe(2);
      await expect.poll(() => heads.last().innerText()).toContain(town.t('panels.ladderTools.other'));
      await expect.poll(() => town.page.getByRole('tablist').count()).toBe(1);
      await town.tab('charts').click();
      await expect.poll(() => town.page.getByRole('tablist').count()).toBe(2);
    });
  });
});
