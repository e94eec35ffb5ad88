import { describe, expect, it } from 'vitest';
import type { Flight } from './virtualWire';
import { compare, dataFrom, lose, sending } from './withAndWithout';

/** Why segments of the client were sent again. */
const repairs = (flights: readonly Flight[]): string[] =>
  flights.filter(({ segment }) => segment.isRetransmission).map(({ segment }) => segment.reason.kind);

/** Loses the first sending of those segments of 1000 bytes from the client; counted from 1. */
const loseFirst =
  (...numbers: readonly number[]) =>
  ({ from, segment }: Flight) => ({
    isLost: from === 'C' && !segment.isRetransmission && numbers.includes(segment.streamOffset / 1000 + 1),
  });

describe('without a part of loss recovery', () => {
  it('fastRetransmit: duplicate ACKs say nothing, the timer repairs', () => {
    const reasons = compare('fastRetransmit', (options) =>
      repairs(sending(6000, { options, fate: loseFirst(2) }).run().flights).slice(0, 1),
    );
    expect(reasons).toEqual({ with: ['tripleDuplicateAck'], without: ['retransmissionTimeout'] });
  });

  it('fastRecovery: a loss noticed early costs the whole window (Tahoe)', () => {
    const windows = compare('fastRecovery', (options) => {
      const wire = sending(10_000, { options, fate: loseFirst(2) }).run(1000);
      const { cwnd, ssthresh } = wire.client.connection.snapshot();
      return { isOneSegment: cwnd === 1000, ssthresh };
    });
    expect(windows).toEqual({
      with: { isOneSegment: false, ssthresh: 4500 },
      without: { isOneSegment: true, ssthresh: 4500 },
    });
  });

  it('partialAcks: the second hole of a window waits for the timer (without SACK)', () => {
    const reasons = compare('partialAcks', (options) => {
      const setup = { options: { sackPermitted: false, ...options }, fate: loseFirst(2, 8) };
      const wire = sending(10_000, setup).run();
      expect(wire.server.received.length).toBe(10_000);
      return repairs(wire.flights).slice(0, 2);
    });
    expect(reasons).toEqual({
      with: ['tripleDuplicateAck', 'partialAck'],
      without: ['tripleDuplicateAck', 'retransmissionTimeout'],
    });
  });

  it('limitedTransmit: a small window has too few segments for three duplicate ACKs', () => {
    const reasons = compare('limitedTransmit', (options) => {
      const setup = { options: { initialWindowSegments: 3, ...options }, fate: loseFirst(1) };
      return repairs(sending(6000, setup).run().flights).slice(0, 1);
    });
    expect(reasons).toEqual({ with: ['tripleDuplicateAck'], without: ['retransmissionTimeout'] });
  });
});

describe('without a part of the retransmission timer', () => {
  it('retransmissionTimeout: what is lost with nothing behind it stays lost', () => {
    const received = compare('retransmissionTimeout', (options) => {
      const wire = sending(1000, { options, fate: lose('C', 1) }).run();
      return wire.server.received.length;
    });
    expect(received).toEqual({ with: 1000, without: 0 });
  });

  it('timerBackoff: a silent peer is called again and again at the same pace', () => {
    const times = compare('timerBackoff', (options) => {
      const fate = ({ timeMs }: Flight) => ({ isLost: timeMs >= 500 });
      const wire = sending(1000, { options, fate }).run(12_000);
      return dataFrom(wire, 'C').map(({ timeMs }) => timeMs);
    });
    expect(times).toEqual({
      with: [500, 2000, 5000, 11_000],
      without: [500, 2000, 3500, 5000, 6500, 8000, 9500, 11_000],
    });
  });

  it('rttEstimation: the timer never learns how long the way is', () => {
    const rtoNs = compare('rttEstimation', (options) => {
      return sending(1000, { options }).run().client.connection.snapshot().rtoNs;
    });
    expect(rtoNs).toEqual({ with: 1_250_000_000, without: 1_000_000_000 });
  });

  it('karn: the ACK of a late first sending is taken for a fast one of the second', () => {
    const smoothed = compare('karn', (options) => {
      const late = ({ from, nth, segment }: Flight) => {
        return from === 'C' && nth === 1 && segment.payload.length > 0 ? { extraMs: 1400 } : undefined;
      };
      return sending(1000, { options, fate: late }).run().client.connection.snapshot().smoothedRttNs;
    });
    expect(smoothed.with).toBe(500_000_000);
    expect(smoothed.without).toBeLessThan(500_000_000);
  });

  it('keepAliveProbes: a silent peer is never asked', () => {
    const keepAlive = { idleNs: 10e9, intervalNs: 1e9, probes: 3 };
    const count = compare('keepAliveProbes', (options) => {
      const wire = sending(1000, { options: { keepAlive, ...options } }).run(60_000);
      return wire.flights.filter(({ timeMs }) => timeMs > 5000).length;
    });
    expect(count.with).toBeGreaterThan(0);
    expect(count.without).toBe(0);
  });
});
