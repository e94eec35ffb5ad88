import { describe, expect, it } from 'vitest';
import { simulateAll } from '../../src/engine/simulate';
import { presetOf } from '../../src/experiment/presets/inOrder';
import { townExperiment } from '../../src/experiment/townFile';
import { type PageLoad, pageLoadsOf } from '../../src/trace/pageLoads';
import type { Run } from '../../src/trace/run';
import { formatMoment, formatTime } from '../../src/ui/format';
import { runAxe } from './axe';
import { textProblems } from './measure';
import { withPage } from './page';
import { Town } from './town';

const runOf = (id: string): Run => simulateAll(townExperiment(presetOf(id)!.town));

/** What the engine says of the town's page loads. */
const loadsIn = ({ traces }: Run): readonly PageLoad[] => pageLoadsOf(traces[0]!);

describe('the journey of a page', () => {
  it('counts the round trips of each load, and leads to the moment and the packet of a step', async () => {
    await withPage({ width: 1280, height: 720, locale: 'en', path: '#town=https' }, async (page) => {
      const town = new Town(page, 'en');
      const { t } = town;
      await town.tab('journey').press('Enter');
      const run = runOf('https');
      await town.toEndOf(run);
      const loads = loadsIn(run);
      const cards = page.getByRole('list').filter({ hasText: 'http://' }).getByRole('listitem');
      await expect.poll(() => cards.count()).toBe(loads.length);
      for (const [i, { roundTrips, untilNs, fromNs }] of loads.entries()) {
        const card = cards.nth(i);
        await card.getByText(t('journey.trips', { count: roundTrips }), { exact: true }).waitFor();
        await card
          .getByText(formatTime(untilNs! - fromNs, 'en'))
          .first()
          .waitFor();
      }

      const secure = loads[1]!.steps.find(({ kind }) => kind === 'secure')!;
      const time = formatTime(secure.untilNs! - secure.fromNs, 'en');
      const words = `${time} · ${t('journey.trips', { count: 1 })}`;
      await town.button(t('journey.bar', { name: t('journey.step.secure'), words })).press('Enter');
      await expect.poll(() => town.now()).toBe(formatMoment(secure.fromNs, 'en'));
      await cards.nth(1).locator('[data-lit=true]').waitFor();
      expect(await textProblems(page)).toEqual([]);
      expect(await runAxe(page)).toEqual([]);
    });
  });

  it('shows which address was tried in vain', async () => {
    await withPage({ width: 1280, height: 720, locale: 'en', path: '#town=two-addresses' }, async (page) => {
      const town = new Town(page, 'en');
      await town.tab('journey').press('Enter');
      const run = runOf('two-addresses');
      await town.toEndOf(run);
      for (const { steps } of loadsIn(run)) {
        for (const { address } of steps.filter((step) => step.address !== '')) {
          await page.getByText(address, { exact: true }).last().waitFor();
        }
      }
      await expect.poll(() => page.locator('[data-vain=true]').count()).toBe(2);
      expect(await textProblems(page)).toEqual([]);
    });
  });

  it('stands on a phone, in Korean', async () => {
    const phone = { width: 390, height: 844, touch: true } as const;
    await withPage({ ...phone, locale: 'ko', path: '#town=quic-vs-tcp' }, async (page) => {
      const town = new Town(page, 'ko');
      await town.tab('journey').tap();
      const run = runOf('quic-vs-tcp');
      await town.toEndOf(run);
      const [, overStreams] = loadsIn(run);
      const words = town.t('journey.trips', { count: overStreams!.roundTrips });
      await page.getByText(words, { exact: true }).waitFor();
      await page.getByText(town.t('journey.protocol.streams')).waitFor();
      expect(await textProblems(page)).toEqual([]);
    });
  });
});
