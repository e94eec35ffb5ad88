import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { simulateAll } from '../../src/engine/simulate';
import { house, inTown, post, road } from '../../src/engine/townBench';
import { inconsistencyOf } from '../../src/experiment/consistency';
import type { Experiment, Link, PingApp } from '../../src/experiment/experiment';
import { frameAt } from '../../src/trace/frameAt';
import { CLEAR_WEATHER } from '../../src/experiment/town';
import type { TraceEvent } from '../../src/trace/event';
import type { Trace } from '../../src/trace/trace';
import { decodeArp } from '../../src/wire/arp';
import { isMalformed } from '../../src/wire/malformed';

const ADDRESS_OF_HOST = (i: number): string => `192.0.2.${i + 1}`;
const FIRST_TIME_TO_LIVE = 64;

/** Up to 20 routers joined at random, up to 30 hosts on them, and tables that point anywhere: loops, dead ends, detours. */
const anyTown = (): fc.Arbitrary<Experiment> =>
  fc
    .record({
      routers: fc.integer({ min: 1, max: 20 }),
      hosts: fc.integer({ min: 2, max: 30 }),
      picks: fc.infiniteStream(fc.nat(1_000_000)),
    })
    .map(({ routers, hosts, picks }) => {
      const pick = (below: number): number => picks.next().value! % below;
      const links: Link[] = [];
      const at: string[][] = Array.from({ length: routers }, () => []);
      const join = (from: string, to: string, ends: readonly number[]): void => {
        if (links.some(({ id }) => id === `${from}-${to}`)) return;
        links.push(road(from, to, { delayNs: 1_000_000, ...(pick(2) === 0 ? { resolves: true } : {}) }));
        for (const end of ends) at[end]!.push(`${from}-${to}`);
      };
      // A tree, so that nobody is alone, and as many shortcuts again.
      for (let i = 1; i < routers; i += 1) {
        const other = pick(i);
        join(`R${other}`, `R${i}`, [other, i]);
      }
      for (let i = 1; i < routers; i += 1) {
        const [one, other] = [pick(routers), pick(routers)].toSorted((a, b) => a - b) as [number, number];
        if (one !== other) join(`R${one}`, `R${other}`, [one, other]);
      }
      const houses = Array.from({ length: hosts }, (_, i) => {
        const router = pick(routers);
        join(`H${i}`, `R${router}`, [router]);
        return house(`H${i}`, ADDRESS_OF_HOST(i), `H${i}-R${router}`);
      });
      const posts = at.map((own, i) => {
        const known = houses.filter(() => pick(5) > 0);
        const rows = known.flatMap(({ address, link }) => {
          const isHere = own.includes(link) && pick(8) > 0;
          const way = isHere ? link : own[pick(own.length)];
          return way === undefined ? [] : [`${address}/32>${way}`];
        });
        const rest = own.length > 0 && pick(2) === 0 ? [`0.0.0.0/0>${own[pick(own.length)]}`] : [];
        return post(`R${i}`, `203.0.113.${i + 1}`, ...rows, ...rest);
      });
      // Some packets turn off before some links.
      const turning = links.map((link): Link => {
        const detour = links.find(({ id, from }) => id !== link.id && from === link.from);
        const weather = { ...CLEAR_WEATHER, reorder: 0.3 };
        return detour && pick(3) === 0 ? { ...link, detour: detour.id, weather } : link;
      });
      const apps = Array.from({ length: 3 }, (_, i): PingApp => {
        const target = ADDRESS_OF_HOST(pick(hosts));
        return {
          kind: 'ping',
          host: `H${i % hosts}`,
          to: target,
          identifier: i,
          count: 2,
          dataBytes: 8,
          startNs: 0,
          everyNs: 1_000_000,
        };
      });
      return inTown({ hosts: houses, routers: posts, links: turning }, apps);
    });

function eventsOf(trace: Trace): readonly TraceEvent[] {
  return Array.from({ length: trace.eventCount }, (_, index) => trace.event(index));
}

describe('in a town with any tables', () => {
  it('no packet goes round without an end: its TTL ends it (RFC 791 §3.2, RFC 1812 §5.3.1)', () => {
    let loops = 0;
    let strayed = 0;
    let answered = 0;
    let turned = 0;
    fc.assert(
      fc.property(anyTown(), (experiment) => {
        expect(inconsistencyOf(experiment)).toBeNull();
        const events = eventsOf(simulateAll(experiment).traces[0]!);
        const hops = new Map<number, number>();
        const ends = new Map<number, number>();
        for (const event of events) {
          if (event.kind === 'packetForwarded') hops.set(event.packet, (hops.get(event.packet) ?? 0) + 1);
          if (event.kind === 'packetAccepted' || event.kind === 'packetDropped') {
            ends.set(event.packet, (ends.get(event.packet) ?? 0) + 1);
            if (event.reason.kind === 'timeToLiveExceeded') loops += 1;
            if (event.reason.kind === 'noRoute') strayed += 1;
          }
          if (event.kind === 'packetDetoured') turned += 1;
          if (event.kind === 'appTold' && event.reason.kind === 'echoReplied') answered += 1;
        }
        for (const count of hops.values()) expect(count).toBeLessThan(FIRST_TIME_TO_LIVE);
        // On clear roads every packet has exactly one end.
        const sent = events.flatMap((event) => (event.kind === 'packetSent' ? [event.packet] : []));
        expect(sent.map((packet) => ends.get(packet))).toEqual(sent.map(() => 1));
      }),
      { numRuns: 200 },
    );
    expect(loops).toBeGreaterThan(50);
    expect(strayed).toBeGreaterThan(50);
    expect(answered).toBeGreaterThan(50);
    expect(turned).toBeGreaterThan(50);
  });

  it('no frame goes to a neighbour that has not said who it is (RFC 826)', () => {
    let framed = 0;
    let unanswered = 0;
    fc.assert(
      fc.property(anyTown(), (experiment) => {
        const run = simulateAll(experiment);
        const trace = run.traces[0]!;
        const { links } = experiment.town;
        const known = new Set<string>();
        for (const event of eventsOf(trace)) {
          if (event.kind === 'packetDropped' && event.reason.kind === 'neighbourSilent') unanswered += 1;
          if (event.kind === 'neighbourLearned') {
            const said = decodeArp(trace.packet(event.packet).bytes);
            if (!isMalformed(said)) known.add(`${event.way} ${said.senderHardware}`);
          }
          if (event.kind !== 'linkEntered' || !links[event.place >> 1]!.resolves) continue;
          if (trace.packet(event.packet).role === 'arp') continue;
          const frame = frameAt(run, { lane: 0, packet: event.packet }, event.timeNs)!;
          expect(known).toContain(`${event.place} ${frame.header.destination}`);
          framed += 1;
        }
      }),
      { numRuns: 50 },
    );
    expect(framed).toBeGreaterThan(500);
    expect(unanswered).toBeGreaterThan(0);
  });
});
