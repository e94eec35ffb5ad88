import { describe, expect, it } from 'vitest';
import { simulateAll } from '../../src/engine/simulate';
import { decodeLink } from '../../src/experiment/linkCodec';
import { defaultStreet, streetExperiment, textPayload } from '../../src/experiment/street';
import { copiedOn, watchCopies } from './clipboard';
import { differences, sceneOf } from './scene';
import { hashOf, type Town, withTown } from './town';

const HD = { width: 1280, height: 720 } as const;
const MS = 1_000_000;

describe('the language', () => {
  it('changes at once, every word, and nothing else', async () => {
    const street = { ...defaultStreet('en'), payload: textPayload('HELLO') };
    const link = { street, playheadNs: 170 * MS };
    await withTown({ ...HD, locale: 'en', link }, async (english) => {
      await english.standsAt(simulateAll(streetExperiment(street)), 170 * MS);
      const position = await english.position();
      const seen = new Map<string, string>();
      for (const tab of ['ladder', 'transcript', 'packet'] as const) {
        await english.tab(tab).click();
        seen.set(tab, await english.page.locator('body').innerText());
      }
      await english.button(english.t('app.otherLanguage')).click();
      const korean = english.inLanguage('ko');
      await korean.page.getByRole('heading', { name: korean.t('app.name') }).waitFor();
      await expect.poll(() => korean.page.evaluate('document.documentElement.lang')).toBe('ko');
      await expect.poll(() => korean.position()).toBe(position);
      await expect.poll(() => korean.button(korean.t('playback.play')).isVisible()).toBe(true);
      await korean.toVerdict();

      await korean.button(korean.t('app.otherLanguage')).click();
      await english.page.getByRole('heading', { name: english.t('app.name') }).waitFor();
      // Nothing Korean is left but the way back.
      for (const tab of ['ladder', 'transcript', 'packet'] as const) {
        await english.tab(tab).click();
        const text = await english.page.locator('body').innerText();
        expect(text.replaceAll(english.t('app.otherLanguage'), '')).not.toMatch(/\p{Script=Hangul}/u);
        expect(seen.get(tab)!.replaceAll(english.t('app.otherLanguage'), '')).not.toMatch(
          /\p{Script=Hangul}/u,
        );
      }
    });
  });

  it('is remembered for the next visit', async () => {
    await withTown({ ...HD, locale: 'en' }, async (english) => {
      await english.button(english.t('app.otherLanguage')).click();
      await english.page.goto('about:blank');
      await english.page.goBack();
      const korean = english.inLanguage('ko');
      await korean.timeline.waitFor();
      await expect.poll(() => korean.page.evaluate('document.documentElement.lang')).toBe('ko');
    });
  });
});

describe('a copied link', () => {
  it('shows the same run at the same moment, in another window and after a reload', async () => {
    await withTown({ ...HD, locale: 'ko', prepare: watchCopies }, async (town) => {
      const { page, t } = town;
      await town.send('우리 집 패킷');
      await town.weather('duplicate').click();
      await expect.poll(() => town.position()).toBeGreaterThan(20 * MS);
      await town.pause();
      await page.getByRole('button', { name: t('app.share') }).click();
      await page.getByText(t('app.shared')).waitFor();
      const url = (await copiedOn(page))!;
      expect(url).toBe(page.url());
      const copied = decodeLink(url.slice(url.indexOf('#') + 1));
      if (!copied.ok || copied.missingPayload) throw new Error('the copied link is not whole');
      const { street, playheadNs } = copied.state;
      expect(new TextDecoder().decode(street.payload.bytes)).toBe('우리 집 패킷');

      const stageOf = (one: Town) => one.page.getByRole('region', { name: t('stage.name') });
      const run = simulateAll(streetExperiment(street));
      const verdict = await town.toVerdict();
      await town.open(copied.state);
      const scene = await sceneOf(stageOf(town));
      await page.reload();
      await town.standsAt(run, playheadNs);
      expect(differences(scene, await sceneOf(stageOf(town)))).toEqual([]);
      await withTown({ ...HD, locale: 'en', link: copied.state }, async (other) => {
        await other.standsAt(run, playheadNs);
        expect(differences(scene, await sceneOf(stageOf(other)))).toEqual([]);
        await expect.poll(() => other.toVerdict()).toBe(verdict);
      });
    });
  });

  it('goes on playing if it was playing, at its speed and spacing', async () => {
    const street = defaultStreet('en');
    const link = { street, playheadNs: 50 * MS, speed: 1, spacing: 'even', playing: true } as const;
    await withTown({ ...HD, locale: 'en', link }, async (town) => {
      await expect.poll(() => town.position()).toBeGreaterThan(50 * MS);
      await expect
        .poll(() => town.speed.getAttribute('aria-valuetext'))
        .toContain(town.t('playback.speedValue', { speed: '1' }));
      const even = town.page.getByRole('switch', { name: town.t('playback.spacingEven') });
      await expect.poll(() => even.getAttribute('aria-checked')).toBe('true');
      await town.verdict.waitFor();
    });
  });
});

describe.each(['ko', 'en'] as const)('a link that cannot be read, in %s', (locale) => {
  const whole = hashOf({ street: defaultStreet(locale), playheadNs: 0 });
  const links = [
    ['#garbage', 'damagedLink'],
    ['#9.abcdef', 'unknownVersion'],
    [whole.slice(0, -6), 'damagedLink'],
  ] as const;

  it('is told in one sentence, over a town that works', async () => {
    await withTown({ ...HD, locale, path: links[0][0] }, async (town) => {
      const { t, page, notice } = town;
      for (const [path, kind] of links) {
        await page.evaluate(`location.hash = ${JSON.stringify(path)}`);
        await notice.filter({ hasText: t(`problems.input.${kind}`, { where: '', limit: '' }) }).waitFor();
        await town.button(t('app.dismiss')).click();
        await notice.waitFor({ state: 'detached' });
        // The first town is there, and plays.
        await expect.poll(() => town.position()).toBeLessThan(500 * MS);
        await town.button(t('playback.pause')).waitFor();
        await town.toVerdict();
      }
    });
  });
});
