import { describe, expect, it } from 'vitest';
import { VirtualWire, type WireSetup } from './virtualWire';

/** The client writes so many segments of 1000 bytes at 500 ms; the window lets them all out. */
function sendsAtOnce(count: number, setup: WireSetup = {}): VirtualWire {
  const wire = new VirtualWire(setup).open();
  return wire.at(500, () => wire.client.write(1000 * count));
}

/** Segments with data, counted as they leave, retransmissions among them. */
const losesData = (...nths: readonly number[]): WireSetup => ({
  fate: ({ from, nth, segment }) =>
    from === 'C' && segment.payload.length > 0 && nths.includes(nth) ? { isLost: true } : undefined,
});

/** What the client sent from `fromMs` on: time, offset in the stream, why. */
const sent = (wire: VirtualWire, fromMs = 1000): string[] =>
  wire.flights
    .filter(({ from, timeMs, segment }) => from === 'C' && timeMs >= fromMs && segment.streamOffset >= 0)
    .map(({ timeMs, segment }) => `${timeMs} ${segment.streamOffset} ${segment.reason.kind}`);

const state = (wire: VirtualWire) => wire.client.connection.snapshot();

/** An ACK from the server that it did not send; sequence numbers relative to the ISNs. */
function report(wire: VirtualWire, acknowledgment: number, ...blocks: [left: number, right: number][]): void {
  const absolute = blocks.map(([left, right]) => ({ left: left + 100, right: right + 100 }));
  wire.inject('S', {
    sequence: 1,
    acknowledgment,
    window: 511,
    options: [{ kind: 'sack', blocks: absolute }],
  });
}

describe('entering recovery (RFC 6675 §5)', () => {
  it('repairs many holes of a window in one round trip', () => {
    const wire = sendsAtOnce(10, losesData(1, 3, 5)).run();
    expect(sent(wire)).toEqual(['1000 0 tripleDuplicateAck', '1000 2000 sackHole', '1000 4000 sackHole']);
    expect(wire.ladder.at(-1)).toBe('1250 S . 1:1 ack 10001');
    expect(wire.server.isIntact).toBe(true);
  });

  it('halves what was in flight, and cwnd then stays until the end', () => {
    const wire = sendsAtOnce(10, losesData(1, 3)).run(1001);
    const halved = { ssthresh: 5000, cwnd: 5000 };
    expect(state(wire)).toMatchObject({ phase: 'fastRecovery', duplicateAcks: 8, ...halved });
    wire.run();
    expect(state(wire)).toMatchObject({ phase: 'congestionAvoidance', ...halved });
  });

  it('needs no third ACK when one tells of three segments, as when ACKs are lost (step 2)', () => {
    const wire = sendsAtOnce(5, {
      fate: ({ from, nth, timeMs }) => ({
        isLost: (from === 'C' && timeMs === 500 && nth === 1) || (from === 'S' && [2, 3, 5].includes(nth)),
      }),
    }).run(1001);
    expect(wire.ladderFrom(740).slice(0, 4)).toEqual([
      '750 S . 1:1 ack 1 sack 1001-2001 lost',
      '750 S . 1:1 ack 1 sack 1001-3001 lost',
      '750 S . 1:1 ack 1 sack 1001-4001',
      '750 S . 1:1 ack 1 sack 1001-5001 lost',
    ]);
    expect(sent(wire)).toEqual(['1000 0 sackHole']);
    expect(state(wire)).toMatchObject({ phase: 'fastRecovery', duplicateAcks: 1 });
  });

  it('counts small segments by ACKs, since their bytes do not reach two full ones (step 1)', () => {
    const wire = new VirtualWire(losesData(1)).open();
    for (let i = 0; i < 5; i += 1) wire.at(500 + i, () => wire.client.write(10));
    wire.run(1010);
    expect(sent(wire)).toEqual(['1003 0 tripleDuplicateAck']);
    // What was sent in small parts is sent again up to what the peer holds.
    expect(wire.flights.at(-1)!.segment.payload.length).toBe(10);
  });

  it.each([
    ['reports nothing new', [[2001, 3001]], 1],
    ['reports what was acknowledged (DSACK, RFC 2883)', [[1, 501]], 0],
    ['reports what was never sent', [[2001, 90_001]], 0],
  ] as const)('does not count an ACK that %s (§2)', (_, blocks, count) => {
    const wire = sendsAtOnce(5, { fate: ({ timeMs }) => ({ isLost: timeMs >= 500 }) });
    for (let i = 0; i < 4; i += 1)
      wire.at(600 + i, () => report(wire, 501, ...blocks.map(([a, b]) => [a, b] as [number, number])));
    expect(state(wire.run(700))).toMatchObject({ phase: 'slowStart', duplicateAcks: count });
  });

  it('counts an ACK that moves the window or carries data, if it reports something new (§2)', () => {
    const wire = sendsAtOnce(5, { fate: ({ timeMs }) => ({ isLost: timeMs >= 500 }) });
    for (let i = 0; i < 3; i += 1) {
      const options = [{ kind: 'sack', blocks: [{ left: 2101 + 10 * i, right: 2111 + 10 * i }] }] as const;
      const segment = { sequence: 1, acknowledgment: 1, window: 400 + i, options };
      wire.at(600 + i, () => wire.inject('S', { ...segment, payload: new Uint8Array(i) }));
    }
    wire.run(700);
    expect(sent(wire, 600)).toEqual(['602 0 tripleDuplicateAck']);
  });
});

describe('what goes next (RFC 6675 §4, NextSeg)', () => {
  it('sends new data only when no hole is left, and nothing while the pipe is full (rules 1 and 2)', () => {
    const options = { initialWindowSegments: 8 };
    const wire = sendsAtOnce(20, { ...losesData(1, 5), options }).run(1600);
    expect(sent(wire)).toEqual([
      '1000 8000 limitedTransmit',
      '1000 9000 limitedTransmit',
      '1000 0 tripleDuplicateAck',
      // Eight were in flight, so four may be: 8000 and 9000 are, with both resends.
      '1000 4000 sackHole',
      ...[10, 11, 12, 13].map((piece) => `1500 ${piece}000 newData`),
    ]);
  });

  it('takes a hole that is not surely lost when there is nothing else to send (rule 3)', () => {
    const wire = sendsAtOnce(10, losesData(1, 8)).run();
    expect(sent(wire)).toEqual(['1000 0 tripleDuplicateAck', '1000 7000 sackLikelyHole']);
  });

  it('sends the end once more when it hears nothing of it, with the FIN that rode on it (rule 4)', () => {
    const wire = sendsAtOnce(10, { ...losesData(1, 10), options: { initialWindowSegments: 8 } });
    wire.at(501, () => wire.client.close()).run(2000);
    expect(wire.ladder).toContain('1000 C F. 9001:10001 ack 1 lost');
    expect(sent(wire).slice(2)).toEqual(['1000 0 tripleDuplicateAck', '1500 9000 sackRescue']);
    expect(wire.ladder).toContain('1500 C F. 9001:10001 ack 1');
    expect(wire.server.received.length).toBe(10_000);
  });

  it('does not rescue a FIN alone: its text is there, and what is missing comes again anyway (rule 4)', () => {
    const wire = sendsAtOnce(10, { ...losesData(1, 3), options: { initialWindowSegments: 8 } });
    wire.at(501, () => wire.client.close()).run();
    expect(wire.ladder).toContain('1000 C F. 9001:10001 ack 1');
    expect(sent(wire).slice(2)).toEqual(['1000 0 tripleDuplicateAck', '1500 2000 sackHole']);
    expect(wire.ladderFrom(1500).filter((line) => line.includes('C F'))).toEqual([]);
  });

  it('rescues once in a recovery: a second loss of the end needs the timer', () => {
    const wire = sendsAtOnce(10, losesData(1, 10, 12)).run();
    expect(sent(wire)).toEqual([
      '1000 0 tripleDuplicateAck',
      '1500 9000 sackRescue',
      '3000 9000 retransmissionTimeout',
    ]);
  });
});

describe('a timeout (RFC 6675 §5.1)', () => {
  it('fills only the holes that are reported after it', () => {
    const wire = sendsAtOnce(4, losesData(1, 3)).run();
    expect(sent(wire)).toEqual(['2000 0 retransmissionTimeout', '2500 2000 resendAfterTimeout']);
    expect(wire.ladder.at(-1)).toBe('2750 S . 1:1 ack 4001');
  });

  it('ends a recovery; no new one begins before what was then in flight is acknowledged', () => {
    // The first and third segment are lost, and so is each when it comes again.
    const wire = sendsAtOnce(10, losesData(1, 3, 11, 12)).run(2001);
    expect(state(wire)).toMatchObject({ phase: 'timeoutRecovery', cwnd: 1000, ssthresh: 5000 });
    for (let i = 0; i < 4; i += 1) wire.at(2100 + i, () => report(wire, 1, [5001, 6001 + 1000 * i]));
    wire.run();
    expect(sent(wire)).toEqual([
      '1000 0 tripleDuplicateAck',
      '1000 2000 sackHole',
      '2000 0 retransmissionTimeout',
      '2500 2000 resendAfterTimeout',
    ]);
    expect(state(wire).phase).toBe('slowStart');
    expect(wire.server.received.length).toBe(10_000);
  });

  it('sends all again that the peer reported and then threw away (RFC 2018 §8)', () => {
    const wire = sendsAtOnce(5, { fate: ({ timeMs }) => ({ isLost: timeMs === 500 }) });
    // None of this arrived, or it was dropped after it did.
    for (const right of [2001, 3001, 5001]) wire.at(700, () => report(wire, 1, [1001, right]));
    wire.run();
    expect(sent(wire, 600)).toEqual([
      '700 0 tripleDuplicateAck',
      '2700 1000 retransmissionTimeout',
      '3200 2000 resendAfterTimeout',
      '3200 3000 resendAfterTimeout',
      '3700 4000 resendAfterTimeout',
    ]);
    expect(wire.server.isIntact && wire.server.received.length).toBe(5000);
  });
});

describe('SACK that one side does not offer (RFC 2018 §2)', () => {
  it('is not believed: NewReno repairs one hole a round trip', () => {
    const wire = sendsAtOnce(10, { ...losesData(1, 3), serverOptions: { sackPermitted: false } });
    wire.at(600, () => report(wire, 1, [1001, 9001])).run();
    expect(sent(wire)).toEqual(['1000 0 tripleDuplicateAck', '1500 2000 partialAck']);
  });
});
