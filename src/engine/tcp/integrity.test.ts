import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hashFraction } from '../hash';
import { type Fate, type Flight, MS, type Side, VirtualWire, type WireSetup } from './virtualWire';

const RUNS = 400;
/** Tiny segments make long runs. */
const LARGEST_SEGMENTS = 400;

interface Weather {
  readonly seed: number;
  readonly loss: number;
  readonly reorder: number;
  readonly duplicate: number;
}

const weather = fc.record({
  seed: fc.nat(),
  loss: fc.double({ min: 0, max: 0.59, noNaN: true }),
  reorder: fc.double({ min: 0, max: 0.5, noNaN: true }),
  duplicate: fc.double({ min: 0, max: 0.5, noNaN: true }),
});

const options = fc.record({
  initialWindowSegments: fc.integer({ min: 1, max: 10 }),
  delayedAckNs: fc.constantFrom(0, 40_000_000, 200_000_000),
  sampleEveryAck: fc.boolean(),
  timestamps: fc.boolean(),
  sackPermitted: fc.boolean(),
  windowScale: fc.constantFrom(null, 0, 7),
  receiveBufferBytes: fc.constantFrom(600, 4000, 65_535, 1_000_000),
  sendBufferBytes: fc.constantFrom(500, 10_000, 4_000_000),
  nagle: fc.boolean(),
});

const sizes = fc.record({
  message: fc.oneof(fc.nat(50), fc.nat(20_000)),
  answer: fc.oneof(fc.constant(0), fc.nat(5000)),
  mss: fc.integer({ min: 1, max: 1448 }),
  write: fc.integer({ min: 1, max: 3000 }),
  /** How long the apps let readable bytes lie. */
  stallMs: fc.constantFrom(0, 0, 100, 5000),
});

const sequences = fc.record({
  clientSequence: fc.oneof(fc.constantFrom(0, 0xffff_ffff, 0xffff_f000), fc.nat(0xffff_ffff)),
  serverSequence: fc.oneof(fc.constantFrom(0, 0xffff_fffe, 0xffff_fff0), fc.nat(0xffff_ffff)),
});

/** Each segment's fate is a function of who sent it and which it was. */
function fateIn({ seed, loss, reorder, duplicate }: Weather): (flight: Flight) => Fate {
  return ({ from, nth, segment }) => {
    const dice = (kind: number): number =>
      hashFraction(seed, from === 'C' ? 0 : 1, segment.payload.length > 0 ? 0 : 1, nth, kind);
    if (dice(0) < loss) return { isLost: true };
    return {
      ...(dice(1) < reorder ? { extraMs: 200 * dice(2) } : {}),
      ...(dice(3) < duplicate ? { copyAfterMs: 300 * dice(4) } : {}),
    };
  };
}

/** Reads what came `stallMs` after it came, so that the window closes at times. */
function stall(wire: VirtualWire, side: Side, stallMs: number): void {
  let isScheduled = false;
  side.readsAtOnce = stallMs === 0;
  side.onNotice = (kind) => {
    if (kind !== 'readable' || side.readsAtOnce || isScheduled) return;
    isScheduled = true;
    wire.at(wire.now / MS + stallMs, () => {
      isScheduled = false;
      side.read();
    });
  };
}

/** Writes all `length` bytes as room allows, `step` at a time and only once connected, then closes. */
function writeAll(side: Side, length: number, step: number): void {
  const onNotice = side.onNotice;
  let left = length;
  const writeOn = (): void => {
    while (left > 0) {
      const wanted = Math.min(step, left);
      const accepted = side.write(wanted);
      left -= accepted;
      if (accepted < wanted) return;
    }
    side.close();
  };
  side.onNotice = (kind) => {
    onNotice(kind);
    if (kind === 'connected' || kind === 'writable') writeOn();
  };
}

describe('the byte stream (RFC 9293 §2.2)', () => {
  it('arrives whole and in order under any weather, or the app is told that it did not', () => {
    let whole = 0;
    let failed = 0;
    fc.assert(
      fc.property(weather, options, sizes, sequences, (sky, tcp, size, isn) => {
        const setup: WireSetup = {
          oneWayMs: 30,
          maxSegmentBytes: size.mss,
          options: tcp,
          fate: fateIn(sky),
          ...isn,
        };
        const message = Math.min(size.message, LARGEST_SEGMENTS * Math.min(size.mss, size.write));
        const answer = Math.min(size.answer, LARGEST_SEGMENTS * Math.min(size.mss, size.write));
        const wire = new VirtualWire(setup).open();
        wire.server.closesAfterPeer = false;
        wire.client.closesAfterPeer = false;
        stall(wire, wire.client, size.stallMs);
        stall(wire, wire.server, size.stallMs);
        writeAll(wire.client, message, size.write);
        writeAll(wire.server, answer, size.write);
        wire.run();
        expect(wire.client.isIntact && wire.server.isIntact).toBe(true);
        // Whose peer gave up while it had nothing to send waits in FIN-WAIT-2 for ever (RFC 9293 §3.6 has no timer there).
        const isOrphan = wire.client.connection.state === 'FIN-WAIT-2' && wire.server.hasFailed;
        expect(wire.client.connection.isDone || isOrphan).toBe(true);
        const isTold = (side: 'client' | 'server'): boolean => wire[side].hasFailed;
        if (!isTold('client')) expect(wire.server.received.length).toBe(message);
        if (!isTold('client') && !isTold('server')) expect(wire.client.received.length).toBe(answer);
        if (isTold('client') || isTold('server')) failed += 1;
        else whole += 1;
      }),
      { numRuns: RUNS },
    );
    // The property says little if either end of it is never met.
    expect(whole).toBeGreaterThan(RUNS / 2);
    expect(failed).toBeGreaterThan(0);
  }, 60_000);
});
