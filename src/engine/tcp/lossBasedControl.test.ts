import { describe, expect, it } from 'vitest';
import type { Mechanism, TcpOptions } from '../../experiment/tcpOptions';
import { LINUX_PACKETDRILL_TCP, RFC_TCP } from '../../experiment/tcpPresets';
import { LARGEST_WINDOW_BYTES } from '../../trace/snapshot';
import { RFC_DIALECT } from './dialect';
import { Reno } from './reno';
import { MS, VirtualWire } from './virtualWire';

const LINUX: TcpOptions = { ...LINUX_PACKETDRILL_TCP, congestionControl: 'reno', slowStartAfterIdle: true };

/** A window of 40 segments after 30 acknowledged ones, then a pause of so many RTOs of a second, then much to send. */
function afterPause(options: TcpOptions, rtos: number): { cwnd: number; ssthresh: number } {
  const fixed = { ...options, rtoMinNs: 1000 * MS, rtoVarianceMinNs: MS, growsOnlyWhenLimited: false };
  const wire = new VirtualWire({ oneWayMs: 20, options: fixed }).open();
  wire.at(100, () => wire.client.write(30_000)).run(1000);
  expect(wire.client.connection.snapshot().cwnd).toBe(40_000);
  const lastMs = wire.flights.findLast(({ segment }) => segment.payload.length > 0)!.timeMs;
  const ms = lastMs + rtos * 1000;
  wire.at(ms, () => wire.client.write(100_000)).run(ms);
  const { cwnd, ssthresh } = wire.client.connection.snapshot();
  return { cwnd: cwnd / 1000, ssthresh: ssthresh / 1000 };
}

describe('a window after a pause', () => {
  it('is cut to the initial window behind an RTO, and keeps ssthresh (RFC 5681 §4.1)', () => {
    const options = { ...RFC_TCP, timestamps: false, delayedAckNs: 0, sampleEveryAck: true };
    expect(afterPause(options, 0.9).cwnd).toBe(40);
    expect(afterPause(options, 1.1)).toEqual({ cwnd: 10, ssthresh: LARGEST_WINDOW_BYTES / 1000 });
    expect(afterPause({ ...options, slowStartAfterIdle: false }, 5).cwnd).toBe(40);
  });

  it('halves for each RTO in Linux, not below the initial window (RFC 2861 §3.2)', () => {
    const options = { ...LINUX, timestamps: false, delayedAckNs: 0 };
    expect(afterPause(options, 0.9).cwnd).toBe(40);
    expect(afterPause(options, 1.1).cwnd).toBe(20);
    expect(afterPause(options, 2.1).cwnd).toBe(10);
    expect(afterPause(options, 9).cwnd).toBe(10);
  });
});

describe('a timeout within fast recovery', () => {
  const ssthreshWith = (reducesOnceAWindow: boolean): number => {
    const dialect = { ...RFC_DIALECT, reducesOnceAWindow };
    const control = new Reno({ options: RFC_TCP, dialect, hasSlowStart: true, hasAvoidance: true });
    control.begin(1000, 20_000);
    control.lossNoticed(0, 20_000);
    control.timedOut(1, 10_000, true);
    expect(control.window.cwnd).toBe(1000);
    return control.window.ssthresh;
  };

  it('reduces ssthresh again, to half of what is in flight (RFC 5681 §3.1)', () => {
    expect(ssthreshWith(false)).toBe(5000);
  });

  it('leaves ssthresh alone in Linux', () => {
    expect(ssthreshWith(true)).toBe(10_000);
  });

  it('reduces in Linux too when the first reduction has been taken back', () => {
    const dialect = { ...RFC_DIALECT, reducesOnceAWindow: true };
    const control = new Reno({ options: RFC_TCP, dialect, hasSlowStart: true, hasAvoidance: true });
    control.begin(1000, 20_000);
    control.lossNoticed(0, 20_000);
    control.undo();
    control.timedOut(1, 14_000, true);
    expect(control.window.ssthresh).toBe(7000);
  });
});

describe('a pause that a closed window makes', () => {
  it('counts when the window opens, though data has been waiting', () => {
    const options = { ...LINUX_PACKETDRILL_TCP, slowStartAfterIdle: true, receiveBufferBytes: 40_000 };
    const wire = new VirtualWire({ oneWayMs: 20, options }).open();
    wire.server.readsAtOnce = false;
    wire.at(100, () => wire.client.write(70_000)).run(1000);
    const before = wire.client.connection.snapshot();
    expect(before).toMatchObject({ inFlight: 0, sendWindow: 0 });
    expect(before.cwnd).toBeGreaterThan(20_000);
    wire.at(1100, () => wire.client.write(10_000));
    wire.at(9000, () => wire.server.read()).run(9030);
    expect(wire.client.connection.snapshot().cwnd).toBe(10_000);
  });
});

describe('without a mechanism', () => {
  /** Segments in the first three rounds of a long transfer over round trips of 40 ms, and cwnd after a lost one. */
  const firstRounds = (mechanism: Mechanism): number[] => {
    const options = {
      ...RFC_TCP,
      timestamps: false,
      delayedAckNs: 0,
      windowScale: 8,
      receiveBufferBytes: 1_000_000,
      without: [mechanism],
    };
    const wire = new VirtualWire({ oneWayMs: 20, options }).open();
    wire.at(40, () => wire.client.write(500_000)).run(139);
    return [40, 80, 120].map(
      (ms) =>
        wire.flights.filter(({ timeMs, segment }) => timeMs === ms && segment.payload.length > 0).length,
    );
  };

  it('slow start: the window opens to the peer’s at once', () => {
    expect(firstRounds('limitedTransmit')).toEqual([10, 20, 40]);
    // A SYN cannot announce more than 65 535 bytes.
    expect(firstRounds('slowStart')[0]).toBe(65);
  });

  it('congestion control: the window is infinite, whatever is lost', () => {
    const options = { ...RFC_TCP, timestamps: false, without: ['congestionControl'] as const };
    const wire = new VirtualWire({
      oneWayMs: 20,
      options,
      fate: ({ from, nth, segment }) => ({ isLost: from === 'C' && segment.payload.length > 0 && nth === 3 }),
    }).open();
    wire.at(40, () => wire.client.write(100_000)).run();
    expect(wire.server.received).toHaveLength(100_000);
    expect(wire.client.connection.snapshot().cwnd).toBe(LARGEST_WINDOW_BYTES);
  });

  it('congestion avoidance: the window doubles beyond ssthresh', () => {
    const grown = (without: readonly Mechanism[]): number => {
      const options = { ...RFC_TCP, timestamps: false, delayedAckNs: 0, without };
      const wire = new VirtualWire({
        oneWayMs: 20,
        options: { ...options, windowScale: 8, receiveBufferBytes: 1_000_000 },
        fate: ({ from, nth, segment }) => ({
          isLost: from === 'C' && segment.payload.length > 0 && nth === 1,
        }),
      }).open();
      wire.at(40, () => wire.client.write(1_000_000)).run(300);
      return wire.client.connection.snapshot().cwnd;
    };
    expect(grown(['congestionAvoidance'])).toBeGreaterThan(4 * grown([]));
  });
});
