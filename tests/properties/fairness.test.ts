import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { serialisationNs } from '../../src/engine/link';
import { simulateAll } from '../../src/engine/simulate';
import { eventsOf, house, inTown, post, road } from '../../src/engine/townBench';
import { autoRoutes } from '../../src/experiment/autoRoutes';
import type { Experiment, Link, SendApp } from '../../src/experiment/experiment';
import { filePayload } from '../../src/experiment/street';
import type { TcpOptions } from '../../src/experiment/tcpOptions';
import { RFC_TCP } from '../../src/experiment/tcpPresets';
import { deliveredBy } from './flowCounter';

const MS = 1_000_000;
const MINUTE_NS = 60_000 * MS;
/** More than a minute of the fastest road here. */
const FILE = filePayload('long', 'application/octet-stream', new Uint8Array(40 * 1024 * 1024));

const send = (host: string, to: string, over: Partial<SendApp>): SendApp => ({
  kind: 'send',
  host,
  port: 50_000,
  to: { address: to, port: { tcp: 80, udp: 80 } },
  payload: FILE,
  pieceBytes: 1004,
  startNs: 0,
  everyNs: 0,
  ...over,
});

/** A and B send to X and Y over one narrow road; B begins 300 ms later. */
function bottleneck(
  narrow: Partial<Link>,
  first: Partial<TcpOptions> = {},
  second: Partial<TcpOptions> = {},
): Experiment {
  const near = { delayNs: MS };
  const town = autoRoutes({
    hosts: [
      house('A', '192.0.2.1', 'A-R1'),
      house('B', '192.0.2.2', 'B-R1'),
      house('X', '198.51.100.1', 'R2-X'),
      house('Y', '198.51.100.2', 'R2-Y'),
    ],
    routers: [post('R1', '203.0.113.1'), post('R2', '203.0.113.2')],
    links: [
      road('A', 'R1', near),
      road('B', 'R1', near),
      road('R1', 'R2', narrow),
      road('R2', 'X', near),
      road('R2', 'Y', near),
    ],
  });
  const port = { tcp: 80, udp: 80 };
  return inTown(
    town,
    [
      { kind: 'receive', host: 'X', port },
      { kind: 'receive', host: 'Y', port },
      send('A', '198.51.100.1', { tcpChanges: first }),
      send('B', '198.51.100.2', { tcpChanges: second, startNs: 300 * MS }),
    ],
    { lanes: ['tcp'], tcp: RFC_TCP },
  );
}

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
      const [a, b] = deliveredBy(bottleneck(narrow), MINUTE_NS) as [number, number];
      expect(Math.max(a, b) / Math.min(a, b)).toBeLessThan(1.2);
      // And between them they fill it.
      expect(((a + b) * 8) / 60).toBeGreaterThan(0.9 * narrow.rateBps);
    },
  );

  it('share it within 20 % where Reno does well, one being CUBIC (RFC 9438 §4.3, §5.1)', () => {
    const [cubic, reno] = deliveredBy(bottleneck(SHORT, CUBIC), MINUTE_NS) as [number, number];
    const [before, after] = deliveredBy(bottleneck(SHORT, {}, CUBIC), MINUTE_NS) as [number, number];
    for (const ratio of [cubic / reno, after / before]) {
      expect(Math.max(ratio, 1 / ratio)).toBeLessThan(1.2);
    }
  });

  it.each(LONG)(
    'leave more to CUBIC than to Reno on a long road, and neither starves: $queuePackets packets (RFC 9438 §5.1, §5.2)',
    (narrow) => {
      const [cubic, reno] = deliveredBy(bottleneck(narrow, CUBIC), MINUTE_NS) as [number, number];
      const [before, after] = deliveredBy(bottleneck(narrow, {}, CUBIC), MINUTE_NS) as [number, number];
      for (const ratio of [cubic / reno, after / before]) {
        expect(ratio).toBeGreaterThan(1);
        expect(ratio).toBeLessThan(3);
      }
    },
  );
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
