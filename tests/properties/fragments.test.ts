import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { simulateAll } from '../../src/engine/simulate';
import type { Experiment, Link } from '../../src/experiment/experiment';
import { defaultStreet, filePayload, streetExperiment } from '../../src/experiment/street';
import { CLEAR_WEATHER } from '../../src/experiment/town';
import type { TraceEvent } from '../../src/trace/event';
import { packetBytesAt } from '../../src/trace/packetBytesAt';
import type { Trace } from '../../src/trace/trace';
import { isIpv4ChecksumValid } from '../../src/wire/ipv4';
import { weather } from './arbitraries';

/** A file over a street whose links each carry something else, cut wherever it must be. */
const narrowStreet = (isClear: boolean): fc.Arbitrary<Experiment> =>
  fc
    .record({
      seed: fc.integer({ min: 0, max: 0xffff_ffff }),
      bytes: fc.uint8Array({ minLength: 1, maxLength: 6000, size: 'max' }),
      pieceBytes: fc.integer({ min: 100, max: 1400 }),
      mtus: fc.array(fc.integer({ min: 68, max: 1500 }), { minLength: 4, maxLength: 4 }),
      weather: isClear ? fc.constant(CLEAR_WEATHER) : weather(),
    })
    .map(({ seed, bytes, pieceBytes, mtus, weather: sky }) => {
      const payload = filePayload('noise.bin', 'application/octet-stream', bytes.slice());
      const link = { delayNs: 30_000_000, rateBps: 0, queuePackets: 1000 };
      const street = { ...defaultStreet('en'), seed, payload, pieceBytes, weather: sky, link };
      const experiment = streetExperiment(street, ['udp']);
      const links = experiment.town.links.map((one, i): Link => ({ ...one, rateBps: 0, mtuBytes: mtus[i]! }));
      const apps = experiment.apps.map((app) =>
        app.kind === 'send' ? { ...app, mayFragment: true as const } : app,
      );
      return { ...experiment, apps, town: { ...experiment.town, links } };
    });

function eventsOf(trace: Trace): readonly TraceEvent[] {
  return Array.from({ length: trace.eventCount }, (_, index) => trace.event(index));
}

describe('fragments (RFC 791 §3.2)', () => {
  it('of any cut, over any links, make the same datagrams again', () => {
    fc.assert(
      fc.property(narrowStreet(true), (experiment) => {
        const run = simulateAll(experiment);
        expect(run.result!.lanes[0]!.intact).toBe(true);
      }),
      { numRuns: 200 },
    );
  });

  it('fit the links that they travel, have a true header checksum, and give the app nothing that was not sent', () => {
    let cuts = 0;
    let givenUp = 0;
    fc.assert(
      fc.property(narrowStreet(false), (experiment) => {
        const run = simulateAll(experiment);
        const trace = run.traces[0]!;
        const pieces = new Set<number>();
        let isDamaged = false;
        for (const event of eventsOf(trace)) {
          if (event.kind === 'packetFragmented') cuts += 1;
          if (event.kind === 'packetDropped' && event.reason.kind === 'reassemblyTimeout') givenUp += 1;
          if (event.kind === 'packetCorrupted') isDamaged = true;
          if (event.kind === 'bytesDelivered') pieces.add(trace.packet(event.packet).piece);
          if (event.kind !== 'linkEntered') continue;
          const bytes = packetBytesAt(trace, event.packet, event.index);
          const { mtuBytes } = experiment.town.links[event.place >> 1]!;
          expect(bytes.length).toBeLessThanOrEqual(mtuBytes!);
          if (!isDamaged) expect(isIpv4ChecksumValid(bytes)).toBe(true);
        }
        const wrote = eventsOf(trace).filter(({ kind }) => kind === 'appWrote').length;
        expect(pieces.size).toBeLessThanOrEqual(wrote);
      }),
      { numRuns: 60 },
    );
    expect(cuts).toBeGreaterThan(1000);
    expect(givenUp).toBeGreaterThan(100);
  });
});
