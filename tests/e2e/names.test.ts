import { describe, expect, it } from 'vitest';
import { simulateAll } from '../../src/engine/simulate';
import { PRESETS } from '../../src/experiment/presets/inOrder';
import { townExperiment } from '../../src/experiment/townFile';
import { cacheEntriesAt } from '../../src/trace/dnsCaches';
import { nameWalksBy } from '../../src/trace/nameWalks';
import { packetFactsOf } from '../../src/trace/packetFacts';
import { formatMoment } from '../../src/ui/format';
import { runAxe } from './axe';
import { textProblems } from './measure';
import { SIZES } from './page';
import { type Town, withTown } from './town';

const preset = PRESETS.find(({ id }) => id === 'dns-tree')!;
const run = simulateAll(townExperiment(preset.town));
const trace = run.traces[0]!;
const [walk] = nameWalksBy(trace, Infinity);
const AT = { path: '#town=dns-tree', reducedMotion: true } as const;

const cards = (town: Town): Promise<readonly string[]> =>
  town.page.locator('aside ol [data-state] > span:nth-child(3)').allInnerTexts();

describe('the instrument for names', () => {
  it('shows each step of the walk, leads to its packet, and what is remembered then', async () => {
    await withTown({ ...SIZES[1], locale: 'ko', ...AT }, async (town) => {
      await town.tab('names').click();
      await town.toEndOf(run);
      const chosen = town.page.getByRole('combobox', { name: town.t('names.chooseWalk') });
      await chosen.selectOption('0');
      const expected = walk!.steps.map(({ packet }) => packetFactsOf(run, { lane: 0, packet })!.dns);
      await expect.poll(() => cards(town)).toEqual(expected);
      expect(await runAxe(town.page)).toEqual([]);

      // The answer of com: time goes there, and what it brought is remembered a moment later.
      const answer = walk!.steps[4]!;
      await town.page.locator('aside ol button').nth(4).click();
      await expect.poll(() => town.now()).toBe(formatMoment(answer.event.timeNs, 'ko'));
      await expect.poll(() => cards(town)).toEqual(expected.slice(0, 5));
      const names = town.page.locator('[data-cache] li button > span:last-child > b');
      const kept = cacheEntriesAt(trace, answer.event.timeNs).map(({ what }) => what.name);
      await expect.poll(() => names.allInnerTexts()).toEqual(kept);
      expect(await textProblems(town.page)).toEqual([]);
    });
  });

  it('takes other records for a zone, once they make sense', async () => {
    await withTown({ ...SIZES[0], locale: 'en', ...AT }, async (town) => {
      await town.tab('names').click();
      const { page } = town;
      await page.getByRole('button', { name: town.t('names.editOf', { host: 'ns' }) }).click();
      const data = page.getByRole('textbox', {
        name: `${town.t('names.column.data')}, ${town.t('names.record', { number: 3 })}`,
      });
      await data.fill('198.51.100');
      await page
        .getByText(town.t('names.problem.badRecordData', { type: 'A', example: '203.0.113.9' }))
        .waitFor();
      const apply = town.button(town.t('names.apply'));
      await expect.poll(() => apply.isDisabled()).toBe(true);
      expect(await runAxe(page)).toEqual([]);
      await data.fill('203.0.113.99');
      await apply.click();
      await page.locator('[data-server=ns] td', { hasText: '203.0.113.99' }).waitFor();
      // The run of the changed town may still be growing.
      const toldAtEnd = async (): Promise<readonly string[]> => {
        await town.timeline.press('End');
        return cards(town);
      };
      await expect.poll(toldAtEnd).toContain('A 203.0.113.99');
    });
  });
});
