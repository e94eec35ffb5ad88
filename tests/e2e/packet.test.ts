import { describe, expect, it } from 'vitest';
import { simulateAll } from '../../src/engine/simulate';
import { defaultStreet, streetExperiment } from '../../src/experiment/street';
import { decodeIpv4 } from '../../src/wire/ipv4';
import { isMalformed } from '../../src/wire/malformed';
import { decodeTcp } from '../../src/wire/tcp';
import { decodeUdp } from '../../src/wire/udp';
import { bytesAt, fieldCell, hexCells, lifeOf, litBytes, onStage, packetAt, shownBytes } from './openPacket';
import { type Town, withTown } from './town';

const HD = { width: 1280, height: 720, locale: 'en' } as const;
const MS = 1_000_000;
const street = defaultStreet('en');
const run = simulateAll(streetExperiment(street));
/** Both lanes have sent their first packet, and nothing else is on the roads. */
const EARLY = 17 * MS;
const SYN = { lane: 0, packet: 0 };
const FIRST_DATAGRAM = { lane: 1, packet: 0 };

async function valueOf(town: Town, name: string): Promise<string> {
  return fieldCell(town, name).locator('b').innerText();
}

describe('a packet in flight', () => {
  it('opens with a click and shows its fields and bytes as they are just there', async () => {
    await withTown({ ...HD, link: { street, playheadNs: EARLY } }, async (town) => {
      await town.standsAt(run, EARLY);
      await onStage(town, FIRST_DATAGRAM).click();
      await hexCells(town).first().waitFor();
      const bytes = bytesAt(run, FIRST_DATAGRAM, EARLY);
      await expect.poll(() => shownBytes(town)).toEqual(bytes);

      const ip = decodeIpv4(bytes);
      const udp = isMalformed(ip) ? ip : decodeUdp(ip.payload);
      if (isMalformed(ip) || isMalformed(udp)) throw new Error('the engine made a malformed packet');
      const { t } = town;
      await expect
        .poll(() => valueOf(town, t('panels.fields.ipv4.timeToLive.name')))
        .toBe(String(ip.header.timeToLive));
      expect(ip.header.timeToLive).toBeLessThan(64);
      await expect.poll(() => valueOf(town, t('panels.fields.ipv4.source.name'))).toBe('192.0.2.10');
      await expect.poll(() => valueOf(town, t('panels.fields.udp.destinationPort.name'))).toBe('9000');
      await expect
        .poll(() => valueOf(town, t('panels.fields.udp.sourcePort.name')))
        .toBe(String(udp.header.sourcePort));
      await expect.poll(() => valueOf(town, t('panels.fields.data.payload.name'))).toContain('H');
    });
  });

  it('opens with the keyboard, and its field lights its own bytes', async () => {
    await withTown({ ...HD, link: { street, playheadNs: EARLY } }, async (town) => {
      await town.standsAt(run, EARLY);
      await onStage(town, SYN).focus();
      await town.page.keyboard.press('Enter');
      await hexCells(town).first().waitFor();
      await expect.poll(() => onStage(town, SYN).getAttribute('aria-pressed')).toBe('true');
      await expect.poll(() => town.tab('packet').getAttribute('aria-selected')).toBe('true');

      const bytes = bytesAt(run, SYN, EARLY);
      const ip = decodeIpv4(bytes);
      const tcp = isMalformed(ip) ? ip : decodeTcp(ip.payload);
      if (isMalformed(tcp)) throw new Error('the engine made a malformed packet');
      const sequence = town.t('panels.fields.tcp.sequence.name');
      await expect.poll(() => valueOf(town, sequence)).toBe(String(tcp.header.sequence));
      await fieldCell(town, sequence).hover();
      await expect.poll(() => litBytes(town)).toEqual([24, 25, 26, 27]);
      const lit = bytes.subarray(24, 28);
      expect(new DataView(lit.buffer, lit.byteOffset).getUint32(0)).toBe(tcp.header.sequence);
      // And from the other side: the byte lights the field it belongs to.
      await hexCells(town)
        .nth((await packetAt(town)) + 13)
        .hover();
      await expect.poll(() => litBytes(town)).toEqual([12, 13, 14, 15]);
      await town.page.mouse.move(1, 1);
      await expect.poll(() => litBytes(town)).toEqual([]);
    });
  });

  it('opens from its arrow in the sequence diagram', async () => {
    await withTown({ ...HD, link: { street, playheadNs: EARLY } }, async (town) => {
      await town.standsAt(run, EARLY);
      await town.tab('ladder').click();
      const name = town.t('panels.packet.syn', { seq: 0 });
      await expect.poll(() => town.page.getByRole('option', { name }).count()).toBe(1);
      await town.page.locator('aside [data-packet] text').filter({ hasText: name }).click();
      await hexCells(town).first().waitFor();
      await expect.poll(() => shownBytes(town)).toEqual(bytesAt(run, SYN, EARLY));
      // What is opened is also marked on the stage.
      await expect.poll(() => onStage(town, SYN).getAttribute('aria-pressed')).toBe('true');
    });
  });

  it('is found again by its line in the transcript, which goes to its moment', async () => {
    await withTown({ ...HD, link: { street, playheadNs: 0 } }, async (town) => {
      await town.standsAt(run, 0);
      await town.tab('transcript').click();
      const answer = town.page.locator('[data-line]').filter({ hasText: 'Flags [S.]' }).first();
      await answer.getByRole('button').click();
      await town.standsAt(run, lifeOf(run, { lane: 0, packet: 1 }).startNs);
      const [time] = (await answer.innerText()).split(' ');
      const current = town.page.locator('[data-line][aria-current=step]');
      await expect.poll(async () => (await current.innerText()).split(' ')[0]).toBe(time);
      await onStage(town, { lane: 0, packet: 1 }).waitFor();
    });
  });

  it('loses a stamp of its TTL at each post office on the way', async () => {
    await withTown({ ...HD, link: { street, playheadNs: 1 * MS } }, async (town) => {
      await town.standsAt(run, 1 * MS);
      await onStage(town, FIRST_DATAGRAM).click();
      const name = town.t('panels.fields.ipv4.timeToLive.name');
      const seen = new Set<string>();
      for (let step = 0; step < 40 && seen.size < 4; step += 1) {
        seen.add(await valueOf(town, name));
        await town.timeline.press('ArrowRight');
        await town.drawn();
      }
      expect([...seen]).toEqual(['64', '63', '62', '61']);
    });
  });
});
