import { describe, expect, it } from 'vitest';
import { simulateAll } from '../../src/engine/simulate';
import { filterPort } from '../../src/experiment/doorEdits';
import { homeBehindNat } from '../../src/experiment/presets/homeBehindNat';
import { portScan } from '../../src/experiment/presets/portScan';
import { type TownFile, townExperiment } from '../../src/experiment/townFile';
import { doorsAt } from '../../src/trace/doors';
import { natTableAt } from '../../src/trace/natMappings';
import type { Run } from '../../src/trace/run';
import { scanSheetsAt } from '../../src/trace/scanSheet';
import { townIndex } from '../../src/trace/townIndex';
import { formatMoment } from '../../src/ui/format';
import { runAxe } from './axe';
import { textProblems } from './measure';
import { SIZES } from './page';
import { type Town, withTown } from './town';

const runOf = (town: TownFile): Run => simulateAll(townExperiment(town));
const endOf = ({ traces }: Run): number => traces[0]!.endNs;

/** Each door of the house, as `tcp 80 open`. */
const doors = (town: Town): Promise<readonly string[]> =>
  town.page
    .locator('aside [data-door][data-state]')
    .evaluateAll((all) =>
      all.map((one) => `${one.getAttribute('data-door')} ${one.getAttribute('data-state')}`),
    );

/** Each door of the scan, as `tcp 80 doorOpen`. */
const findings = (town: Town): Promise<readonly string[]> =>
  town.page
    .locator('aside [data-door][data-found]')
    .evaluateAll((all) =>
      all.map((one) => `${one.getAttribute('data-door')} ${one.getAttribute('data-found')}`),
    );

describe('the instrument for doors', () => {
  it('shows open, closed and filtered doors and what a scan finds, also behind one more firewall', async () => {
    await withTown(
      { ...SIZES[1], locale: 'en', path: '#town=port-scan', reducedMotion: true },
      async (town) => {
        const { page, t } = town;
        const expectEndOf = async (file: TownFile): Promise<void> => {
          const run = runOf(file);
          await town.toEndOf(run);
          const house = doorsAt(run, 0, 1, endOf(run)).map(
            (door) => `${door.transport} ${door.port} ${door.state}`,
          );
          const sheet = scanSheetsAt(run, 0, endOf(run))[0]!.doors;
          const found = sheet.map((door) => `${door.transport} ${door.port} ${door.found!.kind}`);
          await expect.poll(() => doors(town)).toEqual(house);
          await expect.poll(() => findings(town)).toEqual(found);
        };
        await town.tab('doors').click();
        await expectEndOf(portScan.town);
        expect(await runAxe(page)).toEqual([]);

        // A finding leads to its moment.
        const closed = scanSheetsAt(runOf(portScan.town), 0, Infinity)[0]!.doors[1]!.found!;
        await page.locator('aside [data-found="doorClosed"] button').first().click();
        await expect.poll(() => town.now()).toBe(formatMoment(closed.timeNs, 'en'));

        await page
          .getByRole('button', { name: t('doors.guardAt', { transport: 'UDP', port: 7 }) })
          .press('Enter');
        await expectEndOf(filterPort(portScan.town, 'S', { transport: 'udp', port: 7 }, true));

        await page.getByRole('searchbox').fill('ssh');
        await page
          .locator('aside output li')
          .filter({ hasText: 'The Secure Shell' })
          .getByText('22')
          .waitFor();
      },
    );
  });

  it('shows a NAT table whose rows run down, on a phone', async () => {
    await withTown({ ...SIZES[2], locale: 'ko', path: '#town=home-behind-nat&at=0' }, async (town) => {
      const run = runOf(homeBehindNat.town);
      const place = townIndex(run.experiment).node('GW');
      await town.tab('doors').click();
      const rows = (): Promise<readonly string[]> =>
        town.page.locator('aside [data-nat] td:nth-child(3) span').allInnerTexts();
      // All rows are there until two minutes have passed.
      const [first] = natTableAt(run.traces[0]!, place, 0);
      await expect.poll(async () => (await rows())[0]).toBe(`:${first!.mapping.outside.port}`);
      expect(await textProblems(town.page)).toEqual([]);
      await town.toEndOf(run);
      await expect
        .poll(rows)
        .toEqual(
          natTableAt(run.traces[0]!, place, endOf(run)).map(({ mapping }) => `:${mapping.outside.port}`),
        );
      expect(await runAxe(town.page)).toEqual([]);
    });
  });
});
