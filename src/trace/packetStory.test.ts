import { describe, expect, it } from 'vitest';
import { bytesOf, HandMade, handMadeExperiment, ms, unfinished } from '../../tests/handMade';
import { simulateAll } from '../engine/simulate';
import { pathMtu } from '../experiment/presets/pathMtu';
import { CLOSED_PORT, defaultStreet, streetExperiment } from '../experiment/street';
import { townExperiment } from '../experiment/townFile';
import { packetSort } from './packetSort';
import { packetStory } from './packetStory';

const street = defaultStreet('en');
const run = simulateAll(streetExperiment(street));

/** Place, layer and deed of each step, which read like the way down, over the roads and up. */
function told(lane: number, packet: number): readonly string[] {
  return packetStory(run, { lane, packet }).map(({ place, layer, deed }) => `${place} ${layer} ${deed.kind}`);
}

describe('packetStory', () => {
  it('tells of a datagram down one building, over three routers and up the other', () => {
    const router = (id: string) =>
      ['headerFits', 'lowered', 'renewed', 'passedOn'].map((deed) => `${id} internet ${deed}`);
    expect(told(1, 0)).toEqual([
      'C transport made',
      'C internet addressed',
      'C link framed',
      ...router('R1'),
      'R1 link framed',
      ...router('R2'),
      'R2 link framed',
      ...router('R3'),
      'R3 link framed',
      'S internet headerFits',
      'S internet mine',
      'S internet handedUp',
      'S transport transportFits',
      'S transport foundSocket',
      'S transport accepted',
      'S application delivered',
    ]);
    const lowered = packetStory(run, { lane: 1, packet: 0 }).flatMap(({ deed }) =>
      deed.kind === 'lowered' ? [[deed.from, deed.to]] : [],
    );
    expect(lowered).toEqual([
      [64, 63],
      [63, 62],
      [62, 61],
    ]);
  });

  it('says what the handshake did to the server, and what it answered', () => {
    const steps = packetStory(run, { lane: 0, packet: 0 }).filter(({ place }) => place === 'S');
    const deeds = steps.map(({ deed }) => deed);
    expect(deeds).toContainEqual({ kind: 'foundSocket', port: 80 });
    expect(deeds).toContainEqual({ kind: 'answered', packet: 1 });
    expect(deeds).toContainEqual({ kind: 'stateChanged', from: 'LISTEN', to: 'SYN-RECEIVED' });
  });

  it('ends a lost packet on its road', () => {
    const lost = run.traces[1]!;
    const packet = Array.from({ length: lost.packetCount }, (_, i) => i).find(
      (i) => told(1, i).at(-1) === 'R2 link lost',
    );
    expect(packet).toBe(2);
  });

  it('cuts a packet once, keeps its fragments, and hands it up only when it is whole (RFC 791 §3.2)', () => {
    const town = simulateAll(townExperiment(pathMtu.town));
    const [whole, first, second, last] = [0, 1, 2, 3].map((packet) =>
      packetStory(town, { lane: 0, packet }).map(({ place, deed }) => `${place} ${deed.kind}`),
    );
    expect(whole!.filter((step) => step.endsWith(' cut'))).toEqual(['R1 cut']);
    expect(whole!.at(-1)).toBe('R1 cut');
    for (const kept of [first!, second!]) {
      expect(kept[0]).toBe('R1 cut');
      expect(kept.slice(-3)).toEqual(['S headerFits', 'S mine', 'S kept']);
    }
    expect(last!.slice(-4)).toEqual(['S mine', 'S joined', 'S handedUp', 'S answered']);
  });

  it('leaves ICMP to the internet layer, which tells who sent the packet that it quotes', () => {
    const ports = { tcp: CLOSED_PORT, udp: CLOSED_PORT };
    const refused = simulateAll(streetExperiment({ ...street, ports }));
    const trace = refused.traces[1]!;
    const packets = Array.from({ length: trace.packetCount }, (_, packet) => packet);
    const packet = packets.find((one) => packetSort(trace.packet(one).bytes) === 'icmp')!;
    const steps = packetStory(refused, { lane: 1, packet }).filter(({ place }) => place === 'C');
    expect(steps.map(({ layer, deed }) => `${layer} ${deed.kind}`)).toEqual([
      'internet headerFits',
      'internet mine',
      'internet handedUp',
      'internet icmpFits',
      'transport reported',
      'application told',
    ]);
    expect(steps.find(({ deed }) => deed.kind === 'reported')).toMatchObject({
      deed: { port: 50_000 },
      source: { rfc: 1122, section: '3.2.2.1' },
    });
    for (const { source, deed } of steps) expect(source, deed.kind).not.toBeNull();
  });

  it('gives each rule with its section, and names the layer that throws a damaged packet away', () => {
    const town = new HandMade('udp');
    const packet = town.sends(0, 0, bytesOf('A'));
    const { trace } = town;
    const at = { place: town.node('S'), packet };
    trace.record(ms(60), 'packetArrived', at, 0, { kind: 'propagated' });
    trace.record(ms(60), 'packetDropped', at, 0, { kind: 'badTransportChecksum' });
    const made = unfinished(handMadeExperiment({ text: 'A' }, ['udp']), [trace]);
    const steps = packetStory(made, { lane: 0, packet });
    expect(steps.at(-1)).toMatchObject({
      place: 'S',
      layer: 'transport',
      deed: { kind: 'dropped' },
      reason: { kind: 'badTransportChecksum' },
      source: { rfc: 1122, section: '4.1.3.4' },
    });
    expect(steps.some(({ deed }) => deed.kind === 'transportFits')).toBe(false);
    for (const { source, deed } of packetStory(run, { lane: 1, packet: 0 })) {
      if (deed.kind !== 'made') expect(source, deed.kind).not.toBeNull();
    }
  });

  it('does not say that a checksum fits where nobody looks at it and it does not', () => {
    const blind = simulateAll(
      streetExperiment({
        ...street,
        weather: { ...street.weather, loss: 0, corrupt: 1 },
        tcpChanges: { without: ['checksum'] },
      }),
    );
    const trace = blind.traces[0]!;
    const packets = Array.from({ length: trace.packetCount }, (_, packet) => packet);
    const data = packets.find((packet) => trace.packet(packet).role === 'piece')!;
    const deeds = packetStory(blind, { lane: 0, packet: data }).map(({ deed }) => deed.kind);
    expect(deeds).toContain('accepted');
    expect(deeds).not.toContain('transportFits');
  });
});
