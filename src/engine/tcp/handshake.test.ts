import { describe, expect, it } from 'vitest';
import { RFC_TCP } from '../../experiment/tcpPresets';
import { FLAG } from '../../wire/tcp';
import { findOption } from './arrival';
import { VirtualWire } from './virtualWire';

describe('three-way handshake (RFC 9293 §3.5)', () => {
  it('synchronises both ends with three segments (figure 6)', () => {
    const wire = new VirtualWire().open().run();
    expect(wire.ladder).toEqual(['0 C S 0:0', '250 S S. 0:0 ack 1', '500 C . 1:1 ack 1']);
    expect(wire.client.notices).toEqual(['500 connected']);
    expect(wire.server.notices).toEqual(['750 connected']);
    expect(wire.flights.map(({ segment }) => segment.reason.kind)).toEqual([
      'openActive',
      'answerSyn',
      'acknowledgeSyn',
    ]);
  });

  it('opens from both sides at once with two SYNs and two SYN-ACKs (figure 7)', () => {
    const wire = new VirtualWire().open();
    wire.at(0, () => wire.server.connection.openActive(wire.now)).run();
    expect(wire.ladder).toEqual(['0 C S 0:0', '0 S S 0:0', '250 S S. 0:0 ack 1', '250 C S. 0:0 ack 1']);
    expect([wire.client.connection.state, wire.server.connection.state]).toEqual([
      'ESTABLISHED',
      'ESTABLISHED',
    ]);
  });

  it('refuses what an old duplicate SYN started (figure 8)', () => {
    const wire = new VirtualWire({ fate: ({ timeMs }) => (timeMs === 100 ? { isLost: true } : undefined) });
    wire.at(0, () => wire.inject('C', { flags: FLAG.syn, sequence: -10 }));
    wire.at(100, () => wire.client.connection.openActive(wire.now));
    wire.run(600);
    expect(wire.ladder).toEqual([
      '0 S S. 0:0 ack 4294967287',
      '100 C S 0:0 lost',
      '250 C R 4294967287:4294967287',
    ]);
    expect(wire.client.connection.state).toBe('SYN-SENT');
    expect(wire.server.connection.isDone).toBe(true);
    expect(wire.server.notices).toEqual([]);
  });

  it('carries sequence numbers past 2^32', () => {
    const wire = new VirtualWire({ clientSequence: 0xffff_ffff, serverSequence: 0xffff_fc00 }).open();
    wire.at(500, () => wire.client.write(3000));
    wire.at(800, () => wire.server.write(2500));
    wire.at(3000, () => wire.client.close());
    wire.run();
    expect(wire.server.received.length).toBe(3000);
    expect(wire.client.received.length).toBe(2500);
    expect(wire.client.isIntact && wire.server.isIntact).toBe(true);
    expect(wire.client.notices.at(-1)).toMatch(/closed$/);
    const snapshot = wire.client.connection.snapshot();
    expect(snapshot.sendUnacked).toBe(3001);
    expect(snapshot.receiveNext).toBe((0xffff_fc00 + 2502) % 2 ** 32);
  });
});

describe('a handshake that loses segments', () => {
  it('sends the SYN again after 1, 3 and 7 seconds (RFC 6298 §2.1, §5.5)', () => {
    const wire = new VirtualWire({
      fate: ({ from, nth }) => (from === 'C' && nth <= 3 ? { isLost: true } : undefined),
    });
    wire.open().run();
    expect(wire.ladder).toEqual([
      '0 C S 0:0 lost',
      '1000 C S 0:0 lost',
      '3000 C S 0:0 lost',
      '7000 C S 0:0',
      '7250 S S. 0:0 ack 1',
      '7500 C . 1:1 ack 1',
    ]);
    expect(wire.flights.map(({ segment }) => segment.isRetransmission)).toEqual([
      false,
      true,
      true,
      true,
      false,
      false,
    ]);
    expect(wire.flights[2]!.segment.reason).toEqual({ kind: 'retransmissionTimeout', backoff: 2 });
  });

  it('sends the SYN-ACK again, and the repeated SYN changes nothing', () => {
    const wire = new VirtualWire({
      fate: ({ from, nth }) => (from === 'S' && nth === 1 ? { isLost: true } : undefined),
    });
    wire.open().run();
    expect(wire.ladder).toEqual([
      '0 C S 0:0',
      '250 S S. 0:0 ack 1 lost',
      '1000 C S 0:0',
      // The repeated SYN lies left of the window; the bare ACK that answers it means nothing in SYN-SENT.
      '1250 S . 1:1 ack 1',
      '1250 S S. 0:0 ack 1',
      '1500 C . 1:1 ack 1',
    ]);
    expect(wire.client.notices).toEqual(['1500 connected']);
    expect(wire.server.notices).toEqual(['1750 connected']);
  });

  it('needs no repetition when data stands in for a lost third segment', () => {
    const wire = new VirtualWire({
      fate: ({ from, flags, segment }) =>
        from === 'C' && flags === '.' && segment.payload.length === 0 ? { isLost: true } : undefined,
    });
    wire.open().at(600, () => wire.client.write(10));
    wire.run();
    expect(wire.ladderFrom(500)).toEqual([
      '500 C . 1:1 ack 1 lost',
      '600 C . 1:11 ack 1',
      '850 S . 1:1 ack 11',
    ]);
    expect(wire.server.notices).toEqual(['850 connected', '850 readable']);
  });

  it('starts data with an RTO of 3 s when the SYN timed out (RFC 6298 §5.7)', () => {
    const wire = new VirtualWire({
      fate: ({ from, nth }) => (from === 'C' && nth === 1 ? { isLost: true } : undefined),
    });
    wire.open().run(1600);
    const { rtoNs, smoothedRttNs, cwnd } = wire.client.connection.snapshot();
    expect(rtoNs).toBe(3_000_000_000);
    expect(smoothedRttNs).toBe(0);
    // One lost SYN is forgiven (RFC 6928 §2).
    expect(cwnd).toBe(10_000);
  });

  it('starts with one segment when more than one SYN was lost (RFC 6928 §2)', () => {
    const wire = new VirtualWire({
      fate: ({ from, nth }) => (from === 'C' && nth <= 2 ? { isLost: true } : undefined),
    });
    wire.open().run(4000);
    expect(wire.client.connection.snapshot().cwnd).toBe(1000);
  });

  it('gives up after 3 minutes and says so (RFC 9293 §3.8.3)', () => {
    const wire = new VirtualWire({ fate: () => ({ isLost: true }) }).open().run();
    const seconds = wire.flights.map(({ timeMs }) => timeMs / 1000);
    expect(seconds).toEqual([0, 1, 3, 7, 15, 31, 63, 123]);
    expect(wire.client.notices).toEqual(['7000 deliveryProblem', '180000 gaveUp']);
    expect(wire.client.connection.isDone).toBe(true);
  });
});

describe('a connection that is refused', () => {
  it('tells the app when a RST answers the SYN (RFC 9293 §3.10.7.3)', () => {
    const wire = new VirtualWire();
    wire.server.connection.abort(0);
    wire.open().run();
    expect(wire.ladder).toEqual(['0 C S 0:0', '250 S R. 4294966996:4294966996 ack 1']);
    expect(wire.client.notices).toEqual(['500 connectionRefused']);
  });

  it('believes no RST that does not know its SYN', () => {
    const wire = new VirtualWire({ fate: () => ({ isLost: true }) }).open();
    wire.at(10, () => wire.inject('S', { flags: FLAG.rst, sequence: 0 }));
    wire.at(20, () => wire.inject('S', { flags: FLAG.rst | FLAG.ack, acknowledgment: 5 }));
    wire.run(500);
    expect(wire.client.connection.state).toBe('SYN-SENT');
  });

  it('takes an ICMP hard error for a refusal, a soft one for news (RFC 9293 §3.9.2.2)', () => {
    const wire = new VirtualWire({ fate: () => ({ isLost: true }) }).open();
    wire.at(10, () => wire.client.connection.softError(wire.now));
    wire.at(20, () => wire.client.connection.hardError(wire.now));
    wire.run();
    expect(wire.client.notices).toEqual(['10 hostUnreachable', '20 connectionRefused']);
  });

  it('does not let ICMP end an open connection (RFC 5927 §5.2)', () => {
    const wire = new VirtualWire().open().at(1000, () => wire.client.connection.hardError(wire.now));
    wire.run();
    expect(wire.client.connection.state).toBe('ESTABLISHED');
  });
});

describe('options of the SYN', () => {
  const kinds = (wire: VirtualWire, flight: number): string =>
    wire.flights[flight]!.segment.header.options.map(({ kind }) => kind).join(' ');

  it('offers what the experiment says, aligned (RFC 7323 appendix A)', () => {
    const wire = new VirtualWire({ options: RFC_TCP }).open().run();
    expect(kinds(wire, 0)).toBe('maxSegmentSize sackPermitted timestamps nop windowScale');
    expect(kinds(wire, 1)).toBe('maxSegmentSize sackPermitted timestamps nop windowScale');
    expect(kinds(wire, 2)).toBe('nop nop timestamps');
  });

  it('answers only what was offered, and uses it only then (RFC 7323 §1.3, RFC 2018 §2)', () => {
    const wire = new VirtualWire({
      options: { timestamps: false, sackPermitted: false, windowScale: null },
      serverOptions: { timestamps: true, sackPermitted: true, windowScale: 7 },
    });
    wire.open().run();
    expect(kinds(wire, 0)).toBe('maxSegmentSize');
    expect(kinds(wire, 1)).toBe('maxSegmentSize');
    expect(kinds(wire, 2)).toBe('');
    // Without a scale the field is the window.
    expect(wire.flights[2]!.segment.header.window).toBe(65_535);
  });

  it('says an MSS of 12 bytes more with timestamps, so that full segments carry the effective MSS (RFC 9293 §3.7.1)', () => {
    const wire = new VirtualWire({ options: RFC_TCP, maxSegmentBytes: 16 }).open();
    wire.at(500, () => wire.client.write(32)).run(1000);
    expect(findOption(wire.flights[0]!.segment.header.options, 'maxSegmentSize')?.bytes).toBe(28);
    expect(wire.ladderFrom(500).slice(1, 3)).toEqual(['500 C . 1:17 ack 1', '500 C . 17:33 ack 1']);
  });

  it('never sends more than the peer takes (RFC 9293 §3.7.1)', () => {
    const wire = new VirtualWire();
    wire.at(0, () => wire.server.connection.openActive(wire.now));
    wire.at(100, () => {
      const options = [{ kind: 'maxSegmentSize', bytes: 300 } as const];
      wire.inject('C', { flags: FLAG.syn | FLAG.ack, acknowledgment: 1, options });
    });
    wire.at(200, () => wire.server.write(500)).run(240);
    expect(wire.ladderFrom(200)).toEqual(['200 S . 1:301 ack 1', '200 S . 301:501 ack 1']);
  });

  it('takes the timestamps off what the peer takes', () => {
    const wire = new VirtualWire({ options: { timestamps: true } }).open();
    const ours = (): number => findOption(wire.flights[0]!.segment.header.options, 'timestamps')!.value;
    wire.at(100, () => {
      const options = [
        { kind: 'maxSegmentSize', bytes: 300 },
        { kind: 'timestamps', value: 9, echo: ours() },
      ] as const;
      wire.inject('S', { flags: FLAG.syn | FLAG.ack, acknowledgment: 1, options });
    });
    wire.at(200, () => wire.client.write(500)).run(240);
    expect(wire.ladderFrom(200)).toEqual(['200 C . 1:289 ack 1', '200 C . 289:501 ack 1']);
  });

  it('scales every window but that of the SYN (RFC 7323 §2.2)', () => {
    // What the SYN can say is rounded alike, so that the first ACK of data does not look like a window update.
    const wire = new VirtualWire({ options: { windowScale: 3, receiveBufferBytes: 400_000 } }).open().run();
    expect(wire.flights.map(({ segment }) => segment.header.window)).toEqual([65_528, 65_528, 50_000]);
    expect(wire.server.connection.snapshot().sendWindow).toBe(400_000);
  });
});
