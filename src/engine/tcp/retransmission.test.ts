import { describe, expect, it } from 'vitest';
import { VirtualWire, type WireSetup } from './virtualWire';

/** The client writes `count` segments from 500 ms (connected) on, one each 20 ms. */
function sends(count: number, setup: WireSetup = {}): VirtualWire {
  const wire = new VirtualWire(setup).open();
  for (let i = 0; i < count; i += 1) wire.at(500 + 20 * i, () => wire.client.write(1000));
  return wire;
}

/** Loses the segments with payload that the client sends as number `nths`. */
const losesData = (...nths: readonly number[]): WireSetup => ({
  fate: ({ from, nth, segment }) =>
    from === 'C' && segment.payload.length > 0 && nths.includes(nth) ? { isLost: true } : undefined,
});

describe('retransmission timeout (RFC 6298)', () => {
  it('resends the last of three segments 1582.5 ms after the first (lesson L12)', () => {
    const wire = sends(3, losesData(3)).run();
    expect(wire.ladderFrom(500)).toEqual([
      '500 C . 1:1 ack 1',
      '500 C . 1:1001 ack 1',
      '520 C . 1001:2001 ack 1',
      '540 C . 2001:3001 ack 1 lost',
      '750 S . 1:1 ack 1001',
      '770 S . 1:1 ack 2001',
      '2082.5 C . 2001:3001 ack 1',
      '2332.5 S . 1:1 ack 3001',
    ]);
    const { segment } = wire.flights.at(-2)!;
    expect(segment.isRetransmission).toBe(true);
    expect(segment.streamOffset).toBe(2000);
    expect(segment.reason).toEqual({ kind: 'retransmissionTimeout', backoff: 1 });
  });

  it('starts, restarts and stops the timer as §5.1 to §5.3 say', () => {
    const wire = sends(2).run();
    expect(wire.client.timers.filter((line) => !line.startsWith('0 '))).toEqual([
      '500 retransmission cancelled 1000',
      '500 retransmission set 2000',
      // RTTVAR 187.5 ms after the second sample: RTO 1250 ms.
      '1000 retransmission set 2250',
      '1020 retransmission cancelled 2250',
    ]);
  });

  it('needs no repetition when a later ACK covers a lost one (lesson L12)', () => {
    const wire = sends(3, {
      fate: ({ from, nth }) => (from === 'S' && nth === 2 ? { isLost: true } : undefined),
    }).run();
    expect(wire.ladderFrom(750)).toEqual([
      '750 S . 1:1 ack 1001 lost',
      '770 S . 1:1 ack 2001',
      '790 S . 1:1 ack 3001',
    ]);
    expect(wire.flights.some(({ segment }) => segment.isRetransmission)).toBe(false);
  });

  it('doubles the RTO each time (§5.5), keeps it until a segment sent once is acknowledged (§3, Karn)', () => {
    const wire = sends(1, losesData(1, 2)).run(10_000);
    const data = wire.ladder.filter((line) => line.includes('1:1001'));
    expect(data).toEqual([
      '500 C . 1:1001 ack 1 lost',
      '2000 C . 1:1001 ack 1 lost',
      '5000 C . 1:1001 ack 1',
    ]);
    // 1.5 s doubled twice; the ACK of a segment sent three times is no sample.
    expect(wire.client.connection.snapshot()).toMatchObject({ rtoNs: 6e9, smoothedRttNs: 500e6 });
    wire.at(10_000, () => wire.client.write(1000)).run();
    expect(wire.client.connection.snapshot().rtoNs).toBe(1250e6);
  });

  it('shrinks cwnd to one segment and sends the rest as ACKs allow (RFC 5681 §3.1)', () => {
    const wire = new VirtualWire({ ...losesData(1, 2, 3, 4) }).open();
    wire.at(500, () => wire.client.write(4000));
    wire.at(2001, () => {
      expect(wire.client.connection.snapshot()).toMatchObject({
        phase: 'timeoutRecovery',
        cwnd: 1000,
        ssthresh: 2000,
        inFlight: 4000,
        pipe: 1000,
      });
    });
    wire.run();
    const resent = wire.flights.filter(({ segment }) => segment.isRetransmission);
    expect(
      resent.map(({ timeMs, segment }) => `${timeMs} ${segment.streamOffset} ${segment.reason.kind}`),
    ).toEqual([
      '2000 0 retransmissionTimeout',
      '2500 1000 resendAfterTimeout',
      '2500 2000 resendAfterTimeout',
      '3000 3000 resendAfterTimeout',
    ]);
    expect(wire.client.connection.snapshot().phase).toBe('congestionAvoidance');
  });

  it('gives up after 100 s without an answer and says so (RFC 9293 §3.8.3)', () => {
    const wire = sends(1, { fate: ({ timeMs }) => (timeMs > 500 ? { isLost: true } : undefined) }).run();
    const data = wire.flights.filter(({ segment }) => segment.streamOffset === 0);
    expect(data.map(({ timeMs }) => timeMs / 1000)).toEqual([0.5, 2, 5, 11, 23, 47, 95]);
    expect(wire.client.notices.at(-1)).toBe('100500 gaveUp');
    expect(wire.client.connection.isDone).toBe(true);
  });

  it('counts silence from the last progress, and timeouts too', () => {
    const wire = new VirtualWire({
      fate: ({ timeMs }) => (timeMs > 760 ? { isLost: true } : undefined),
    }).open();
    wire.at(500, () => wire.client.write(1000));
    wire.at(780, () => wire.client.write(1000)).run();
    expect(wire.client.notices.at(-1)).toBe('101000 gaveUp');
    const twice = sends(1, losesData(1, 3)).at(5000, () => twice.client.write(1000));
    twice.run();
    const timeouts = twice.flights
      .map(({ segment }) => segment.reason)
      .filter(({ kind }) => kind === 'retransmissionTimeout');
    expect(timeouts).toEqual([1, 1].map((backoff) => ({ kind: 'retransmissionTimeout', backoff })));
  });

  it('measures one segment in flight at a time unless every ACK is to be a sample (§3)', () => {
    // The path gets slower by 10 ms with each segment.
    const slower: WireSetup['fate'] = ({ from, nth, segment }) =>
      from === 'C' && segment.payload.length > 0 ? { extraMs: 10 * nth } : undefined;
    const everyAck = sends(4, { fate: slower }).run(1400).client.connection.snapshot();
    const oncePerRtt = sends(4, { fate: slower, options: { sampleEveryAck: false } }).run(1400);
    // 500; then 510, 520, 530, 540 ms with weight 1/8 each, or 510 alone.
    expect(everyAck.smoothedRttNs).toBe(511_032_715);
    expect(oncePerRtt.client.connection.snapshot().smoothedRttNs).toBe(501_250_000);
  });

  it('measures by timestamps even what was sent twice (RFC 7323 §4)', () => {
    const wire = sends(1, { ...losesData(1), options: { timestamps: true } }).run(10_000);
    expect(wire.client.connection.snapshot()).toMatchObject({ smoothedRttNs: 500e6, rtoNs: 1250e6 });
  });

  it('gives many samples of one round trip less weight (RFC 7323 §4.2)', () => {
    const options = { timestamps: true, sampleEveryAck: false };
    const wire = sends(10, { options }).run(1001);
    // Ten segments in flight give five samples: RTTVAR moves by a twentieth of the way from 250 ms to 0.
    expect(wire.client.connection.snapshot().rttVarianceNs).toBe(237_500_000);
  });
});
