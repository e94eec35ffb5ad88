import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { healingPath, story } from './healingPath';
import { HARMLESS } from './tcpArbitraries';

const RUNS = { numRuns: 400 };

describe('the byte stream (RFC 9293 §2.2)', () => {
  it('arrives whole and in order, and the run ends, where the path lives again', () => {
    fc.assert(
      fc.property(story(HARMLESS), (told) => {
        const wire = healingPath(told).run();
        for (const [side, peer] of [
          [wire.client, wire.server],
          [wire.server, wire.client],
        ] as const) {
          expect(side.notices.filter((line) => /gaveUp|connectionRe/.test(line))).toEqual([]);
          expect(side.connection.state).toBe('CLOSED');
          expect(side.received.length).toBe(peer.written);
          expect(side.isIntact).toBe(true);
        }
      }),
      RUNS,
    );
  }, 60_000);
});
