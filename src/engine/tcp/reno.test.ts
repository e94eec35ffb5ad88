import { describe, expect, it } from 'vitest';
import { RFC_TCP } from '../../experiment/tcpPresets';
import type { Delivery } from './congestion';
import { RFC_DIALECT } from './dialect';
import { initialWindow } from './initialWindow';
import { Reno } from './reno';
import { VirtualWire } from './virtualWire';

const MSS = 1000;

function reno(initialWindowBytes = 2 * MSS): Reno {
  const control = new Reno();
  control.begin(MSS, initialWindowBytes);
  return control;
}

function delivery(bytes: number): Delivery {
  const position = { sendUnacked: 1, sendNext: 1 };
  return { now: 0, bytes, inFlight: bytes, rttNs: undefined, isWindowLimited: true, ...position };
}

describe('initial window (RFC 6928 §2)', () => {
  it.each([
    [10, 1448, 14_480],
    [10, 1460, 14_600],
    [10, 4000, 14_600],
    [10, 9000, 18_000],
    [3, 1000, 3000],
    [10, 1, 10],
  ])('of %i segments of %i bytes is %i bytes', (segments, bytes, window) => {
    expect(initialWindow(segments, bytes)).toBe(window);
  });
});

describe('Reno (RFC 5681 §3.1)', () => {
  it('grows by what an ACK covers in slow start, at most a segment', () => {
    const control = reno();
    control.acknowledged(delivery(300));
    expect(control.window.cwnd).toBe(2300);
    control.acknowledged(delivery(5000));
    expect(control.window.cwnd).toBe(3300);
  });

  it('grows by a segment for each window acknowledged in congestion avoidance', () => {
    const control = reno();
    control.lossNoticed(0, 10 * MSS);
    expect(control.window).toMatchObject({ cwnd: 5 * MSS, ssthresh: 5 * MSS });
    for (let i = 0; i < 4; i += 1) control.acknowledged(delivery(MSS));
    expect(control.window.cwnd).toBe(5 * MSS);
    control.acknowledged(delivery(MSS));
    expect(control.window.cwnd).toBe(6 * MSS);
  });

  it('adds SMSS²/cwnd for each ACK where equation 3 is chosen', () => {
    const options = { ...RFC_TCP, avoidanceGrowth: 'perAck' as const };
    const control = new Reno({ options, dialect: RFC_DIALECT, hasSlowStart: true, hasAvoidance: true });
    control.begin(MSS, 10 * MSS);
    control.lossNoticed(0, 10 * MSS);
    control.acknowledged(delivery(2 * MSS));
    expect(control.window.cwnd).toBe(5200);
    control.acknowledged(delivery(2 * MSS));
    expect(control.window.cwnd).toBe(5200 + Math.floor((MSS * MSS) / 5200));
  });

  it('sets ssthresh to half the flight, but never below two segments (equation 4)', () => {
    const control = reno();
    control.lossNoticed(0, 5000);
    expect(control.window.ssthresh).toBe(2500);
    control.lossNoticed(0, 3000);
    expect(control.window.ssthresh).toBe(2000);
  });

  it('falls to one segment on a timeout; a second one of the same segment leaves ssthresh', () => {
    const control = reno();
    control.timedOut(0, 20 * MSS, true);
    expect(control.window).toMatchObject({ cwnd: MSS, ssthresh: 10 * MSS });
    control.timedOut(0, MSS, false);
    expect(control.window.ssthresh).toBe(10 * MSS);
  });

  it('doubles each round trip: 2, 4, 8, 16 segments (lesson L16)', () => {
    const wire = new VirtualWire({ options: { initialWindowSegments: 2 } }).open();
    wire.at(500, () => wire.client.write(60_000)).run(2400);
    const rounds = [500, 1000, 1500, 2000].map(
      (timeMs) =>
        wire.flights.filter((flight) => flight.timeMs === timeMs && flight.segment.payload.length > 0).length,
    );
    expect(rounds).toEqual([2, 4, 8, 16]);
    expect(wire.client.connection.snapshot().phase).toBe('slowStart');
  });

  it('forgets a large window over an idle time longer than the RTO (§4.1)', () => {
    const wire = new VirtualWire({ options: { initialWindowSegments: 2 } }).open();
    wire.at(500, () => wire.client.write(30_000)).run();
    expect(wire.client.connection.snapshot().cwnd).toBe(32_000);
    wire.at(20_000, () => wire.client.write(30_000)).run(20_001);
    expect(wire.client.connection.snapshot()).toMatchObject({ cwnd: 2000, inFlight: 2000 });
  });
});
