import { describe, expect, it } from 'vitest';
import { simulateAll } from '../engine/simulate';
import type { RuleVerdict } from '../experiment/experiment';
import { defaultStreet, streetExperiment, textPayload } from '../experiment/street';
import { CLEAR_WEATHER } from '../experiment/town';
import { decodeEthernet, type EthernetFrame } from '../wire/ethernet';
import { formatMac } from '../wire/macAddress';
import { decodeIpv4 } from '../wire/ipv4';
import { isMalformed } from '../wire/malformed';
import { frameAt } from './frameAt';

const MS = 1_000_000;
const FIRST = { lane: 0, packet: 0 };

/** UDP of "abc" in clear weather, with something done to its first piece on the road from R2 to R3. */
function sent(verdict?: RuleVerdict) {
  const rules = verdict ? [{ link: 'R2-R3', direction: 0, role: 'piece', nth: 1, verdict } as const] : [];
  const street = { ...defaultStreet('en'), payload: textPayload('abc'), weather: CLEAR_WEATHER, rules };
  return simulateAll(streetExperiment(street, ['udp']));
}

function opened(bytes: Uint8Array): EthernetFrame & { readonly timeToLive: number } {
  const frame = decodeEthernet(bytes);
  const packet = isMalformed(frame) ? frame : decodeIpv4(frame.payload);
  if (isMalformed(frame) || isMalformed(packet)) throw new Error('malformed');
  return { ...frame, timeToLive: packet.header.timeToLive };
}

describe('the frame of a packet', () => {
  it('is another at each hop, with the addresses of the two ends of the link, around the same packet', () => {
    const run = sent();
    const hops = [5, 15, 35, 55].map((ms) => frameAt(run, FIRST, ms * MS)!);
    expect(hops.map(({ way }) => way)).toEqual([0, 2, 4, 6]);
    const addresses = hops.map(({ header }) => [formatMac(header.source), formatMac(header.destination)]);
    // Nodes: C 1, S 2, R1 3, R2 4, R3 5; links from the client on: 1 to 4.
    expect(addresses).toEqual([
      ['02:00:00:01:00:01', '02:00:00:03:00:01'],
      ['02:00:00:03:00:02', '02:00:00:04:00:02'],
      ['02:00:00:04:00:03', '02:00:00:05:00:03'],
      ['02:00:00:05:00:04', '02:00:00:02:00:04'],
    ]);
    expect(hops.map(({ bytes }) => opened(bytes).timeToLive)).toEqual([64, 63, 62, 61]);
    expect(hops.every(({ bytes }) => opened(bytes).isIntact)).toBe(true);
  });

  it('is there while the packet is on a link, and not in a host', () => {
    const run = sent();
    expect(frameAt(run, FIRST, 5 * MS)).not.toBeNull();
    expect(frameAt(run, FIRST, 500 * MS)).toBeNull();
    expect(frameAt(run, { lane: 0, packet: 2 }, 5 * MS)).toBeNull();
  });

  it('no longer fits its check sequence once a bit is inverted, until the next router makes a new one', () => {
    const run = sent({ kind: 'flip', bit: 224 });
    const before = frameAt(run, FIRST, 20.5 * MS)!;
    const after = frameAt(run, FIRST, 49 * MS)!;
    const next = frameAt(run, FIRST, 55 * MS)!;
    expect([before, after, next].map(({ way }) => way)).toEqual([4, 4, 6]);
    expect([before, after, next].map(({ bytes }) => opened(bytes).isIntact)).toEqual([true, false, true]);
    expect(after.bytes[14 + 28]).toBe(before.bytes[14 + 28]! ^ 0x80);
    expect(next.bytes[14 + 28]).toBe(after.bytes[14 + 28]);
  });
});
