import { describe, expect, it } from 'vitest';
import { simulateAll } from '../../src/engine/simulate';
import { defaultStreet, streetExperiment } from '../../src/experiment/street';
import { packetStory } from '../../src/trace/packetStory';
import { checksumSums } from '../../src/wire/checksumSums';
import { ETHERNET_HEADER_BYTES } from '../../src/wire/ethernet';
import { runAxe } from './axe';
import { textProblems } from './measure';
import { bytesAt, hexCells, litBytes, onStage } from './openPacket';
import { SIZES } from './page';
import { type Town, withTown } from './town';

const HD = { width: 1280, height: 720 } as const;
const MS = 1_000_000;
const street = defaultStreet('ko');
const run = simulateAll(streetExperiment(street));
const EARLY = 17 * MS;
const DATAGRAM = { lane: 1, packet: 0 };

/** The first screen with damage instead of loss, and the first packet that a checksum caught. */
function damaged() {
  const broken = { ...street, weather: { ...street.weather, loss: 0, corrupt: 0.3 } };
  const brokenRun = simulateAll(streetExperiment(broken));
  const events = brokenRun.traces.flatMap((trace, lane) =>
    Array.from({ length: trace.eventCount }, (_, i) => ({ lane, event: trace.event(i) })),
  );
  const found = events
    .toSorted((one, other) => one.event.timeNs - other.event.timeNs)
    .find(({ event }) => event.kind === 'packetDropped' && event.reason.kind === 'badTransportChecksum')!;
  const { lane, event } = found;
  return {
    street: broken,
    run: brokenRun,
    timeNs: event.timeNs,
    ref: { lane, packet: 'packet' in event ? event.packet : -1 },
  };
}

async function selectByLine(town: Town, text: string): Promise<void> {
  await town.tab('transcript').click();
  await town.page.locator('[data-line]').filter({ hasText: text }).first().getByRole('button').click();
  await town.tab('packet').click();
  await hexCells(town).first().waitFor();
}

describe('the inspector', () => {
  it('links layers, fields and bytes both ways, with the frame around the packet while it is on a road', async () => {
    await withTown({ ...HD, locale: 'ko', link: { street, playheadNs: EARLY } }, async (town) => {
      await town.standsAt(run, EARLY);
      await onStage(town, DATAGRAM).click();
      await hexCells(town).first().waitFor();
      const { t, page } = town;
      const part = (name: string) => page.locator('aside [data-part]').filter({ hasText: name }).first();
      await part(t('panels.inspector.layer.udp')).hover();
      await expect.poll(() => litBytes(town)).toEqual([20, 21, 22, 23, 24, 25, 26, 27]);
      await page.getByText(t('panels.inspector.layerAbout.udp')).waitFor();
      await part(t('panels.fields.ethernet.source.name')).hover();
      await expect
        .poll(() => litBytes(town))
        .toEqual([6, 7, 8, 9, 10, 11].map((at) => at - ETHERNET_HEADER_BYTES));
      await hexCells(town).first().hover();
      await page.locator('aside [data-protocol=ethernet][data-within]').waitFor();
      // With the keyboard: the bytes are walked one by one, and light their fields.
      await page.getByRole('region', { name: t('panels.inspector.hex') }).press('ArrowDown');
      await expect.poll(async () => (await litBytes(town)).length).toBeGreaterThan(0);
      await expect.poll(() => page.locator('aside [data-field][data-lit]').count()).toBe(1);
    });
  });

  it('lets a bit of a pressed byte be flipped while the packet is on its way', async () => {
    await withTown({ ...HD, locale: 'ko', link: { street, playheadNs: EARLY } }, async (town) => {
      await town.standsAt(run, EARLY);
      await onStage(town, DATAGRAM).click();
      const { t, page } = town;
      const last = run.traces[1]!.packet(0).bytes.length - 1;
      await hexCells(town)
        .nth(ETHERNET_HEADER_BYTES + last)
        .click();
      await page.getByRole('group', { name: t('hands.bitsOf', { byte: last }) }).waitFor();
      // With the keyboard: away, back to the bytes, and in again.
      const hex = page.getByRole('region', { name: t('panels.inspector.hex') });
      await page.locator('[data-part=flip] button').first().press('Escape');
      await hex.press('Enter');
      await expect
        .poll(() => page.evaluate('document.activeElement.closest("[data-part=flip]") !== null'))
        .toBe(true);
      expect(await runAxe(page)).toEqual([]);
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      await expect
        .poll(async () => (await town.address()).street.commands)
        .toMatchObject([{ kind: 'touchPacket', atNs: EARLY, act: { kind: 'flip' } }]);
      await page.locator('[data-part=flip]').waitFor({ state: 'detached' });
    });
  });

  it('adds the checksum of a damaged packet up, and marks the word that differs', async () => {
    const broken = damaged();
    await withTown(
      { ...HD, locale: 'ko', link: { street: broken.street, playheadNs: broken.timeNs } },
      async (town) => {
        await town.standsAt(broken.run, broken.timeNs);
        await selectByLine(town, 'badTransportChecksum');
        const { t, page } = town;
        const card = page.locator('aside details[data-fits=false]');
        const sums = checksumSums(bytesAt(broken.run, broken.ref, broken.timeNs));
        const sum = sums.find(({ fits }) => !fits)!;
        const hex = (value: number): string => `0x${value.toString(16).padStart(4, '0')}`;
        const verdict = t('panels.hostStory.sum.complement', {
          expected: hex(sum.expected),
          found: hex(sum.found),
        });
        await card.getByText(verdict).waitFor();
        await expect.poll(() => card.locator('code').count()).toBe(sum.words.length);
        await expect.poll(() => card.locator('code[data-flipped]').count()).toBe(1);
        await expect.poll(() => page.locator('aside [data-byte][data-damaged]').count()).toBeGreaterThan(0);
        expect(await runAxe(page)).toEqual([]);
      },
    );
  });

  it('tells what each machine did with it, and goes to the moment of any step', async () => {
    await withTown({ ...HD, locale: 'ko', link: { street, playheadNs: EARLY } }, async (town) => {
      await town.standsAt(run, EARLY);
      await onStage(town, DATAGRAM).click();
      const story = town.page.getByRole('region', { name: town.t('panels.hostStory.title') });
      await story.locator('details').last().locator('summary').click();
      await story.getByText(town.t('panels.hostStory.foundSocket', { port: 9000 })).click();
      const step = packetStory(run, DATAGRAM).find(({ deed }) => deed.kind === 'foundSocket')!;
      await town.standsAt(run, step.timeNs);
      await expect.poll(() => story.locator('details[data-future]').count()).toBe(0);
    });
  });

  it.each([SIZES[0], SIZES[2]])('reads well at $width×$height', async (size) => {
    await withTown({ ...size, locale: 'ko', link: { street, playheadNs: EARLY } }, async (town) => {
      await town.drawn();
      await selectByLine(town, ': UDP, length');
      expect((await textProblems(town.page)).filter((line) => !line.includes('overlap'))).toEqual([]);
    });
  });
});
