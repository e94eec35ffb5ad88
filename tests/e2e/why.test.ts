import { describe, expect, it } from 'vitest';
import { simulateAll } from '../../src/engine/simulate';
import { defaultStreet, streetExperiment } from '../../src/experiment/street';
import { whyOf } from '../../src/trace/why';
import { formatMoment } from '../../src/ui/format';
import { runAxe } from './axe';
import { textProblems } from './measure';
import { onStage } from './openPacket';
import { readable, type Town, withTown } from './town';

const MS = 1_000_000;
/** Piece 3 has been sent again and is on its way. */
const AGAIN_NS = 250 * MS;
/** Nothing moves: both ends wait for the timer. */
const QUIET_NS = 600 * MS;

const steps = (town: Town) =>
  town.page.getByRole('list', { name: town.t('why.steps') }).getByRole('listitem');

describe('why?', () => {
  it('tells of a fast retransmission: the lost piece, the duplicate ACKs, the rule, on the stage too', async () => {
    const street = defaultStreet('en');
    const run = simulateAll(streetExperiment(street));
    const trace = run.traces[0]!;
    const packet = Array.from({ length: trace.packetCount }, (_, id) => id).find(
      (id) => trace.event(trace.packet(id).madeBy).reason.kind === 'tripleDuplicateAck',
    )!;
    const answer = whyOf(run, { kind: 'sent', lane: 0, packet });
    const options = { width: 1280, height: 720, locale: 'en' } as const;
    await withTown({ ...options, link: { street, playheadNs: AGAIN_NS } }, async (town) => {
      await town.standsAt(run, AGAIN_NS);
      await onStage(town, { lane: 0, packet }).focus();
      await town.page.keyboard.press('Enter');
      await town.tab('why').click();
      await town.page
        .getByRole('heading', { name: town.t('why.question.resentPiece', { number: 3 }) })
        .waitFor();
      await expect.poll(() => steps(town).count()).toBe(5);
      const told = (await steps(town).allInnerTexts()).map(readable);
      expect(told[0]).toContain(town.t('why.step.lost', { from: 'R2', to: 'R3' }));
      expect(told.slice(1, 4).every((step) => step.includes('RFC 5681 §4.2'))).toBe(true);
      expect(told[4]).toContain('RFC 5681 §3.2');
      await expect.poll(() => town.stage.locator('[data-why-step]').count()).toBe(5);
      await expect.poll(() => town.stage.locator('[data-why-arrow]').count()).toBeGreaterThan(0);

      await steps(town).first().getByRole('button').click();
      await expect.poll(() => town.now()).toBe(formatMoment(answer[0]!.timeNs, 'en'));
      await town.page.keyboard.press('Tab');
      await town.page.keyboard.press('Enter');
      await expect.poll(() => town.now()).toBe(formatMoment(answer[1]!.timeNs, 'en'));
      expect(await textProblems(town.page)).toEqual([]);
      expect(await runAxe(town.page)).toEqual([]);

      await town.tab('ladder').click();
      await expect.poll(() => town.page.locator('[data-why-badge]').count()).toBe(5);
      await expect.poll(() => town.stage.locator('[data-why-step]').count()).toBe(5);
      await town.tab('packet').click();
      await expect.poll(() => town.stage.locator('[data-why-step]').count()).toBe(0);
    });
  });

  it('tells of a silence what both ends wait for, and of a change why', async () => {
    const street = defaultStreet('ko');
    const run = simulateAll(streetExperiment(street));
    const options = { width: 390, height: 844, locale: 'ko', touch: true } as const;
    await withTown({ ...options, link: { street, playheadNs: QUIET_NS } }, async (town) => {
      await town.standsAt(run, QUIET_NS);
      await town.tab('why').click();
      await town.page
        .getByRole('heading', { name: town.t('why.question.silence', { lane: 'TCP' }) })
        .waitFor();
      const told = async (): Promise<string> => (await steps(town).allInnerTexts()).map(readable).join(' ');
      const until = readable(formatMoment(1_364_525_440, 'ko'));
      const timer = town.t('why.timer.retransmission');
      const waits = readable(town.t('why.step.waitsForTimer', { place: 'C', timer, until }));
      await expect.poll(told).toContain(waits);
      await expect.poll(told).toContain('RFC 6298 §5');
      const count = await steps(town).count();
      await expect.poll(() => town.stage.locator('[data-why-step]').count()).toBe(count);
      await expect.poll(() => town.stage.locator('[data-why-arrow]').count()).toBeGreaterThan(0);
      await town.tab('ladder').click();
      await expect.poll(() => town.page.locator('[data-why-badge]').count()).toBe(count);
      await town.tab('why').click();
      await town.page
        .getByRole('button', { name: /ssthresh/u })
        .first()
        .click();
      await expect.poll(() => steps(town).last().innerText()).toContain('ssthresh');
      expect(await runAxe(town.page)).toEqual([]);
    });
  });
});
