import { describe, expect, it } from 'vitest';
import { bytesOf, HandMade, handMadeExperiment, ms } from '../../../tests/handMade';
import { townIndex } from '../../trace/townIndex';
import { damageOf } from './damage';
import { lastEventAt, whereaboutsOf } from './whereabouts';

const places = townIndex(handMadeExperiment({}));

function whereAt(town: HandMade, packet: number, timeNs: number) {
  return whereaboutsOf(town.trace, places, 2, packet, lastEventAt(town.trace, packet, timeNs));
}

describe('whereaboutsOf', () => {
  it('follows the packet from its maker to its end', () => {
    const town = new HandMade('udp');
    const packet = town.sends(ms(5), 0, bytesOf('A'));
    town.enters(ms(6), packet, 'C-R1');
    const { trace } = town;
    const atR1 = { place: town.node('R1'), packet };
    trace.record(ms(16), 'packetForwarded', { ...atR1, timeToLive: 63 }, 0, { kind: 'routed', prefix: '' });
    town.enters(ms(30), packet);
    town.loses(ms(45), packet);
    expect(whereAt(town, packet, ms(4))).toEqual({ kind: 'notYet', timeNs: ms(5) });
    expect(whereAt(town, packet, ms(5))).toEqual({ kind: 'sent', where: 'C' });
    expect(whereAt(town, packet, ms(15))).toEqual({ kind: 'onLink', from: 'C', to: 'R1' });
    expect(whereAt(town, packet, ms(20))).toEqual({ kind: 'atRouter', where: 'R1' });
    expect(whereAt(town, packet, ms(99))).toEqual({ kind: 'lost', from: 'R2', to: 'R3' });
  });

  it('tells arriving, being thrown away and being read apart', () => {
    const town = new HandMade('udp');
    const [read, dropped, full] = [0, 1, 2].map((piece) => town.sends(0, piece, bytesOf('A')));
    const { trace } = town;
    const place = town.node('S');
    trace.record(ms(60), 'packetArrived', { place, packet: read! }, 0, { kind: 'propagated' });
    expect(whereAt(town, read!, ms(60))).toEqual({ kind: 'atHost', where: 'S' });
    town.reads(ms(60), read!, bytesOf('A'));
    trace.record(ms(61), 'packetDropped', { place, packet: dropped! }, 0, { kind: 'malformed' });
    const queue = { place: town.way('R2-R3'), packet: full! };
    trace.record(ms(61), 'packetDropped', queue, 0, { kind: 'queueFull', limit: 2 });
    expect(whereAt(town, read!, ms(60))).toEqual({ kind: 'read', where: 'S' });
    expect(whereAt(town, dropped!, ms(61))).toEqual({ kind: 'dropped', where: 'S' });
    expect(whereAt(town, full!, ms(61))).toEqual({ kind: 'dropped', where: 'R2' });
  });
});

describe('damageOf', () => {
  it('knows the byte before and after, once the bit was inverted', () => {
    const town = new HandMade('udp');
    const packet = town.sends(0, 0, bytesOf('A'));
    const facts = { place: town.way('R2-R3'), packet, bit: 28 * 8 + 6, fraction: 0.5 };
    const event = town.trace.record(ms(9), 'packetCorrupted', facts, 0, { kind: 'rule', rule: 0 });
    expect(damageOf(town.trace, packet, event - 1)).toBeNull();
    expect(damageOf(town.trace, packet, event)).toEqual({ bit: 230, before: 0x41, after: 0x43 });
  });
});
