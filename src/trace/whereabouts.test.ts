import { describe, expect, it } from 'vitest';
import { bytesOf, HandMade, ms } from '../../tests/handMade';
import { networkCopies, whereaboutsAt } from './whereabouts';

describe('whereaboutsAt', () => {
  it('follows a packet from its maker through a queue and a link to its loss', () => {
    const town = new HandMade('udp');
    const packet = town.sends(ms(1), 0, bytesOf('A'));
    const way = town.way('R2-R3');
    const queued = { place: way, packet, queueLength: 1 };
    town.trace.record(ms(2), 'packetQueued', queued, 0, { kind: 'linkBusy' });
    town.enters(ms(5), packet);
    town.loses(ms(20), packet);
    const places = [0, 1, 4, 5, 19, 20, 500].map((timeMs) => whereaboutsAt(town.trace, packet, ms(timeMs)));
    expect(places.map((place) => place?.kind)).toEqual([
      undefined,
      'atNode',
      'queued',
      'onLink',
      'onLink',
      'lost',
      'lost',
    ]);
    expect(places.at(-1)).toEqual({ packet, isDamaged: false, kind: 'lost', way });
  });

  it('knows damage from the moment it is done, and who found it', () => {
    const town = new HandMade('udp');
    const packet = town.sends(0, 0, bytesOf('A'));
    town.enters(ms(1), packet);
    const place = town.way('R2-R3');
    const damage = { place, packet, bit: 230, fraction: 0.5 };
    town.trace.record(ms(9), 'packetCorrupted', damage, 1, { kind: 'weather', fate: 'corrupt' });
    const found = { place: town.node('S'), packet };
    town.trace.record(ms(40), 'packetDropped', found, 2, { kind: 'badTransportChecksum' });
    expect(whereaboutsAt(town.trace, packet, ms(8))).toMatchObject({ kind: 'onLink', isDamaged: false });
    expect(whereaboutsAt(town.trace, packet, ms(9))).toMatchObject({ kind: 'onLink', isDamaged: true });
    expect(whereaboutsAt(town.trace, packet, ms(40))).toMatchObject({
      kind: 'dropped',
      place: town.node('S'),
      why: 'badTransportChecksum',
      isDamaged: true,
    });
  });

  it('follows a copy that the network made on its own way', () => {
    const town = new HandMade('udp');
    const packet = town.sends(0, 0, bytesOf('A'));
    town.enters(ms(1), packet);
    const copy = town.doubles(ms(1), packet);
    town.loses(ms(20), packet);
    expect(networkCopies(town.trace, packet)).toEqual([copy]);
    expect(networkCopies(town.trace, copy)).toEqual([]);
    expect(whereaboutsAt(town.trace, packet, ms(21))?.kind).toBe('lost');
    expect(whereaboutsAt(town.trace, copy, ms(21))?.kind).toBe('queued');
  });
});
