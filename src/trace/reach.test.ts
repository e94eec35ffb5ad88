import { describe, expect, it } from 'vitest';
import { simulateAll } from '../engine/simulate';
import { defaultStreet, type Street, streetExperiment, textPayload } from '../experiment/street';
import { CLEAR_WEATHER, WEATHER_LINK } from '../experiment/town';
import { flightIndex } from './legs';
import { reachOf, rescueOf } from './reach';
import type { PacketRef, Run } from './run';
import { townIndex } from './townIndex';

const UDP = 1;
const calm: Street = { ...defaultStreet('en'), weather: CLEAR_WEATHER, payload: textPayload('hello') };

function run(change: Partial<Street> = {}): Run {
  return simulateAll(streetExperiment({ ...calm, ...change }));
}

/** The first packet of piece `piece` in the UDP lane. */
function packetOf({ traces }: Run, piece: number): PacketRef {
  const trace = traces[UDP]!;
  for (let packet = 0; packet < trace.packetCount; packet += 1) {
    if (trace.packet(packet).piece === piece) return { lane: UDP, packet };
  }
  throw new Error(`no piece ${piece}`);
}

describe('a hand on a packet', () => {
  const there = run();
  const third = packetOf(there, 2);
  const flights = flightIndex(there.traces[UDP]!).flights.filter(({ packet }) => packet === third.packet);

  it('meets it on the link where it is', () => {
    for (const { kind, way, startNs, endNs } of flights) {
      if (kind !== 'link') continue;
      const middleNs = (startNs + endNs) / 2;
      const { link, direction } = townIndex(there.experiment).way(way);
      expect(reachOf(there, third, middleNs, WEATHER_LINK)).toEqual({
        link: link.id,
        direction,
        atNs: Math.ceil(middleNs),
      });
    }
  });

  it('meets one that is still to come on the favourite road, and none that is past', () => {
    const first = flights[0]!;
    expect(reachOf(there, third, first.startNs - 1, WEATHER_LINK)).toMatchObject({ link: WEATHER_LINK });
    expect(reachOf(there, third, first.startNs - 1, 'nowhere')).toMatchObject({ link: 'C-R1' });
    expect(reachOf(there, third, flights.at(-1)!.endNs, WEATHER_LINK)).toBeNull();
  });

  it('saves what was lost, where and when it was', () => {
    const rule = {
      link: WEATHER_LINK,
      direction: 0,
      role: 'piece',
      nth: 3,
      verdict: { kind: 'drop' },
    } as const;
    const lossy = run({ rules: [rule] });
    const lost = packetOf(lossy, 2);
    const { timeNs } = flightIndex(lossy.traces[UDP]!).endings[0]!;
    expect(rescueOf(lossy, lost, timeNs - 1)).toBeNull();
    expect(rescueOf(lossy, lost, timeNs)).toEqual({ link: WEATHER_LINK, direction: 0, atNs: timeNs });
    expect(rescueOf(lossy, packetOf(lossy, 1), Infinity)).toBeNull();
    expect(reachOf(lossy, lost, timeNs, WEATHER_LINK)).toBeNull();
  });

  it('does not offer to save what a hand took: that hand is taken back instead', () => {
    const cut = { kind: 'cutLink', atNs: 70_000_000, link: WEATHER_LINK } as const;
    const broken = run({ commands: [cut] });
    const ending = flightIndex(broken.traces[UDP]!).endings[0]!;
    expect(ending.why).toBe('linkCut');
    expect(rescueOf(broken, { lane: UDP, packet: ending.packet }, ending.timeNs)).toBeNull();
  });

  it('saves what a full queue turned away', () => {
    const crowded = run({ link: { delayNs: 30_000_000, rateBps: 1000, queuePackets: 1 } });
    const { packet, timeNs } = flightIndex(crowded.traces[UDP]!).endings[0]!;
    expect(rescueOf(crowded, { lane: UDP, packet }, timeNs)).toEqual({
      link: WEATHER_LINK,
      direction: 0,
      atNs: timeNs,
    });
  });
});
