import type { Locator } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { simulateAll } from '../../src/engine/simulate';
import { defaultStreet, streetExperiment } from '../../src/experiment/street';
import { outstandingAt } from '../../src/trace/belief';
import { beliefGap } from '../../src/trace/beliefGap';
import { connectionsOf, snapshotAt } from '../../src/trace/connectionEnds';
import { lastChange } from '../../src/trace/lastChange';
import { formatTime } from '../../src/ui/format';
import { SIZES } from './page';
import { type Town, readable, withTown } from './town';

const MS = 1_000_000;
/** Piece 3 is lost, the sender has not heard of it, and later pieces wait behind the gap. */
const NOT_TOLD = 230 * MS;
/** Three duplicate ACKs have come: cwnd is cut, the first is on its way again. */
const RECOVERY = 300 * MS;

const street = defaultStreet('en');
const run = simulateAll(streetExperiment(street));
const trace = run.traces[0]!;
const ends = connectionsOf(trace)[0]!;

async function openWindow(town: Town, timeNs: number): Promise<void> {
  await town.standsAt(run, timeNs);
  await town.tab('window').click();
  await town.drawn();
}

const rows = (town: Town): Locator => town.page.locator('tr[data-segment]');
const variable = (town: Town, name: string): Locator => town.page.locator(`[data-variable=${name}]`).first();

describe('the window panel', () => {
  it('sets what the sender believes beside what is true, marks where they differ, and opens the packet', async () => {
    const link = { street, playheadNs: NOT_TOLD };
    await withTown({ ...SIZES[1], locale: 'en', link }, async (town) => {
      await openWindow(town, NOT_TOLD);
      const seen = (): Promise<string[]> =>
        rows(town).evaluateAll((list) =>
          list.map((row) => {
            const { belief, truth, gap } = (row as HTMLElement).dataset;
            return [belief, truth, gap].join(' ');
          }),
        );
      const views = outstandingAt(trace, ends, 'opener', NOT_TOLD, 0);
      const told = views.map((view) => [view.belief, view.truth.kind, beliefGap(view)].join(' '));
      expect(told).toContain('inFlight lost wrong');
      await expect.poll(seen).toEqual(told);
      const wrong = rows(town).and(town.page.locator('[data-gap=wrong]')).first();
      await expect.poll(() => wrong.innerText()).toContain(town.t('windowPanel.table.gap.wrong'));

      // Pointing at a segment lights it wherever it is shown; pressing it opens its packet.
      const row = rows(town).nth(4);
      await row.hover();
      await expect.poll(() => row.getAttribute('data-lit')).toBe('true');
      await expect.poll(() => town.page.locator('g[data-belief][data-lit]').count()).toBe(1);
      await row.getByRole('button').press('Enter');
      await town.page.locator('[data-byte]').first().waitFor();
      await expect.poll(() => town.tab('packet').getAttribute('aria-selected')).toBe('true');
    });
  });

  it('says of each variable why it last changed, by which rule, and goes there', async () => {
    const link = { street, playheadNs: RECOVERY };
    await withTown({ ...SIZES[1], locale: 'en', link }, async (town) => {
      await openWindow(town, RECOVERY);
      const near = snapshotAt(trace, ends.opener, RECOVERY)!;
      await expect.poll(() => variable(town, 'cwnd').locator('b').innerText()).toBe(`${near.cwnd}\u00a0B`);
      await variable(town, 'cwnd').focus();
      const change = lastChange(trace, ends.opener, 'cwnd', RECOVERY)!;
      const why = town.page.locator('[aria-live=polite]').filter({ hasText: 'cwnd' });
      const text = readable(await why.innerText());
      expect(text).toContain(readable(formatTime(change.timeNs, 'en')));
      expect(text).toContain(town.t('panels.reasons.lossReduction'));
      expect(text).toContain(`RFC ${change.source!.rfc} §${change.source!.section}`);
      await town.page.keyboard.press('Enter');
      await why.getByRole('button', { name: town.t('windowPanel.variables.seek') }).click();
      await town.standsAt(run, change.timeNs);

      // Numbers count from the initial sequence number, or are the real ones.
      const then = snapshotAt(trace, ends.opener, change.timeNs)!;
      const shown = variable(town, 'sendUnacked').locator('b');
      const relative = (then.sendUnacked - then.initialSendSequence) >>> 0;
      await expect.poll(() => shown.innerText()).toBe(String(relative));
      await town.page.getByRole('checkbox', { name: town.t('windowPanel.realNumbers') }).check();
      await expect.poll(() => shown.innerText()).toBe(String(then.sendUnacked));
    });
  });
});
