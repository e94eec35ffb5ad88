import { expect } from 'vitest';
import { packetFactsOf } from '../../src/trace/packetFacts';
import { townIndex } from '../../src/trace/townIndex';
import type { Run } from '../../src/trace/run';
import { eventsOf, type Promised, tellings } from './promise';

/** What the packets say that a host's apps took, in the order in which it took them; what is damaged as it then is. */
function taken(run: Run, host: string): readonly string[] {
  const node = townIndex(run.experiment).node(host);
  const damaged = new Set(eventsOf(run, 'packetCorrupted').map((event) => 'packet' in event && event.packet));
  return eventsOf(run, 'packetAccepted').flatMap((event) => {
    if (event.kind !== 'packetAccepted' || event.place !== node) return [];
    const facts = packetFactsOf(run, { lane: 0, packet: event.packet })!;
    if (facts.sort !== 'raw') return [];
    return [damaged.has(event.packet) ? `${facts.raw!.text}*` : facts.raw!.text];
  });
}

/** The types and codes of the ICMP messages that were made, each once. */
function icmpOf(run: Run): readonly string[] {
  const made = eventsOf(run, 'packetSent').flatMap((event) => {
    const icmp = 'packet' in event && packetFactsOf(run, { lane: 0, packet: event.packet })?.icmp;
    return icmp ? [`${icmp.type}/${icmp.code}`] : [];
  });
  return [...new Set(made)].toSorted();
}

export const ipPromises = {
  ttl(run) {
    const hops = eventsOf(run, 'appTold').map(({ reason }) => ('address' in reason ? reason.address : ''));
    // R1, R2, R3, R4, then B; from the other side R4, R5, R1, then A.
    const octets = [1, 2, 3, 4, 0, 4, 5, 1, 0];
    expect(hops).toEqual(octets.map((octet) => (octet === 0 ? '' : `203.0.113.${octet}`)));
    expect(tellings(run).filter((kind) => kind === 'pathEnds')).toHaveLength(2);
  },
  loop(run) {
    expect(tellings(run)).toEqual(['echoFailed', 'echoFailed']);
    expect(icmpOf(run)).toEqual(['11/0', '8/0']);
    expect(eventsOf(run, 'packetForwarded').length).toBeGreaterThan(120);
  },
  'no-answer'(run) {
    const told = eventsOf(run, 'appTold').map(({ reason }) => ('address' in reason ? reason.address : ''));
    expect(told.toSorted()).toEqual(['203.0.113.2', '203.0.113.2', '203.0.113.4', '203.0.113.4']);
    expect(icmpOf(run)).toEqual(['3/0', '3/1', '8/0']);
  },
  'ip-limits'(run) {
    expect(taken(run, 'S')).toEqual(['1', '4', '4', '5*', '3']);
    const damaged = eventsOf(run, 'packetCorrupted')[0]!;
    expect(damaged).toMatchObject({ bit: 166 });
    expect(icmpOf(run)).toEqual([]);
  },
  'two-paths'(run) {
    const detoured = eventsOf(run, 'packetDetoured').length;
    expect(detoured).toBeGreaterThan(1);
    expect(detoured).toBeLessThan(6);
    const places = townIndex(run.experiment);
    const back = places.link('R4-R3') * 2 + 1;
    const crossed = eventsOf(run, 'linkEntered').filter((event) => 'place' in event && event.place === back);
    expect(crossed).toHaveLength(9);
  },
  'path-mtu'(run) {
    expect(run.result!.lanes[0]).toMatchObject({ intact: true, deliveredBytes: 8000 });
    expect(icmpOf(run)).toEqual(['0/0', '3/4', '8/0']);
    expect(eventsOf(run, 'packetFragmented').length).toBeGreaterThan(6);
    expect(tellings(run).filter((kind) => kind === 'echoReplied')).toHaveLength(3);
  },
  arp(run) {
    const kinds = eventsOf(run, 'packetSent').map(
      (event) => 'packet' in event && packetFactsOf(run, { lane: 0, packet: event.packet })?.sort,
    );
    const asked = (from: number, to: number): number =>
      eventsOf(run, 'packetSent').filter(
        ({ reason, timeNs }) => reason.kind === 'addressAsked' && timeNs >= from && timeNs < to,
      ).length;
    expect(kinds.filter((kind) => kind === 'icmp')).toHaveLength(6);
    expect([asked(0, 1e9), asked(1e9, 95e9), asked(95e9, 100e9)]).toEqual([2, 0, 2]);
    expect(tellings(run)).toEqual(['echoReplied', 'echoReplied', 'echoReplied']);
  },
} satisfies Record<string, Promised>;
