import { describe, expect, it } from 'vitest';
import { FLAG } from '../../wire/tcp';
import { VirtualWire, type WireSetup } from './virtualWire';

/** Connected since 500 ms (client) and 750 ms (server). */
const connected = (setup: WireSetup = {}): VirtualWire => new VirtualWire(setup).open();

describe('closing (RFC 9293 §3.6)', () => {
  it('takes four segments when the sides close one after the other (figure 12)', () => {
    const wire = connected();
    wire.server.closesAfterPeer = false;
    wire.at(1000, () => wire.client.close());
    wire.at(1100, () => expect(wire.client.connection.state).toBe('FIN-WAIT-1'));
    wire.at(1300, () => expect(wire.server.connection.state).toBe('CLOSE-WAIT'));
    wire.at(1600, () => expect(wire.client.connection.state).toBe('FIN-WAIT-2'));
    wire.at(2000, () => wire.server.close());
    wire.at(2100, () => expect(wire.server.connection.state).toBe('LAST-ACK'));
    wire.at(2300, () => expect(wire.client.connection.state).toBe('TIME-WAIT'));
    wire.run();
    expect(wire.ladderFrom(1000)).toEqual([
      '1000 C F. 1:1 ack 1',
      '1250 S . 1:1 ack 2',
      '2000 S F. 1:1 ack 2',
      '2250 C . 2:2 ack 2',
    ]);
    expect(wire.client.notices.slice(1)).toEqual(['2250 peerClosed', '242250 closed']);
    expect(wire.server.notices.slice(1)).toEqual(['1250 peerClosed', '2500 closed']);
  });

  it('takes three when the peer closes at once', () => {
    const wire = connected();
    wire.at(1000, () => wire.client.close()).run();
    expect(wire.ladderFrom(1000)).toEqual([
      '1000 C F. 1:1 ack 1',
      '1250 S F. 1:1 ack 2',
      '1500 C . 2:2 ack 2',
    ]);
  });

  it('goes through CLOSING when both close at once (figure 13)', () => {
    const wire = connected();
    wire.at(1000, () => wire.client.close());
    wire.at(1000, () => wire.server.close());
    wire.at(1300, () => expect(wire.client.connection.state).toBe('CLOSING'));
    wire.at(1600, () => expect(wire.server.connection.state).toBe('TIME-WAIT'));
    wire.run();
    expect(wire.ladderFrom(1000)).toEqual([
      '1000 C F. 1:1 ack 1',
      '1000 S F. 1:1 ack 1',
      '1250 S . 2:2 ack 2',
      '1250 C . 2:2 ack 2',
    ]);
    expect([wire.client.notices.at(-1), wire.server.notices.at(-1)]).toEqual([
      '241500 closed',
      '241500 closed',
    ]);
  });

  it('leaves the other direction open (half-close, §3.6 case 1)', () => {
    const wire = connected();
    wire.server.closesAfterPeer = false;
    wire.at(1000, () => wire.client.close());
    wire.at(1500, () => expect(wire.client.write(10)).toBe(0));
    wire.at(2000, () => wire.server.write(500));
    wire.at(2000, () => wire.server.close());
    wire.run();
    expect(wire.ladderFrom(2000)).toEqual([
      '2000 S . 1:501 ack 2',
      '2000 S F. 501:501 ack 2',
      '2250 C . 2:2 ack 501',
      '2250 C . 2:2 ack 502',
    ]);
    expect(wire.client.received.length).toBe(500);
  });

  it('waits with the FIN until the connection is open (§3.10.4)', () => {
    const wire = connected().at(300, () => wire.server.close());
    wire.run(760);
    expect(wire.ladderFrom(600)).toEqual(['750 S F. 1:1 ack 1']);
    expect(wire.server.connection.state).toBe('FIN-WAIT-1');
  });

  it('lets the FIN ride on the last bytes when they wait for the window', () => {
    const wire = connected({ options: { initialWindowSegments: 2 } });
    wire.at(1000, () => wire.client.write(2500));
    wire.at(1000, () => wire.client.close());
    wire.run();
    expect(wire.ladderFrom(1500)[0]).toBe('1500 C F. 2001:2501 ack 1');
    expect(wire.server.received.length).toBe(2500);
  });

  it('reads what came before the FIN even if the FIN came first', () => {
    const wire = connected({
      fate: ({ from, segment, nth }) =>
        from === 'C' && segment.payload.length > 0 && nth === 1 ? { extraMs: 100 } : undefined,
    });
    wire.at(1000, () => wire.client.write(700));
    wire.at(1010, () => wire.client.close());
    wire.run();
    expect(wire.server.notices.slice(1)).toEqual(['1350 readable', '1350 peerClosed', '1850 closed']);
    expect(wire.ladderFrom(1250).slice(0, 2)).toEqual(['1260 S . 1:1 ack 1', '1350 S F. 1:1 ack 702']);
  });
});

describe('TIME-WAIT (RFC 9293 §3.6.1)', () => {
  it('acknowledges a repeated FIN and waits anew', () => {
    const wire = connected({
      fate: ({ from, timeMs }) => (from === 'C' && timeMs === 1500 ? { isLost: true } : undefined),
    });
    wire.at(1000, () => wire.client.close()).run();
    expect(wire.ladderFrom(1000)).toEqual([
      '1000 C F. 1:1 ack 1',
      '1250 S F. 1:1 ack 2',
      '1500 C . 2:2 ack 2 lost',
      '2750 S F. 1:1 ack 2',
      '3000 C . 2:2 ack 2',
    ]);
    expect(wire.client.notices.at(-1)).toBe('243000 closed');
    expect(wire.server.notices.at(-1)).toBe('3250 closed');
  });

  it('sends a lost FIN again', () => {
    const wire = connected({
      fate: ({ timeMs }) => (timeMs === 1000 ? { isLost: true } : undefined),
    });
    wire.at(1000, () => wire.client.close()).run();
    expect(wire.ladderFrom(1000).slice(0, 2)).toEqual(['1000 C F. 1:1 ack 1 lost', '2500 C F. 1:1 ack 1']);
    expect(
      wire.flights.filter(({ flags }) => flags === 'F.').map(({ segment }) => segment.isRetransmission),
    ).toEqual([false, true, false]);
  });
});

describe('resets', () => {
  const reset = (sequence: number): Parameters<VirtualWire['inject']>[1] => ({ flags: FLAG.rst, sequence });

  it('end the connection when they carry exactly RCV.NXT (RFC 5961 §3.2)', () => {
    const wire = connected().at(1000, () => wire.inject('C', reset(1)));
    wire.run();
    expect(wire.server.notices.at(-1)).toBe('1000 connectionReset');
    expect(wire.server.connection.isDone).toBe(true);
  });

  it('are asked about when they are only inside the window', () => {
    const wire = connected().at(1000, () => wire.inject('C', reset(2)));
    wire.run();
    expect(wire.ladderFrom(1000)).toEqual(['1000 S . 1:1 ack 1']);
    expect(wire.flights.at(-1)!.segment.reason.kind).toBe('challengeReset');
    expect(wire.server.connection.state).toBe('ESTABLISHED');
  });

  it('are ignored outside the window', () => {
    const wire = connected().at(1000, () => wire.inject('C', reset(0)));
    wire.at(1001, () => wire.inject('C', reset(70_000)));
    wire.run();
    expect(wire.ladderFrom(1000)).toEqual([]);
    expect(wire.server.connection.state).toBe('ESTABLISHED');
  });

  it('are sent by abort and tell the peer (RFC 9293 §3.10.5)', () => {
    const wire = connected().at(1000, () => wire.client.connection.abort(wire.now));
    wire.run();
    expect(wire.ladderFrom(1000)).toEqual(['1000 C R 1:1']);
    expect(wire.server.notices.at(-1)).toBe('1250 connectionReset');
    expect(wire.client.connection.isDone).toBe(true);
  });

  it('are bad news for an app whose bytes were on the way, even when both sides are closing', () => {
    const wire = connected({ options: { initialWindowSegments: 1 } });
    wire.at(1000, () => wire.client.write(2000));
    wire.at(1000, () => wire.client.close());
    wire.at(1010, () => wire.inject('S', { flags: FLAG.fin | FLAG.ack, sequence: 1, acknowledgment: 1 }));
    wire.at(1020, () => expect(wire.client.connection.state).toBe('CLOSING'));
    wire.at(1020, () => wire.inject('S', { flags: FLAG.rst, sequence: 2 })).run();
    expect(wire.client.notices.at(-1)).toBe('1020 connectionReset');
  });

  it('answer who speaks to a connection that is gone (RFC 9293 §3.10.7.1)', () => {
    const wire = connected({ fate: ({ flags }) => (flags === 'R' ? { isLost: true } : undefined) });
    wire.at(1000, () => wire.server.connection.abort(wire.now));
    wire.at(2000, () => wire.client.write(10));
    wire.run(2200);
    expect(wire.ladderFrom(1000)).toEqual(['1000 S R 1:1 lost', '2000 C . 1:11 ack 1']);
    wire.run();
    expect(wire.ladderFrom(2250)[0]).toBe('2250 S R 1:1 lost');
  });
});

describe('segments that do not fit', () => {
  it('a SYN inside the window is asked about (RFC 5961 §4.2)', () => {
    const wire = connected().at(1000, () => wire.inject('C', { flags: FLAG.syn, sequence: 50 }));
    wire.run();
    expect(wire.flights.at(-1)!.segment.reason.kind).toBe('challengeSyn');
    expect(wire.server.connection.state).toBe('ESTABLISHED');
  });

  it('an ACK of what was never sent is answered and dropped (RFC 9293 §3.10.7.4 fifth)', () => {
    const wire = connected().at(1000, () => wire.inject('C', { sequence: 1, acknowledgment: 500 }));
    wire.run();
    expect(wire.ladderFrom(1000)).toEqual(['1000 S . 1:1 ack 1']);
  });

  it('an ACK older than any window is answered too (RFC 5961 §5.2)', () => {
    const wire = connected().at(1000, () => wire.inject('C', { sequence: 1, acknowledgment: -70_000 }));
    wire.run();
    expect(wire.flights.at(-1)!.segment.reason.kind).toBe('challengeAck');
  });

  it('a late one does not bring an old window back (SND.WL1)', () => {
    const wire = connected().at(1000, () =>
      wire.inject('S', { sequence: 101, acknowledgment: 1, window: 50, payload: new Uint8Array(10) }),
    );
    wire.at(1001, () =>
      wire.inject('S', { sequence: 1, acknowledgment: 1, window: 90, payload: new Uint8Array(10) }),
    );
    wire.run(1100);
    expect(wire.client.connection.snapshot().sendWindow).toBe(50 * 128);
  });

  it('old data is acknowledged again and not delivered again', () => {
    const wire = connected();
    wire.at(1000, () => wire.client.write(100));
    wire.at(2000, () => wire.inject('C', { sequence: 1, acknowledgment: 1, payload: new Uint8Array(100) }));
    wire.run();
    expect(wire.ladderFrom(2000)).toEqual(['2000 S . 1:1 ack 101']);
    expect(wire.server.received.length).toBe(100);
  });

  it('empty ones are answered ten times in five seconds at most (RFC 5961 §7)', () => {
    const wire = connected();
    for (let i = 0; i < 30; i += 1) {
      wire.at(1000 + i, () => wire.inject('C', { sequence: 70_000, acknowledgment: 1 }));
    }
    wire.at(6500, () => wire.inject('C', { sequence: 70_000, acknowledgment: 1 })).run();
    expect(wire.ladderFrom(1000).length).toBe(11);
  });

  it('without the timestamps agreed on are dropped in silence (RFC 7323 §3.2)', () => {
    const wire = connected({ options: { timestamps: true } });
    wire.at(1000, () => wire.inject('C', { sequence: 1, acknowledgment: 1, payload: new Uint8Array(10) }));
    wire.run();
    expect(wire.ladderFrom(1000)).toEqual([]);
    expect(wire.server.received).toEqual([]);
  });

  it('an older timestamp than the newest is not acceptable (RFC 7323 §5.3)', () => {
    const wire = connected({ options: { timestamps: true } });
    wire.at(1000, () => wire.client.write(100));
    wire.at(2000, () => {
      const options = [{ kind: 'timestamps', value: 0, echo: 0 } as const];
      const { header } = wire.flights.find(({ segment }) => segment.payload.length > 0)!.segment;
      const stamp = header.options.find(({ kind }) => kind === 'timestamps')!;
      const older = stamp.kind === 'timestamps' ? [{ ...stamp, value: (stamp.value - 1) >>> 0 }] : options;
      wire.inject('C', { sequence: 101, acknowledgment: 1, options: older, payload: new Uint8Array(10) });
    });
    wire.run();
    expect(wire.ladderFrom(2000)).toEqual(['2000 S . 1:1 ack 101']);
    expect(wire.server.received.length).toBe(100);
  });
});
