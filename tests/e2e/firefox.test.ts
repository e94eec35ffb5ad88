import { describe, expect, inject, it } from 'vitest';
import { findFirefox } from '../../scripts/firefox.mjs';
import { simulateAll } from '../../src/engine/simulate';
import { dnsTree } from '../../src/experiment/presets/dnsTree';
import { defaultStreet, streetExperiment } from '../../src/experiment/street';
import { townExperiment } from '../../src/experiment/townFile';
import { townVoice } from '../../src/panels/townVoice';
import { formatSeconds } from '../../src/ui/format';
import { createI18n } from '../createI18n';
import { type FirefoxPage, withFirefox } from './firefoxPage';
import { readable } from './town';

const firefox = findFirefox();
const { t } = createI18n('en');

/** A Firefox that has just been installed starts slowly, and without a graphics card it paints slowly. */
const SLOW_MS = 60_000;

/** Reads in the page the sentence that sums all up; empty before the end. */
const VERDICT = `
  const time = document.querySelector('[aria-label="${t('playback.timeline')}"]:not(input)');
  return time?.querySelector('output')?.innerText ?? '';`;

/** Lets the page play to its end, faster at each look, and gives what it says there. */
async function playToVerdict(page: FirefoxPage): Promise<string> {
  const playOn = async (): Promise<string> => {
    await page.press('3');
    return readable(String(await page.look(VERDICT)));
  };
  let verdict = '';
  await expect.poll(async () => (verdict = await playOn()), { timeout: SLOW_MS }).not.toBe('');
  return verdict;
}

describe.skipIf(firefox === undefined)('in Firefox', () => {
  it('the first screen and a town play to the end that the engine gives them, without a complaint', async () => {
    await withFirefox(firefox!, 'en-US', async (page) => {
      await page.open(inject('pageUrl'));
      const street = simulateAll(streetExperiment(defaultStreet('en')));
      const verdict = await playToVerdict(page);
      for (const { finishNs } of street.result!.lanes)
        expect(verdict).toContain(readable(formatSeconds(finishNs!, 'en')));

      await page.open(`${inject('pageUrl')}#town=${dnsTree.id}`);
      const town = simulateAll(townExperiment(dnsTree.town));
      expect(await playToVerdict(page)).toBe(readable(townVoice.end(t, town)));

      expect(await page.complaints()).toEqual([]);
    });
  });
});
