import { text as textOf } from 'node:stream/consumers';
import { expect, describe, it } from 'vitest';
import { simulateAll } from '../../src/engine/simulate';
import { type TownFile, townExperiment } from '../../src/experiment/townFile';
import { parseTownText } from '../../src/experiment/townText';
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

describe('the builder', () => {
  it('builds two computers, a road and a ping in three presses, by keyboard, and takes them back', async () => {
    await withPage({ ...HD, locale: 'en' }, async (page) => {
      const town = new Town(page, 'en');
      const { t } = town;
      const choose = async (name: string): Promise<void> => town.button(name).press('Enter');
      await town.timeline.waitFor();
      await page.getByRole('button', { name: t('app.towns'), exact: true }).press('Enter');
      await page
        .getByRole('dialog')
        .getByRole('button', { name: t('builder.newTown') })
        .press('Enter');
      await choose(t('builder.computer'));
      await choose(t('builder.computer'));
      await choose(t('builder.pingTo', { name: 'A' }));

      // The first answer comes by itself, and the address holds what was built.
      await expect.poll(async () => (await linked(town))?.experiment.apps.length).toBe(1);
      const built = await linked(town);
      expect(hostsOf(built)).toEqual(['A', 'B']);
      expect(simulateAll(townExperiment(built!)).traces[0]!.packetCount).toBe(6);
      await town.tab('transcript').press('Enter');
      await page.getByText('ICMP echo reply').first().waitFor();
      await page.getByRole('button', { name: t('playback.pause') }).waitFor();

      // Saved and opened again it is the same; what was built in between is gone, and comes back.
      const [download] = await Promise.all([page.waitForEvent('download'), choose(t('builder.save'))]);
      const text = await textOf(await download.createReadStream());
      expect(parseTownText(text, 'x')).toEqual({ ok: true, town: built });
      await choose(t('builder.build'));
      await choose(t('builder.router'));
      await expect.poll(async () => (await linked(town))?.experiment.town.routers.length).toBe(1);
      await choose(t('builder.undo'));
      await expect.poll(async () => (await linked(town))?.experiment.town.routers.length).toBe(0);
      await choose(t('builder.computer'));
      await town.page
        .locator('input[type=file][accept*=json]')
        .setInputFiles({ name: 'b.json', mimeType: 'application/json', buffer: Buffer.from(text) });
      await expect.poll(async () => hostsOf(await linked(town))).toEqual(['A', 'B']);

      // A file that is none says so and changes nothing.
      await town.page
        .locator('input[type=file][accept*=json]')
        .setInputFiles({ name: 'c.json', mimeType: 'application/json', buffer: Buffer.from('{') });
      await town.notice.filter({ hasText: t('problems.townFile.notJson') }).waitFor();
      expect(hostsOf(await linked(town))).toEqual(['A', 'B']);
      expect(await runAxe(page)).toEqual([]);
    });
  });

  it('keeps an impossible town as it was typed, and says what is wrong beside it', async () => {
    await withPage({ ...PHONE, locale: 'ko', path: '#town=ping' }, async (page) => {
      const town = new Town(page, 'ko');
      const { t } = town;
      await town.timeline.waitFor();
      await town.button(t('builder.build')).tap();
      await town.button('A').tap();
      const address = page.getByRole('textbox', { name: t('builder.field.address') });
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
