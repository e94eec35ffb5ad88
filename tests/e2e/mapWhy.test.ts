import { describe, expect, it } from 'vitest';
import { simulateAll } from '../../src/engine/simulate';
import { dnsTree } from '../../src/experiment/presets/dnsTree';
import { townExperiment } from '../../src/experiment/townFile';
import { whyOf } from '../../src/trace/why';
import { runAxe } from './axe';
import { textProblems } from './measure';
import { onStage } from './openPacket';
import { withPage } from './page';
import { readable, Town } from './town';

/** The answer of the last of the servers that were asked is on its way. */
const ANSWER = 6;
const MOMENT_NS = 280_000_000;

describe('why? on the map', () => {
  it('stands at the houses that had a part in it, joined by arrows, while it is asked', async () => {
    const run = simulateAll(townExperiment(dnsTree.town));
    const answer = whyOf(run, { kind: 'sent', lane: 0, packet: ANSWER });
    const options = {
      width: 1280,
      height: 720,
      locale: 'ko',
      path: `#town=dns-tree&at=${MOMENT_NS}`,
    } as const;
    await withPage(options, async (page) => {
      const town = new Town(page, 'ko');
      const steps = page.getByRole('list', { name: town.t('why.steps') }).getByRole('listitem');
      const discs = town.stage.locator('[data-why-step]');
      await onStage(town, { lane: 0, packet: ANSWER }).focus();
      await page.keyboard.press('Enter');
      await town.tab('why').click();
      await expect.poll(() => steps.count()).toBe(answer.length);
      await expect.poll(() => discs.count()).toBe(answer.length);
      expect(await town.stage.locator('[data-why-arrow]').count()).toBeGreaterThan(3);
      const root = readable(await steps.nth(3).innerText());
      expect(root).toContain(readable(town.t('why.step.sent', { place: 'root' })));
      expect(await textProblems(page)).toEqual([]);
      expect(await runAxe(page)).toEqual([]);

      await town.tab('ladder').click();
      await expect.poll(() => page.locator('[data-why-badge]').count()).toBeGreaterThan(0);
      await town.tab('packet').click();
      await expect.poll(() => discs.count()).toBe(0);

      // A hand on the same packet: what it did is said, and what would have come without it, until it is taken back.
      const saying = page.locator('[data-part=saying] p').first();
      const futures = page.getByRole('region', { name: town.t('builder.bar') }).getByRole('status');
      await onStage(town, { lane: 0, packet: ANSWER }).focus();
      await page.keyboard.press('x');
      const [from, to] = ['R1', 'D'];
      const what = 'A 198.51.100.20';
      await expect.poll(() => saying.innerText()).toBe(town.t('townNews.byHand.lost', { from, to, what }));
      await expect.poll(() => futures.locator('span').count()).toBe(2);
      expect(await textProblems(page)).toEqual([]);
      await page.getByRole('button', { name: town.t('builder.undo') }).click();
      await expect.poll(() => futures.locator('span').count()).toBe(0);
    });
  });
});
