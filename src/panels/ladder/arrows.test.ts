import { describe, expect, it } from 'vitest';
import { bytesOf, HandMade, handMadeExperiment, ms } from '../../../tests/handMade';
import { arrowsOf } from './arrows';
import { placesBetween } from './placesBetween';

const { town: streets } = handMadeExperiment({});

describe('placesBetween', () => {
  it('measures the way from the client to the server in delay', () => {
    const [client, server, r1, r2, r3] = placesBetween(streets);
    expect(client).toBe(0);
    expect(server).toBe(1);
    expect(r1).toBeCloseTo(10 / 60, 5);
    expect(r2).toBeCloseTo(20 / 60, 5);
    expect(r3).toBeCloseTo(50 / 60, 5);
  });
});

describe('arrowsOf', () => {
  it('ends an arrow where the packet arrived, and where and why it did not', () => {
    const town = new HandMade('udp');
    const [arrived, lost, bad] = [0, 1, 2].map((piece) => town.sends(ms(piece), piece, bytesOf('A')));
    town.enters(ms(20), lost!);
    town.loses(ms(35), lost!);
    const { trace } = town;
    const atServer = { place: town.node('S'), packet: arrived! };
    trace.record(ms(60), 'packetArrived', atServer, 0, { kind: 'propagated' });
    trace.record(ms(62), 'packetArrived', { ...atServer, packet: bad! }, 0, { kind: 'propagated' });
    trace.record(ms(62), 'packetDropped', { ...atServer, packet: bad! }, 0, { kind: 'badIpChecksum' });
    const [first, second, third] = arrowsOf(trace, streets);
    expect(first).toMatchObject({ fromX: 0, startNs: 0, toX: 1, endNs: ms(60), ending: 'arrived' });
    expect(second).toMatchObject({ startNs: ms(1), endNs: ms(35), ending: 'lost' });
    expect(second?.toX).toBeCloseTo((20 + 15) / 60, 5);
    expect(third).toMatchObject({ toX: 1, endNs: ms(62), ending: 'dropped' });
  });

  it('lets a full queue end an arrow before its link, and a copy begin at its link', () => {
    const town = new HandMade('udp');
    const packet = town.sends(0, 0, bytesOf('A'));
    const { trace } = town;
    const place = town.way('R2-R3');
    town.doubles(ms(20), packet);
    trace.record(ms(20), 'packetDropped', { place, packet }, 0, { kind: 'queueFull', limit: 1 });
    const [dropped, double] = arrowsOf(trace, streets);
    expect(dropped?.toX).toBeCloseTo(20 / 60, 5);
    expect(double?.fromX).toBeCloseTo(20 / 60, 5);
    expect(double).toMatchObject({ startNs: ms(20), ending: 'flying' });
  });

  it('keeps up with a growing trace', () => {
    const town = new HandMade('udp');
    const packet = town.sends(0, 0, bytesOf('A'));
    town.enters(ms(20), packet);
    expect(arrowsOf(town.trace, streets)[0]).toMatchObject({ ending: 'flying', endNs: ms(50) });
    town.loses(ms(35), packet);
    expect(arrowsOf(town.trace, streets)[0]).toMatchObject({ ending: 'lost', endNs: ms(35) });
  });
});
