import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { eventsOf, house, inTown, post, road } from '../../src/engine/townBench';
import { simulateAll } from '../../src/engine/simulate';
import { autoRoutes } from '../../src/experiment/autoRoutes';
import { inconsistencyOf } from '../../src/experiment/consistency';
import type { App, Experiment, SendApp } from '../../src/experiment/experiment';
import { textPayload } from '../../src/experiment/street';
import { packetBytesAt } from '../../src/trace/packetBytesAt';
import { checksumSums } from '../../src/wire/checksumSums';
import { formatAddress } from '../../src/wire/address';
import { natViewOf } from '../../src/wire/translate';

const MS = 1_000_000;
const INSIDE = 5;
const OUTSIDE = 3;
const outside = (i: number): string => `198.51.${i}.20`;

/** Many hosts behind one router call many servers, from few ports, so that they get in each other's way. */
const anyHome = (): fc.Arbitrary<Experiment> =>
  fc
    .record({
      idleMs: fc.constantFrom(30, 200, 100_000),
      calls: fc.array(
        fc.record({
          host: fc.nat(INSIDE - 1),
          port: fc.integer({ min: 50_000, max: 50_002 }),
          server: fc.nat(OUTSIDE - 1),
          transport: fc.constantFrom('tcp', 'udp'),
          startMs: fc.nat(400),
          letters: fc.integer({ min: 1, max: 5 }),
        }),
        { minLength: 1, maxLength: 20 },
      ),
    })
    .map(({ idleMs, calls }) => {
      const hosts = [
        ...Array.from({ length: INSIDE }, (_, i) => house(`P${i}`, `192.168.0.${10 + i}`, `P${i}-N`)),
        ...Array.from({ length: OUTSIDE }, (_, i) => house(`S${i}`, outside(i), `R-S${i}`)),
      ];
      const nat = { outside: 'N-R', idleNs: idleMs * MS, forwards: [] };
      const town = autoRoutes({
        hosts,
        routers: [{ ...post('N', '203.0.113.7'), nat }, post('R', '203.0.113.1')],
        links: [
          ...Array.from({ length: INSIDE }, (_, i) => road(`P${i}`, 'N', { delayNs: (1 + i) * MS })),
          road('N', 'R'),
          ...Array.from({ length: OUTSIDE }, (_, i) => road('R', `S${i}`)),
        ],
      });
      const echoes: App[] = Array.from({ length: OUTSIDE }, (_, i) => [
        { kind: 'echo', host: `S${i}`, transport: 'tcp', port: 7 } as const,
        { kind: 'echo', host: `S${i}`, transport: 'udp', port: 7 } as const,
      ]).flat();
      const taken = new Set<string>();
      const senders = calls.flatMap((call, number): SendApp[] => {
        const { host, port, server, transport, startMs, letters } = call;
        const key = `${host} ${port} ${transport}`;
        if (taken.has(key)) return [];
        taken.add(key);
        return [
          {
            kind: 'send',
            host: `P${host}`,
            transport,
            port,
            to: { address: outside(server), port: { tcp: 7, udp: 7 } },
            payload: textPayload(`${String(number).padStart(2, '0')}${'abcde'.slice(0, letters)}`),
            pieceBytes: 1400,
            startNs: startMs * MS,
            everyNs: 20 * MS,
          },
        ];
      });
      return inTown(town, [...echoes, ...senders], { lanes: ['tcp'] });
    });

describe('a network address translation', () => {
  it('never mixes flows: what comes back to a host is what it has sent, from whom it was sent to (RFC 3022 §2.2)', () => {
    fc.assert(
      fc.property(anyHome(), (experiment) => {
        expect(inconsistencyOf(experiment)).toBeNull();
        const run = simulateAll(experiment);
        const trace = run.traces[0]!;
        const senders = experiment.apps.filter((app) => app.kind === 'send');
        let echoed = 0;
        for (const { place, packet, index } of eventsOf(run, 'packetAccepted')) {
          if (place >= INSIDE) continue;
          const bytes = packetBytesAt(trace, packet, index);
          const { source, destination, protocol } = natViewOf(bytes)!;
          const transport = protocol === 17 ? 'udp' : 'tcp';
          const flow = senders.find(
            ({ host, port, transport: own }) =>
              host === `P${place}` && port === destination.port && own === transport,
          );
          expect(flow?.to.address).toBe(formatAddress(source.address));
          const headers = transport === 'udp' ? 28 : 20 + 4 * (bytes[32]! >> 4);
          const text = new TextDecoder().decode(bytes.subarray(headers));
          if (text === '') continue;
          expect(text).toBe(new TextDecoder().decode(flow!.payload.bytes));
          echoed += 1;
        }
        const long = experiment.town.routers[0]!.nat!.idleNs > 1000 * MS;
        if (long) expect(echoed).toBe(senders.length);
      }),
      { numRuns: 60 },
    );
  });

  it('lets no damage pass for sound: what a trace gives back is what the hosts have seen (RFC 1624)', () => {
    fc.assert(
      fc.property(anyHome(), fc.nat(1000), (home, seed) => {
        const links = home.town.links.map((link) => ({
          ...link,
          weather: { ...link.weather, corrupt: 0.1 },
        }));
        const run = simulateAll({ ...home, seed, town: { ...home.town, links } });
        const trace = run.traces[0]!;
        const fits = (packet: number, event: number): boolean =>
          checksumSums(packetBytesAt(trace, packet, event)).every((sum) => sum.fits);
        for (const { packet, index } of eventsOf(run, 'packetAccepted'))
          expect(fits(packet, index)).toBe(true);
        for (const { packet, index, reason } of eventsOf(run, 'packetDropped')) {
          if (reason.kind === 'badTransportChecksum') expect(fits(packet, index)).toBe(false);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('leaves every checksum right on both sides, and two rows never share a port', () => {
    fc.assert(
      fc.property(anyHome(), (experiment) => {
        const run = simulateAll(experiment);
        const trace = run.traces[0]!;
        for (const { packet, index } of eventsOf(run, 'packetRewritten')) {
          expect(checksumSums(packetBytesAt(trace, packet, index)).every(({ fits }) => fits)).toBe(true);
        }
        const open = new Map<number, string>();
        const changes = [...eventsOf(run, 'mappingMade'), ...eventsOf(run, 'mappingExpired')];
        for (const event of changes.toSorted((a, b) => a.index - b.index)) {
          if (event.kind === 'mappingExpired') open.delete(event.mapping);
          else {
            const { reason, outsidePort, mapping } = event;
            const port = reason.kind === 'natMapped' ? `${reason.protocol} ${outsidePort}` : '';
            expect([...open.values()]).not.toContain(port);
            open.set(mapping, port);
          }
        }
      }),
      { numRuns: 40 },
    );
  });
});
