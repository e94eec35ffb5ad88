import { text as textOf } from 'node:stream/consumers';
import type { Locator, Page } from 'playwright-core';
import { expect, describe, it } from 'vitest';
import { simulateAll } from '../../src/engine/simulate';
import { type TownFile, townExperiment } from '../../src/experiment/townFile';
import { twoPaths } from '../../src/experiment/presets/twoPaths';
import { parseTownText, townFileToJson } from '../../src/experiment/townText';
import { unpackTown } from '../../src/experiment/townLink';
import { runAxe } from './axe';
import { textProblems } from './measure';
import { withPage } from './page';
import { Town } from './town';

const HD = { width: 1280, height: 720 } as const;
const PHONE = { width: 390, height: 844, touch: true } as const;

/** The town that the address speaks of. */
async function linked(town: Town): Promise<TownFile | null> {
  const hash = new URL(await town.page.evaluate<string>('location.href')).hash.slice(1);
  const unpacked = unpackTown(new URLSearchParams(hash).get('town') ?? '');
  return unpacked.ok ? unpacked.town : null;
}

const hostsOf = (file: TownFile | null): readonly string[] =>
  file?.experiment.town.hosts.map(({ id }) => id) ?? [];

/** What has the focus, by the name that is read aloud. */
async function focused(page: Page): Promise<string> {
  return page.evaluate(() => {
    const element = document.activeElement;
    const label = element instanceof HTMLInputElement ? element.labels?.[0]?.textContent : undefined;
    return (element?.getAttribute('aria-label') ?? label ?? element?.textContent ?? '').trim();
  });
}

/** Farther than any way on the page. */
const MOST_STOPS = 120;

/** Goes on from stop to stop until one has a name that begins so. */
async function goTo(page: Page, name: string, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  for (let stop = 0; stop < MOST_STOPS; stop += 1) {
    await page.keyboard.press(key);
    if ((await focused(page)).startsWith(name)) return;
  }
  throw new Error(`${key} never comes to ${name}`);
}

const isAt = (page: Page, name: string): Promise<void> =>
  expect.poll(() => focused(page)).toMatch(new RegExp(`^${name}`, 'u'));

const fileOf = (text: string) => ({
  name: 'b.json',
  mimeType: 'application/json',
  buffer: Buffer.from(text),
});

/** Whether it is in sight: under the map, above where time is moved. */
async function isBetween(page: Page, field: Locator): Promise<boolean> {
  const boxOf = async (part: string) => (await page.locator(`[data-part=${part}]`).boundingBox())!;
  const [map, time, box] = [await boxOf('stage'), await boxOf('transport'), (await field.boundingBox())!];
  return box.y >= map.y + map.height && box.y + box.height <= time.y;
}

describe('the builder', () => {
  it('is walked by keys alone: from nothing to a ping, a new name, a router, undo, a file and back', async () => {
    await withPage({ ...HD, locale: 'en' }, async (page) => {
      const town = new Town(page, 'en');
      const { t } = town;
      const { keyboard } = page;
      await town.timeline.waitFor();
      await town.tab('ladder').waitFor();
      await goTo(page, t('app.towns'));
      await keyboard.press('Enter');
      await page.getByRole('dialog').waitFor();
      await goTo(page, t('builder.newTown'));
      await keyboard.press('Enter');

      // Three times Enter: somebody, somebody else, a ping; its first answer comes by itself.
      await isAt(page, t('firstSteps.computer.action'));
      await keyboard.press('Enter');
      await isAt(page, t('firstSteps.another.action'));
      await keyboard.press('Enter');
      await isAt(page, t('firstSteps.program.action', { name: 'B', to: 'A' }));
      await keyboard.press('Enter');
      await expect.poll(async () => (await linked(town))?.experiment.apps.length).toBe(1);
      expect(simulateAll(townExperiment((await linked(town))!)).traces[0]!.packetCount).toBe(6);
      await page.getByRole('button', { name: t('playback.pause') }).waitFor();

      // Through the form, to the map with Escape, and back with Enter.
      const house = (id: string): string => `Building ${id}`;
      await isAt(page, `${t('builder.kind.host')} B`);
      await goTo(page, t('builder.field.name'));
      await keyboard.press('ControlOrMeta+a');
      await keyboard.type('home');
      await keyboard.press('Tab');
      await isAt(page, t('builder.field.address'));
      await keyboard.press('Escape');
      await isAt(page, house('home'));
      await keyboard.press('Enter');
      await isAt(page, `${t('builder.kind.host')} home`);

      // A router comes between the two; taken away, it takes their roads with it, says so, and comes back.
      await goTo(page, t('builder.router'), 'Shift+Tab');
      await keyboard.press('Enter');
      await expect.poll(async () => (await linked(town))?.experiment.town.links.length).toBe(2);
      await goTo(page, t('builder.remove', { name: 'R1' }));
      await keyboard.press('Enter');
      await isAt(page, t('builder.wholeTown'));
      const gone = page.getByRole('region', { name: t('lost.label') });
      await gone.getByText(t('lost.link', { name: 'R1-A' })).waitFor();
      await keyboard.press('ControlOrMeta+z');
      await gone.waitFor({ state: 'detached' });
      await expect.poll(async () => (await linked(town))?.experiment.town.routers.length).toBe(1);
      const built = (await linked(town))!;
      expect(hostsOf(built)).toEqual(['A', 'home']);

      // A file, and the same town out of it.
      await goTo(page, t('builder.save'), 'Shift+Tab');
      const [download] = await Promise.all([page.waitForEvent('download'), keyboard.press('Enter')]);
      const text = await textOf(await download.createReadStream());
      expect(parseTownText(text, 'x')).toEqual({ ok: true, town: built });
      await goTo(page, t('builder.undo'), 'Shift+Tab');
      await keyboard.press('Enter');
      await expect.poll(async () => (await linked(town))?.experiment.town.routers.length).toBe(0);
      // The browser takes a moment to hand its file dialog over, so it is asked before the way there.
      const choosing = page.waitForEvent('filechooser');
      await goTo(page, t('builder.open'));
      await keyboard.press('Enter');
      await (await choosing).setFiles(fileOf(text));
      await expect.poll(async () => (await linked(town))?.experiment.town.routers.length).toBe(1);
      expect(await runAxe(page)).toEqual([]);
    });
  });

  it('opens a file that is dropped anywhere, and says of one that is none that it is none', async () => {
    await withPage({ ...HD, locale: 'en', path: '#town=ping' }, async (page) => {
      const town = new Town(page, 'en');
      const { t } = town;
      await town.timeline.waitFor();
      const drop = async (text: string): Promise<void> => {
        const dataTransfer = await page.evaluateHandle((json) => {
          const data = new DataTransfer();
          data.items.add(new File([json], 'a.json', { type: 'application/json' }));
          return data;
        }, text);
        await page.dispatchEvent('body', 'dragover', { dataTransfer });
        await page.getByText(t('app.drop')).waitFor();
        await page.dispatchEvent('body', 'drop', { dataTransfer });
        await page.getByText(t('app.drop')).waitFor({ state: 'detached' });
      };
      await drop('{');
      await town.notice.filter({ hasText: t('problems.townFile.notJson') }).waitFor();
      expect(await page.evaluate('location.hash')).toContain('town=ping');
      await drop(JSON.stringify(townFileToJson(twoPaths.town)));
      await expect.poll(async () => hostsOf(await linked(town))).toEqual(hostsOf(twoPaths.town));
    });
  });

  it('shows the form under the map on a phone, keeps what was typed, and says what is wrong beside it', async () => {
    await withPage({ ...PHONE, locale: 'ko', path: '#town=ping' }, async (page) => {
      const town = new Town(page, 'ko');
      const { t } = town;
      await town.timeline.waitFor();
      await town.button(t('builder.build')).tap();
      const address = page.getByRole('textbox', { name: t('builder.field.address') });
      await page.locator('[data-target][data-place=A]').tap();
      await expect.poll(() => isBetween(page, address)).toBe(true);
      await address.fill('1.2.3');
      await page.getByText(t('builder.wrong.address')).waitFor();
      await address.fill('198.51.100.20');
      await address.press('Enter');
      await page.getByText(t('builder.problem.addressTwice', { name: 'B' })).waitFor();
      await expect.poll(() => address.inputValue()).toBe('198.51.100.20');
      expect(await textProblems(page)).toEqual([]);
      expect(await runAxe(page)).toEqual([]);
      await town.button(t('builder.undo')).tap();
      await page.getByText(t('builder.problem.addressTwice', { name: 'B' })).waitFor({ state: 'detached' });
      await expect.poll(() => address.inputValue()).toBe('192.0.2.10');
    });
  });
});
