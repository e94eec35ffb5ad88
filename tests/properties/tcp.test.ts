import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Side } from '../../src/engine/tcp/virtualWire';
import { MECHANISMS, type TcpOptions } from '../../src/experiment/tcpOptions';
import { cutPath, healingPath, story } from './healingPath';
import { ABORT, FORGERY, HARMLESS, ICMP } from './tcpArbitraries';

const RUNS = { numRuns: 400 };
const PATIENCE_MS = 5000;
/** The last act comes within 90 s, and then all may wait for their patience to end, one after the other. */
const AT_REST_MS = 120_000;

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

  it('holds as far as it goes whatever is switched off, aborted or complained of, until both have given up', () => {
    fc.assert(
      fc.property(story(MECHANISMS, [ABORT, ICMP]), fc.nat(PATIENCE_MS), (told, cutMs) => {
        const wire = cutPath(told, cutMs, PATIENCE_MS * 1e6).run(AT_REST_MS);
        expect(wire.client.isIntact && wire.server.isIntact).toBe(true);
        expect(isAtRest(wire.client, told.options)).toBe(true);
        expect(isAtRest(wire.server, told.serverOptions)).toBe(true);
      }),
      RUNS,
    );
  }, 60_000);
});

describe('whatever a stranger sends', () => {
  it('makes nothing throw and nothing go round in circles', () => {
    fc.assert(
      fc.property(story(MECHANISMS, [ABORT, ICMP, FORGERY, FORGERY, FORGERY]), (told) => {
        const wire = cutPath(told, PATIENCE_MS, PATIENCE_MS * 1e6).run(AT_REST_MS);
        expect(isAtRest(wire.client, told.options)).toBe(true);
        expect(isAtRest(wire.server, told.serverOptions)).toBe(true);
      }),
      RUNS,
    );
  }, 60_000);
});

/** Nobody hears of it any more: it has ended, or waits without a timer; or it never gives up. */
function isAtRest({ connection }: Side, { without }: TcpOptions): boolean {
  return connection.wakeAt() === Infinity || without.includes('userTimeout');
}
