import type { Locator } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { simulateAll } from '../../src/engine/simulate';
import { defaultStreet, streetExperiment } from '../../src/experiment/street';
import { transcriptEntries, transcriptText } from '../../src/trace/transcript';
import { runAxe } from './axe';
import { copiedOn, watchCopies } from './clipboard';
import { textProblems } from './measure';
import { readable, type Town, withTown } from './town';

const HD = { width: 1280, height: 720 } as const;
const MS = 1_000_000;
const street = defaultStreet('ko');
const run = simulateAll(streetExperiment(street));
const LINES = transcriptEntries(run).map((entry) => transcriptText(run, entry));

function field(town: Town): Locator {
  return town.page.getByRole('combobox', { name: town.t('panels.filter.label') });
}

async function shown(town: Town): Promise<readonly string[]> {
  const texts = await town.page.locator('[data-line]').allInnerTexts();
  return texts.map(readable);
}

describe('the transcript', () => {
  it('leaves the lines that a filter is about, says what is wrong with one, and keeps it for later', async () => {
    await withTown({ ...HD, locale: 'ko', link: { street, playheadNs: 400 * MS } }, async (town) => {
      await town.standsAt(run, 400 * MS);
      await town.tab('transcript').click();
      const lost = LINES.filter((line) => line.includes('[lost on') && line.includes('Flags'));
      await field(town).fill('loss and tcp');
      await expect.poll(() => shown(town)).toEqual(lost);
      const { t } = town;
      const count = t('panels.filter.shown', { shown: lost.length, total: LINES.length });
      await town.page.getByText(count, { exact: true }).waitFor();

      await field(town).fill('loss and tcp and (');
      const problem = t('panels.filter.problem.nothingAfter', { word: '(' });
      await town.page.getByText(problem, { exact: true }).waitFor();
      await expect.poll(() => shown(town)).toEqual(lost);
      await field(town).press('Escape');
      expect(await textProblems(town.page)).toEqual([]);
      expect(await runAxe(town.page)).toEqual([]);

      await town.tab('ladder').click();
      await town.tab('transcript').click();
      await expect.poll(() => field(town).inputValue()).toBe('loss and tcp and (');
      await town.button(t('panels.filter.clear')).click();
      await town.page.getByText(t('panels.filter.all', { total: LINES.length }), { exact: true }).waitFor();
    });
  });

  it('suggests words in the viewer’s language, goes to a line’s moment and selects its packet', async () => {
    await withTown({ ...HD, locale: 'ko', link: { street, playheadNs: 0 } }, async (town) => {
      await town.standsAt(run, 0);
      await town.tab('transcript').click();
      await field(town).pressSequentially('재전송');
      await field(town).press('ArrowDown');
      await field(town).press('Enter');
      await expect.poll(() => field(town).inputValue()).toBe('retransmission ');
      const again = LINES.filter((line) => line.includes('[retransmission'));
      const line = town.page.locator('[data-line]').filter({ hasText: '[retransmission 1]' }).first();
      await line.getByRole('button').click();
      const [entry] = transcriptEntries(run).filter((one) => transcriptText(run, one) === again[0]);
      await town.standsAt(run, entry!.timeNs);
      await expect.poll(() => town.tab('transcript').getAttribute('aria-selected')).toBe('true');
      await expect.poll(() => town.packets().and(town.page.locator('[aria-pressed=true]')).count()).toBe(1);
      await expect.poll(() => line.locator('[data-selected]').count()).toBe(1);
    });
  });

  it('copies the lines that are shown, or those that were chosen with the keyboard', async () => {
    await withTown(
      { ...HD, locale: 'ko', prepare: watchCopies, link: { street, playheadNs: 0 } },
      async (town) => {
        await town.standsAt(run, 0);
        await town.tab('transcript').click();
        await field(town).fill('udp loss');
        const lost = LINES.filter((line) => line.includes('[lost on') && line.includes(': UDP'));
        await expect.poll(() => shown(town)).toEqual(lost);
        const copied = (): Promise<string | undefined> => copiedOn(town.page);
        await town.button(town.t('panels.filter.copyAll')).click();
        await town.button(town.t('panels.filter.copied')).waitFor();
        await expect.poll(copied).toBe(lost.map((line) => `${line}\n`).join(''));

        await field(town).fill('syn');
        const opening = LINES.filter((line) => line.includes('Flags [S'));
        await expect.poll(() => shown(town)).toEqual(opening);
        await town.page.locator('[data-line="0"] button').focus();
        await town.page.keyboard.press('Shift+ArrowDown');
        await town.page.locator('[data-line="1"] button[aria-pressed=true]').waitFor();
        await town.page.keyboard.press('Control+c');
        await expect.poll(copied).toBe(`${opening[0]}\n${opening[1]}\n`);
      },
    );
  });
});
