import { describe, expect, it } from 'vitest';
import { simulateAll } from '../../src/engine/simulate';
import { defaultStreet, streetExperiment, textPayload } from '../../src/experiment/street';
import { fatesOf } from '../../src/trace/fates';
import { formatTime } from '../../src/ui/format';
import { type Town, withTown } from './town';

const HD = { width: 1280, height: 720, locale: 'en' } as const;
/** Here all the cards of a message have room on their shelf. */
const LARGE = { width: 1920, height: 1080, locale: 'en' } as const;
const MS = 1_000_000;
const clear = {
  ...defaultStreet('en'),
  payload: textPayload('ABCDEFGHIJKLMNOPQRSTUVWX'),
  weather: { ...defaultStreet('en').weather, loss: 0 },
};

/** The lines of the transcript as they stand on the page, those near the view at least. */
async function transcript(town: Town): Promise<readonly string[]> {
  await town.tab('transcript').click();
  await town.page.locator('[data-line="0"]').waitFor();
  return town.page.locator('[data-line]').allInnerTexts();
}

/** Lines of what happened before a moment. */
function before(lines: readonly string[], timeNs: number): readonly string[] {
  return lines.filter((line) => Number(line.split(' ')[0]) * 1e9 < timeNs);
}

/** What the tape says of each piece. */
async function tape(town: Town): Promise<readonly string[]> {
  const names = await town.page
    .getByRole('region', { name: town.t('panels.fateTape.title') })
    .getByRole('button')
    .evaluateAll((cells) => cells.map((cell) => cell.getAttribute('aria-label') ?? ''));
  return names.map((name) => name.slice(name.indexOf(': ') + 2));
}

describe('loss, switched on while the message is on its way', () => {
  it('changes what comes after, and nothing of what was', async () => {
    await withTown({ ...LARGE, link: { street: clear, playheadNs: 135 * MS } }, async (town) => {
      const { t } = town;
      await town.standsAt(simulateAll(streetExperiment(clear)), 135 * MS);
      const calm = await transcript(town);
      expect(calm.filter((line) => line.includes('[lost'))).toEqual([]);
      expect(new Set(await tape(town))).toEqual(new Set([t('panels.fateTape.ok')]));

      await town.weather('loss').click();
      await expect.poll(async () => (await town.address()).street.commands).toHaveLength(1);
      const { street, playheadNs } = await town.address();
      expect(street.commands[0]).toMatchObject({ kind: 'setWeather', atNs: 135 * MS });
      expect(street.weather.loss).toBe(0);
      expect(playheadNs).toBe(135 * MS);

      const run = simulateAll(streetExperiment(street));
      await town.standsAt(run, 135 * MS);
      const stormy = await transcript(town);
      expect(before(calm, 135 * MS).length).toBeGreaterThan(15);
      expect(before(stormy, 135 * MS)).toEqual(before(calm, 135 * MS));
      const fateTape = await tape(town);
      fatesOf(run).forEach((fate, piece) => {
        expect(fateTape[piece]!.split(', ').includes(t('panels.fateTape.loss'))).toBe(fate.loss);
      });
      const lost = run.result!.lanes[1]!.missingPieces;
      expect(lost.length).toBeGreaterThan(0);
      await town.toVerdict();
      await expect.poll(() => town.holes('server udp')).toEqual(lost);
    });
  });

  it('is a command at the moment of the press, and playing goes on', async () => {
    await withTown({ ...HD, link: { street: clear, playheadNs: 0, playing: true } }, async (town) => {
      await expect.poll(() => town.position()).toBeGreaterThan(5 * MS);
      await town.weather('loss').click();
      await expect.poll(async () => (await town.address()).street.commands.length).toBe(1);
      const { atNs } = (await town.address()).street.commands[0]!;
      expect(atNs).toBeGreaterThan(5 * MS);
      await expect.poll(() => town.position()).toBeGreaterThan(atNs);
      await expect.poll(() => town.button(town.t('playback.pause')).isVisible()).toBe(true);
      await expect.poll(() => town.weather('loss').getAttribute('aria-checked')).toBe('true');
      // Before the press the road was clear, and the switch says so when time goes back there.
      await town.button(town.t('playback.restart')).click();
      await expect.poll(() => town.weather('loss').getAttribute('aria-checked')).toBe('false');
    });
  });
});

describe('every kind of weather', () => {
  it('meets the same pieces in both lanes', async () => {
    await withTown({ ...HD, link: { street: clear, playheadNs: 0 } }, async (town) => {
      for (const fate of ['loss', 'reorder', 'duplicate', 'corrupt'] as const) {
        await town.weather(fate).click();
        await expect.poll(async () => (await town.address()).street.weather[fate]).toBeGreaterThan(0);
        await town.pause();
        await town.timeline.press('Home');
      }
      const run = simulateAll(streetExperiment((await town.address()).street));
      const { t } = town;
      await town.toVerdict();
      const cells = await tape(town);
      fatesOf(run).forEach((fate, piece) => {
        const words = cells[piece]!.split(', ');
        expect(words.includes(t('panels.fateTape.loss'))).toBe(fate.loss);
        expect(words.includes(t('panels.fateTape.duplicate'))).toBe(fate.duplicate);
        expect(words.includes(t('panels.fateTape.corrupt'))).toBe(fate.corrupt);
        expect(words.includes(t('panels.fateTape.unsettled'))).toBe(fate.unsettled);
      });
    });
  });

  it('has an amount behind its switch, and the road a delay, a rate and a queue', async () => {
    await withTown({ ...HD, link: { street: clear, playheadNs: 0 } }, async (town) => {
      const { page, t } = town;
      const name = t('app.weather.delay');
      const amount = formatTime(clear.link.delayNs, 'en');
      await town.button(t('app.weather.amountOf', { name, amount })).click();
      const slider = page.getByRole('slider', { name: t('app.weather.amount', { name }) });
      await slider.press('End');
      await expect.poll(async () => (await town.address()).street.link.delayNs).toBe(1000 * MS);
      await page.keyboard.press('Escape');
      await town.toVerdict();
      const [, udp] = simulateAll(streetExperiment((await town.address()).street)).result!.lanes;
      expect(udp!.firstByteNs).toBeGreaterThan(1000 * MS);
    });
  });
});
