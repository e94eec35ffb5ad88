import { describe, expect, it } from 'vitest';
import { FLAG } from '../../wire/tcp';
import { findOption } from './arrival';
import { byteAt, VirtualWire, type WireSetup } from './virtualWire';

const DELAYED: WireSetup = { options: { delayedAckNs: 200_000_000 } };
const acksFromServer = (wire: VirtualWire): string[] =>
  wire.flights
    .filter(({ from, timeMs }) => from === 'S' && timeMs > 500)
    .map(({ timeMs, segment }) => `${timeMs} ${segment.reason.kind}`);

/** Segment number `k` (from 0) of 100 bytes arrives at the server. */
function arrive(wire: VirtualWire, k: number): void {
  const payload = Uint8Array.from({ length: 100 }, (_, i) => byteAt(100 * k + i));
  wire.inject('C', { sequence: 1 + 100 * k, acknowledgment: 1, payload });
}

function permutations(of: readonly number[]): number[][] {
  if (of.length === 0) return [[]];
  return of.flatMap((first) =>
    permutations(of.filter((other) => other !== first)).map((rest) => [first, ...rest]),
  );
}

describe('delayed acknowledgment (RFC 9293 §3.8.6.3, RFC 5681 §4.2)', () => {
  it('waits for the timer after a single segment', () => {
    const wire = new VirtualWire(DELAYED).open();
    wire.at(500, () => wire.client.write(1000)).run();
    expect(acksFromServer(wire)).toEqual(['950 delayedAckExpired']);
  });

  it('goes out at once for every second full segment', () => {
    const wire = new VirtualWire(DELAYED).open();
    wire.at(500, () => wire.client.write(5000)).run();
    expect(acksFromServer(wire)).toEqual(['750 acknowledge', '750 acknowledge', '950 delayedAckExpired']);
  });

  it('does not count small segments', () => {
    const wire = new VirtualWire(DELAYED).open();
    for (let i = 0; i < 3; i += 1) wire.at(500 + 10 * i, () => wire.client.write(100));
    expect(acksFromServer(wire.run())).toEqual(['950 delayedAckExpired']);
  });

  it('goes out at once when something is missing, and when the gap is filled', () => {
    const wire = new VirtualWire({
      ...DELAYED,
      fate: ({ from, nth, segment }) =>
        from === 'C' && segment.payload.length > 0 && nth === 1 ? { extraMs: 50 } : undefined,
    }).open();
    wire.at(500, () => wire.client.write(1500)).run();
    expect(acksFromServer(wire)).toEqual(['750 duplicateAck', '800 gapFilled']);
  });

  it('rides on the answer if the app has one', () => {
    const wire = new VirtualWire(DELAYED).open();
    wire.server.onNotice = (kind) => {
      if (kind === 'readable') wire.server.write(20);
    };
    wire.at(500, () => wire.client.write(100)).run();
    expect(wire.ladderFrom(501)).toEqual(['750 S . 1:21 ack 101', '1200 C . 101:101 ack 21']);
  });

  it('says by itself that the app has read', () => {
    const wire = new VirtualWire({ options: { receiveBufferBytes: 1500, windowScale: null } }).open();
    wire.at(500, () => wire.client.write(1000)).run();
    expect(acksFromServer(wire)).toEqual(['750 acknowledge']);
    expect(wire.flights.at(-1)!.segment.header.window).toBe(1500);
  });

  it('echoes the timestamp of the first segment it covers (RFC 7323 §4.3)', () => {
    const wire = new VirtualWire({ options: { ...DELAYED.options, timestamps: true } }).open();
    wire.at(500, () => wire.client.write(1000));
    wire.at(520, () => wire.client.write(1000)).run();
    const stamps = wire.flights.map(({ segment }) => findOption(segment.header.options, 'timestamps')!);
    expect(wire.ladder.slice(3)).toEqual([
      '500 C . 1:1001 ack 1',
      '520 C . 1001:2001 ack 1',
      '770 S . 1:1 ack 2001',
    ]);
    expect(stamps[5]!.echo).toBe(stamps[3]!.value);
    // So the sender measures its own waiting for the ACK too: 520 ms.
    expect(wire.client.connection.snapshot().smoothedRttNs).toBe(502_500_000);
  });

  it('goes out at once for each segment when the delay is 0', () => {
    const wire = new VirtualWire().open();
    wire.at(500, () => wire.client.write(3000)).run();
    expect(acksFromServer(wire)).toEqual(['750 acknowledge', '750 acknowledge', '750 acknowledge']);
  });
});

describe('reassembly (RFC 9293 §3.10.7.4 seventh)', () => {
  it.each(permutations([0, 1, 2, 3]).map((order) => ({ order })))(
    'of segments that arrive as $order',
    ({ order }) => {
      const wire = new VirtualWire().open().run();
      const arrived = new Set<number>();
      for (const k of order) {
        arrive(wire, k);
        arrived.add(k);
        let inOrder = 0;
        while (arrived.has(inOrder)) inOrder += 1;
        expect(wire.server.received.length).toBe(100 * inOrder);
        expect(wire.ladder.at(-1)).toContain(`ack ${1 + 100 * inOrder}`);
      }
      expect(wire.server.isIntact).toBe(true);
    },
  );

  it('trims what overlaps', () => {
    const wire = new VirtualWire().open().run();
    const slice = (start: number, end: number): Uint8Array =>
      Uint8Array.from({ length: end - start }, (_, i) => byteAt(start + i));
    for (const [start, end] of [
      [50, 150],
      [120, 260],
      [0, 60],
      [40, 300],
      [10, 20],
    ] as const) {
      wire.inject('C', { sequence: 1 + start, acknowledgment: 1, payload: slice(start, end) });
    }
    expect(wire.server.received.length).toBe(300);
    expect(wire.server.isIntact).toBe(true);
  });

  it('takes urgent text for ordinary text (RFC 9293 §3.8.5)', () => {
    const wire = new VirtualWire().open().run();
    const payload = Uint8Array.from({ length: 20 }, (_, i) => byteAt(i));
    wire.inject('C', {
      sequence: 1,
      acknowledgment: 1,
      payload,
      flags: FLAG.ack | FLAG.urg,
      urgentPointer: 7,
    });
    expect(wire.server.received.length).toBe(20);
    expect(wire.server.isIntact).toBe(true);
  });

  it('takes nothing beyond the window', () => {
    const wire = new VirtualWire({ options: { receiveBufferBytes: 150, windowScale: null } }).open().run();
    wire.server.readsAtOnce = false;
    arrive(wire, 0);
    arrive(wire, 1);
    wire.server.read();
    expect(wire.server.received.length).toBe(150);
  });
});

describe('SACK blocks (RFC 2018 §4)', () => {
  const ackAfter = (order: readonly number[], timestamps: boolean): string => {
    const wire = new VirtualWire({ options: { timestamps } }).open().run();
    const options = timestamps ? wire.flights[2]!.segment.header.options : [];
    for (const k of order) {
      wire.inject('C', { sequence: 1 + 100 * k, acknowledgment: 1, payload: new Uint8Array(100), options });
    }
    return wire.ladder.at(-1)!.replace(/^.*(?=sack)/, '');
  };

  it('report the block that just grew first', () => {
    expect(ackAfter([2, 4, 6, 3], false)).toBe('sack 201-501 601-701');
    expect(ackAfter([2, 4, 6], false)).toBe('sack 601-701 401-501 201-301');
    expect(ackAfter([4, 6, 2, 5], false)).toBe('sack 401-701 201-301');
  });

  it('are at most four, three beside timestamps', () => {
    expect(ackAfter([2, 4, 6, 8, 10], false)).toBe('sack 1001-1101 801-901 601-701 401-501');
    expect(ackAfter([2, 4, 6, 8, 10], true)).toBe('sack 1001-1101 801-901 601-701');
  });

  it('ride on data that leaves room for them, and leave a full segment full', () => {
    const wire = new VirtualWire().open().run();
    arrive(wire, 2);
    wire.server.write(10);
    wire.server.write(1000);
    expect(wire.ladder.slice(-3)).toEqual([
      '750 S . 1:11 ack 1 sack 201-301',
      '750 S . 11:1001 ack 1',
      '750 S . 1001:1011 ack 1 sack 201-301',
    ]);
  });

  it('are not sent unless both sides agreed on them', () => {
    const wire = new VirtualWire({ options: { sackPermitted: false } }).open().run();
    arrive(wire, 2);
    expect(wire.ladder.at(-1)).toBe('750 S . 1:1 ack 1');
  });
});
