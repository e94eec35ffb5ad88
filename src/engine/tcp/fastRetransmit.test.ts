import { describe, expect, it } from 'vitest';
import { VirtualWire, type WireSetup } from './virtualWire';

/** The client writes `count` segments from 500 ms (connected) on, one each 20 ms. */
function sends(count: number, setup: WireSetup = {}): VirtualWire {
  const wire = new VirtualWire(setup).open();
  for (let i = 0; i < count; i += 1) wire.at(500 + 20 * i, () => wire.client.write(1000));
  return wire;
}

const losesData = (...nths: readonly number[]): WireSetup => ({
  fate: ({ from, nth, segment }) =>
    from === 'C' && segment.payload.length > 0 && nths.includes(nth) ? { isLost: true } : undefined,
});

const resent = (wire: VirtualWire): string[] =>
  wire.flights
    .filter(({ segment }) => segment.isRetransmission)
    .map(({ timeMs, segment }) => `${timeMs} ${segment.streamOffset} ${segment.reason.kind}`);

const WITHOUT_SACK = { sackPermitted: false };

describe('fast retransmit (RFC 5681 §3.2)', () => {
  it('resends on the third duplicate ACK, 580 ms after the first segment (lesson L14)', () => {
    const wire = sends(6, losesData(2));
    wire.at(1081, () => {
      expect(wire.client.connection.snapshot()).toMatchObject({
        phase: 'fastRecovery',
        ssthresh: 2500,
        cwnd: 2500,
        inFlight: 5000,
        duplicateAcks: 3,
      });
    });
    wire.run();
    expect(wire.ladderFrom(740)).toEqual([
      '750 S . 1:1 ack 1001',
      '790 S . 1:1 ack 1001 sack 2001-3001',
      '810 S . 1:1 ack 1001 sack 2001-4001',
      '830 S . 1:1 ack 1001 sack 2001-5001',
      '850 S . 1:1 ack 1001 sack 2001-6001',
      '1080 C . 1001:2001 ack 1',
      '1330 S . 1:1 ack 6001',
    ]);
    expect(resent(wire)).toEqual(['1080 1000 tripleDuplicateAck']);
    expect(
      wire.flights.map(({ segment }) => segment.reason).filter(({ kind }) => kind === 'duplicateAck'),
    ).toEqual([1, 2, 3, 4].map((count) => ({ kind: 'duplicateAck', count })));
    // The ACK arrives 1080 ms after the first segment.
    expect(wire.client.connection.snapshot()).toMatchObject({
      phase: 'congestionAvoidance',
      cwnd: 2500,
      ssthresh: 2500,
    });
  });

  it('does nothing on one or two duplicate ACKs: the timer has to help (lesson L14)', () => {
    const wire = sends(4, losesData(2)).run();
    expect(resent(wire)).toEqual(['2250 1000 retransmissionTimeout']);
  });

  it('resends nothing when three segments only change places (lesson L13)', () => {
    const wire = sends(3, {
      fate: ({ from, nth, segment }) =>
        from === 'C' && segment.payload.length > 0 && nth === 2 ? { extraMs: 60 } : undefined,
    }).run();
    expect(wire.ladderFrom(740)).toEqual([
      '750 S . 1:1 ack 1001',
      '790 S . 1:1 ack 1001 sack 2001-3001',
      '830 S . 1:1 ack 3001',
    ]);
    expect(resent(wire)).toEqual([]);
    expect(wire.flights.at(-1)!.segment.reason.kind).toBe('gapFilled');
    expect(wire.server.isIntact).toBe(true);
  });

  it('comes at the same moment without SACK; cwnd is inflated by the three that left (lesson L14)', () => {
    const wire = sends(6, { ...losesData(2), options: WITHOUT_SACK }).run(1081);
    expect(resent(wire)).toEqual(['1080 1000 tripleDuplicateAck']);
    expect(wire.client.connection.snapshot()).toMatchObject({ ssthresh: 2500, cwnd: 5500, inFlight: 5000 });
    wire.run();
    // Nothing is in flight when it ends, so cwnd is two segments (RFC 6582 §3.2).
    expect(wire.client.connection.snapshot()).toMatchObject({ phase: 'slowStart', cwnd: 2000 });
  });
});

describe('fast recovery without SACK (RFC 5681 §3.2, RFC 6582 §3.2)', () => {
  it('inflates cwnd by a segment for each further duplicate ACK and sends new data with it (step 4)', () => {
    const options = { ...WITHOUT_SACK, initialWindowSegments: 8 };
    const wire = new VirtualWire({ ...losesData(1), options }).open();
    wire.at(500, () => wire.client.write(20_000)).run(1100);
    // Eight in flight; limited transmit adds two; seven duplicate ACKs: 4000 + 3000 + 4 × 1000.
    expect(wire.client.connection.snapshot()).toMatchObject({
      ssthresh: 4000,
      cwnd: 11_000,
      inFlight: 11_000,
    });
    wire.run();
    expect(resent(wire)).toEqual(['1000 0 tripleDuplicateAck']);
    expect(wire.server.received.length).toBe(20_000);
  });

  it('resends the next hole on a partial ACK, a round trip each (RFC 6582 §3.2)', () => {
    const wire = new VirtualWire({ ...losesData(1, 3, 5), options: WITHOUT_SACK }).open();
    wire.at(500, () => wire.client.write(10_000)).run();
    expect(resent(wire)).toEqual([
      '1000 0 tripleDuplicateAck',
      '1500 2000 partialAck',
      '2000 4000 partialAck',
    ]);
    expect(wire.server.isIntact).toBe(true);
    expect(wire.server.received.length).toBe(10_000);
  });

  it('restarts the timer for the first partial ACK only (RFC 6582 §3.2)', () => {
    const wire = new VirtualWire({ ...losesData(1, 3, 5), options: WITHOUT_SACK }).open();
    wire.at(500, () => wire.client.write(10_000)).run(2100);
    expect(
      wire.client.timers.filter((line) => line.includes('retransmission set')).map(Number.parseFloat),
    ).toEqual([0, 500, 1500]);
  });

  it('sees no new loss in duplicate ACKs of what a timeout sent again (RFC 6582 §3.2 step 2)', () => {
    // The first segment is lost twice: once when three duplicate ACKs bring it back, then the timer expires.
    const wire = new VirtualWire({ ...losesData(1, 11, 12, 13), options: WITHOUT_SACK }).open();
    wire.at(500, () => wire.client.write(10_000)).run();
    expect(resent(wire).filter((line) => line.endsWith('tripleDuplicateAck')).length).toBe(1);
    expect(wire.server.isIntact).toBe(true);
    expect(wire.server.received.length).toBe(10_000);
  });
});

describe.each([true, false])('limited transmit (RFC 3042), SACK %s', (sackPermitted) => {
  it('sends a new segment on each of the first two duplicate ACKs, so that a third can come', () => {
    const options = { sackPermitted, initialWindowSegments: 3 };
    const wire = new VirtualWire({ ...losesData(1), options }).open();
    wire.at(500, () => wire.client.write(10_000)).run(1501);
    const reasons = wire.flights.filter(({ from, timeMs }) => from === 'C' && timeMs >= 1000);
    expect(
      reasons
        .map(({ timeMs, segment }) => `${timeMs} ${segment.streamOffset} ${segment.reason.kind}`)
        .slice(0, 3),
    ).toEqual(['1000 3000 limitedTransmit', '1000 4000 limitedTransmit', '1500 0 tripleDuplicateAck']);
    // What limited transmit added is not flight (RFC 5681 §3.2 step 2): 3000 / 2, but at least two segments.
    expect(wire.client.connection.snapshot().ssthresh).toBe(2000);
  });
});

describe('what counts as a duplicate ACK without SACK (RFC 5681 §2)', () => {
  it('not one that moves the window', () => {
    const wire = new VirtualWire({
      options: WITHOUT_SACK,
      fate: ({ timeMs }) => (timeMs >= 500 ? { isLost: true } : undefined),
    }).open();
    wire.at(500, () => wire.client.write(1000));
    for (let i = 0; i < 5; i += 1) {
      wire.at(600 + i, () => wire.inject('S', { sequence: 1, acknowledgment: 1, window: 500 + i }));
    }
    wire.run(700);
    expect(wire.client.connection.snapshot().duplicateAcks).toBe(0);
  });

  it('not one that carries data, nor one when nothing is outstanding', () => {
    const wire = new VirtualWire({
      options: WITHOUT_SACK,
      fate: ({ timeMs }) => (timeMs >= 500 ? { isLost: true } : undefined),
    }).open();
    wire.at(550, () => wire.inject('S', { sequence: 1, acknowledgment: 1, window: 511 }));
    wire.at(560, () => wire.inject('S', { sequence: 1, acknowledgment: 1, window: 511 }));
    wire.at(570, () => wire.client.write(1000));
    wire.at(580, () =>
      wire.inject('S', { sequence: 1, acknowledgment: 1, window: 511, payload: new Uint8Array(3) }),
    );
    wire.run(700);
    expect(wire.client.connection.snapshot().duplicateAcks).toBe(0);
  });
});
