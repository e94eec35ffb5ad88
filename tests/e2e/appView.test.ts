import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { simulateAll } from '../../src/engine/simulate';
import { callPayload } from '../../src/experiment/call';
import { defaultStreet, streetExperiment } from '../../src/experiment/street';
import { appCallsOf } from '../../src/trace/appCalls';
import { applicationViewAt } from '../../src/trace/applicationView';
import { callViewAt } from '../../src/trace/callView';
import { storyEndNs } from '../../src/trace/moments';
import { runAxe } from './axe';
import { textProblems } from './measure';
import { SIZES } from './page';
import { type Town, withTown } from './town';

/** Keeps what is played. */
async function listenIn(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const sources: AudioBufferSourceNode[] = [];
    const ended: AudioContext[] = [];
    class Listening extends AudioContext {
      override createBufferSource(): AudioBufferSourceNode {
        const source = super.createBufferSource();
        sources.push(source);
        return source;
      }
      override close(): Promise<void> {
        ended.push(this);
        return super.close();
      }
    }
    Object.assign(window, { AudioContext: Listening, sources, ended });
  });
}

/** How many samples each sound had, and how many of them were silent. */
async function heardOn(page: Page): Promise<readonly { samples: number; silent: number }[]> {
  return page.evaluate<{ samples: number; silent: number }[]>(() =>
    (window as unknown as { sources: AudioBufferSourceNode[] }).sources.map(({ buffer }) => {
      const samples = buffer?.getChannelData(0) ?? new Float32Array(0);
      return { samples: samples.length, silent: samples.filter((sample) => sample === 0).length };
    }),
  );
}

function lane(town: Town, transport: 'tcp' | 'udp') {
  return town.page.locator(`section[data-lane=${transport}]`);
}

describe('the app view', () => {
  it('tells every call of a text, and goes to its moment', async () => {
    const street = defaultStreet('ko');
    const run = simulateAll(streetExperiment(street));
    const endNs = run.result!.finishNs!;
    const link = { street, playheadNs: endNs, language: 'ko' as const };
    await withTown({ ...SIZES[0], locale: 'ko', link }, async (town) => {
      await town.standsAt(run, endNs);
      await town.page.getByRole('tab', { name: town.t('app.tabs.app'), exact: true }).click();
      const tcp = lane(town, 'tcp');
      const text = new TextDecoder().decode(applicationViewAt(run, 0, endNs).bytes);
      await expect.poll(() => tcp.locator('[data-held]').innerText()).toBe(text);
      const reads = appCallsOf(run, 0).filter(({ kind, timeNs }) => kind === 'recv' && timeNs <= endNs);
      await expect.poll(() => tcp.locator('[data-call=recv]').count()).toBe(reads.length);
      expect(await textProblems(town.page)).toEqual([]);
      expect(await runAxe(town.page)).toEqual([]);
      await tcp.locator('[data-call=recv] button').last().click();
      await town.standsAt(run, reads[0]!.timeNs);
      await expect.poll(() => tcp.locator('[data-call=recv]').count()).toBe(1);
    });
  });

  it('shows a call frame by frame, and lets it be heard with silence for what was skipped', async () => {
    const link = { street: defaultStreet('en'), playheadNs: 0, language: 'en' as const };
    await withTown({ ...SIZES[1], locale: 'en', link, prepare: listenIn }, async (town) => {
      await town.page.getByRole('tab', { name: town.t('app.tabs.app'), exact: true }).click();
      await town.button(town.t('appView.startCall')).click();
      await expect.poll(async () => (await town.address()).street.payload.kind).toBe('call');
      const { street } = await town.address();
      expect(street.payload).toEqual(callPayload(50));
      const run = simulateAll(streetExperiment(street));
      await town.toVerdict();
      const endNs = storyEndNs(run);
      for (const [number, transport] of (['tcp', 'udp'] as const).entries()) {
        const fates = callViewAt(run, number, endNs)!.frames.map(({ fate }) => fate);
        const shown = (): Promise<readonly (string | undefined)[]> =>
          lane(town, transport)
            .locator('[data-fate]')
            .evaluateAll((all) => all.map((one) => (one as HTMLElement).dataset['fate']));
        await expect.poll(async () => (await shown()).slice(0, fates.length)).toEqual(fates);
      }
      await lane(town, 'udp')
        .getByRole('button', { name: town.t('appView.listen') })
        .click();
      const skipped = callViewAt(run, 1, endNs)!.frames.filter(({ fate }) => fate !== 'onTime').length;
      await expect.poll(async () => (await heardOn(town.page)).length).toBe(1);
      const [heard, ...more] = await heardOn(town.page);
      expect([heard?.samples, more.length]).toEqual([50 * 160, 0]);
      expect(heard?.silent).toBeGreaterThanOrEqual(skipped * 160);
      // Pressed again and again, it is one sound that is heard.
      const stillHeard = await lane(town, 'tcp')
        .getByRole('button', { name: town.t('appView.listen') })
        .evaluate((button: HTMLElement) => {
          button.click();
          button.click();
          const { sources, ended } = window as unknown as Record<'sources' | 'ended', readonly unknown[]>;
          return sources.length - ended.length;
        });
      expect(stillHeard).toBe(1);
      expect(await runAxe(town.page)).toEqual([]);
    });
  });
});
