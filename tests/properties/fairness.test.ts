import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { serialisationNs } from '../../src/engine/link';
import { simulateAll } from '../../src/engine/simulate';
import { eventsOf, house, inTown, road } from '../../src/engine/townBench';
import type { SendApp } from '../../src/experiment/experiment';
import { filePayload } from '../../src/experiment/street';
import { CLEAR_WEATHER } from '../../src/experiment/town';
import { deliveredBy } from './flowCounter';
import { send, sharedRoad } from './sharedRoad';

const MS = 1_000_000;
const MINUTE_NS = 60_000 * MS;

const CUBIC = { congestionControl: 'cubic' } as const;
/** Short round trips, small product of bandwidth and delay: where Reno does well. */
const SHORT = { rateBps: 2_000_000, delayNs: 3 * MS, queuePackets: 10 };
const LONG = [
  { rateBps: 2_000_000, delayNs: 50 * MS, queuePackets: 20 },
  { rateBps: 2_000_000, delayNs: 100 * MS, queuePackets: 40 },
  { rateBps: 5_000_000, delayNs: 50 * MS, queuePackets: 60 },
];

describe('two flows on one bottleneck, over 60 s', () => {
  it.each(LONG)(
    'share it within 20 %, both being Reno: $rateBps bit/s, $queuePackets packets (RFC 5681 §3.1)',
    (narrow) => {
      const [a, b] = deliveredBy(sharedRoad(narrow), MINUTE_NS) as [number, number];
      expect(Math.max(a, b) / Math.min(a, b)).toBeLessThan(1.2);
      // And between them they fill it.
      expect(((a + b) * 8) / 60).toBeGreaterThan(0.9 * narrow.rateBps);
    },
  );

  it('share it within 20 % where Reno does well, one being CUBIC (RFC 9438 §4.3, §5.1)', () => {
    const [cubic, reno] = deliveredBy(sharedRoad(SHORT, { first: CUBIC }), MINUTE_NS) as [number, number];
    const [before, after] = deliveredBy(sharedRoad(SHORT, { second: CUBIC }), MINUTE_NS) as [number, number];
    for (const ratio of [cubic / reno, after / before]) {
      expect(Math.max(ratio, 1 / ratio)).toBeLessThan(1.2);
    }
  });

  it.each(LONG)(
    'leave more to CUBIC than to Reno on a long road, and neither starves: $queuePackets packets (RFC 9438 §5.1, §5.2)',
    (narrow) => {
      const [cubic, reno] = deliveredBy(sharedRoad(narrow, { first: CUBIC }), MINUTE_NS) as [number, number];
      const [before, after] = deliveredBy(sharedRoad(narrow, { second: CUBIC }), MINUTE_NS) as [
        number,
        number,
      ];
      for (const ratio of [cubic / reno, after / before]) {
        expect(ratio).toBeGreaterThan(1);
        expect(ratio).toBeLessThan(3);
      }
    },
  );
});

describe('two Reno flows before a short queue', () => {
  const TIGHT = { rateBps: 5_000_000, delayNs: 2 * MS, queuePackets: 10 };
  const ratioOf = (over: Parameters<typeof sharedRoad>[1], untilNs = MINUTE_NS / 3): number => {
    const [a, b] = deliveredBy(sharedRoad(TIGHT, over), untilNs) as [number, number];
    return a / b;
  };

  it('share by the phase in which they meet it, whoever was first, as long as nothing varies (Floyd and Jacobson 1991)', () => {
    expect(ratioOf({})).toBeGreaterThan(2);
    expect(ratioOf({ secondStartNs: 310 * MS })).toBeLessThan(0.5);
    expect(ratioOf({ secondDelayNs: 1.2 * MS })).toBeLessThan(0.1);
  });

  it('share within 20 % as soon as delays vary by the time of one packet', () => {
    // A packet takes 1.7 ms: none overtakes another.
    const weather = { ...CLEAR_WEATHER, reorder: 0.5, reorderDelayNs: 1.6 * MS };
    const ratio = ratioOf({ beyond: { weather } }, MINUTE_NS);
    expect(Math.max(ratio, 1 / ratio)).toBeLessThan(1.2);
  });
});

describe('a queue', () => {
  it('delays a packet by what is before it, divided by the rate of the link, to the nanosecond', () => {
    const bursts = fc.record({
      rateBps: fc.integer({ min: 10_000, max: 1_000_000_000 }),
      framingBytes: fc.nat(30),
      sizes: fc.array(fc.integer({ min: 1, max: 1400 }), { minLength: 2, maxLength: 30 }),
    });
    fc.assert(
      fc.property(bursts, ({ rateBps, framingBytes, sizes }) => {
        const link = road('A', 'B', { rateBps, framingBytes, delayNs: 7 * MS });
        const apps = sizes.map((pieceBytes, i): SendApp => {
          const payload = filePayload('one', 'application/octet-stream', new Uint8Array(pieceBytes));
          return send('A', '192.0.2.2', {
            payload: { ...payload, numbered: false },
            port: 50_000 + i,
            pieceBytes,
          });
        });
        const hosts = [house('A', '192.0.2.1', 'A-B'), house('B', '192.0.2.2', 'A-B')];
        const run = simulateAll(inTown({ hosts, routers: [], links: [link] }, apps));
        const sent = eventsOf(run, 'linkEntered').filter(({ place }) => place === 0);
        let aheadNs = 0;
        for (const [i, size] of sizes.entries()) {
          const takesNs = serialisationNs(size + 28 + framingBytes, rateBps);
          expect(sent[i]).toMatchObject({
            timeNs: aheadNs,
            departNs: aheadNs + takesNs,
            arriveNs: aheadNs + takesNs + 7 * MS,
          });
          aheadNs += takesNs;
        }
      }),
      { numRuns: 100 },
    );
  });
});
