import { describe, expect, it } from 'vitest';
import { FLAG } from '../../wire/tcp';
import { VirtualWire, type WireSetup } from './virtualWire';

/** A server with a small buffer whose app does not read by itself. */
function stalled(receiveBufferBytes: number, setup: WireSetup = {}): VirtualWire {
  const options = { receiveBufferBytes, windowScale: null, ...setup.options };
  const wire = new VirtualWire({ ...setup, options }).open();
  wire.server.readsAtOnce = false;
  return wire;
}

const reasons = (wire: VirtualWire, from: 'C' | 'S'): string[] =>
  wire.flights
    .filter((flight) => flight.from === from && flight.timeMs >= 1000)
    .map(({ timeMs, segment }) => `${timeMs} ${segment.reason.kind} ${segment.payload.length}`);

describe('the receive window (RFC 9293 §3.8.6)', () => {
  it('closes as the buffer fills and stops the sender', () => {
    const wire = stalled(4000);
    wire.at(500, () => wire.client.write(8000)).run(1900);
    const windows = wire.flights
      .filter(({ from }) => from === 'S')
      .map(({ segment }) => segment.header.window);
    expect(windows).toEqual([4000, 3000, 2000, 1000, 0]);
    const { sendWindow, unsentBytes, inFlight } = wire.client.connection.snapshot();
    expect({ sendWindow, unsentBytes, inFlight }).toEqual({ sendWindow: 0, unsentBytes: 4000, inFlight: 0 });
  });

  it('keeps no RST out, even one with text (§3.5.3)', () => {
    const wire = stalled(4000);
    wire.at(500, () => wire.client.write(4000));
    const reset = { flags: FLAG.rst, sequence: 4001, payload: Uint8Array.of(1) };
    wire.at(1900, () => wire.inject('C', reset)).run(1900);
    expect(wire.server.notices.at(-1)).toBe('1900 connectionReset');
  });

  it('is asked for again when the news that it opened is lost (§3.8.6.1)', () => {
    const wire = stalled(4000, {
      fate: ({ segment }) => (segment.reason.kind === 'windowUpdate' ? { isLost: true } : undefined),
    });
    wire.at(500, () => wire.client.write(8000));
    wire.at(3500, () => wire.server.read());
    wire.at(6000, () => {
      wire.server.readsAtOnce = true;
      wire.server.read();
    });
    wire.run();
    expect(reasons(wire, 'C').slice(0, 6)).toEqual([
      '2000 windowProbe 1',
      // The second probe waits twice as long; the byte it carries is taken.
      '4000 windowProbe 1',
      '4500 newData 999',
      '4500 newData 1000',
      '4500 newData 1000',
      '4500 newData 1000',
    ]);
    expect(reasons(wire, 'S').slice(0, 3)).toEqual([
      '2250 unacceptableSegment 0',
      '3500 windowUpdate 0',
      '4250 acknowledge 0',
    ]);
    expect(wire.server.received.length).toBe(8000);
    expect(wire.server.isIntact).toBe(true);
  });

  it('stays closed for ever if the peer says so, but not if it is silent (§3.8.6.1, R2)', () => {
    const patient = stalled(4000);
    patient.at(500, () => patient.client.write(8000)).run(3_600_000);
    expect(patient.client.connection.state).toBe('ESTABLISHED');
    const probes = patient.flights.filter(({ segment }) => segment.reason.kind === 'windowProbe');
    expect(probes.length).toBeGreaterThan(50);
    expect(probes.map(({ segment }) => segment.isRetransmission).slice(0, 2)).toEqual([false, true]);
    const forsaken = stalled(4000, { fate: ({ timeMs }) => (timeMs > 1000 ? { isLost: true } : undefined) });
    forsaken.at(500, () => forsaken.client.write(8000)).run();
    expect(forsaken.client.notices.at(-1)).toBe('101000 gaveUp');
  });

  it('sends a FIN for a probe when no byte is left', () => {
    const wire = stalled(4000);
    wire.at(500, () => wire.client.write(4000));
    wire.at(1100, () => wire.client.close());
    wire.at(3000, () => wire.server.read());
    wire.run();
    expect(reasons(wire, 'C').slice(0, 2)).toEqual(['2100 windowProbe 0', '3250 appClosed 0']);
    expect(wire.server.notices.at(-1)).toMatch(/ closed$/);
  });
});

describe('a FIN that went out as a probe', () => {
  it('is the FIN once it is taken, and no timer stays behind', () => {
    const wire = stalled(4000, {
      fate: ({ segment }) => (segment.reason.kind === 'windowUpdate' ? { isLost: true } : undefined),
    });
    wire.server.closesAfterPeer = false;
    wire.at(500, () => wire.client.write(4000));
    wire.at(1100, () => wire.client.close());
    wire.at(2200, () => wire.server.read());
    wire.run();
    expect(wire.ladderFrom(2000)).toEqual([
      '2100 C F. 4001:4001 ack 1',
      '2200 S . 1:1 ack 4001 lost',
      '2350 S . 1:1 ack 4002',
    ]);
    expect(wire.client.connection.state).toBe('FIN-WAIT-2');
    expect(wire.client.connection.wakeAt()).toBe(Infinity);
  });
});

describe('silly windows (RFC 9293 §3.8.6.2)', () => {
  it('a small rest of the window is used only after a while', () => {
    const wire = stalled(1500);
    wire.at(500, () => wire.client.write(2000)).run(2500);
    expect(reasons(wire, 'C')).toEqual(['2250 sillyWindowOverride 500']);
  });

  it('a window smaller than a segment is used if it is half of what there ever was', () => {
    const wire = stalled(600);
    wire.at(500, () => wire.client.write(1000)).run(700);
    expect(wire.ladderFrom(501)).toEqual([]);
    expect(wire.ladder.at(-1)).toBe('500 C . 1:601 ack 1');
  });

  it('a window is not announced again before it has grown by a segment', () => {
    const wire = new VirtualWire({ options: { receiveBufferBytes: 4000, windowScale: null } }).open();
    for (let i = 0; i < 4; i += 1) wire.at(500 + 10 * i, () => wire.client.write(300));
    wire.run();
    const windows = wire.flights
      .filter(({ from }) => from === 'S')
      .map(({ segment }) => segment.header.window);
    expect(windows).toEqual([4000, 3700, 3400, 3100, 4000, 3800]);
  });
});

describe("Nagle's algorithm (RFC 9293 §3.7.4)", () => {
  const types = (nagle: boolean): string[] => {
    const wire = new VirtualWire({ options: { nagle } }).open();
    for (let i = 0; i < 3; i += 1) wire.at(500 + 20 * i, () => wire.client.write(10));
    return wire
      .run()
      .flights.filter(({ segment }) => segment.payload.length > 0)
      .map(({ timeMs, segment }) => `${timeMs} ${segment.payload.length}`);
  };

  it('lets small segments wait while something is unacknowledged', () => {
    expect(types(true)).toEqual(['500 10', '1000 20']);
  });

  it('can be turned off', () => {
    expect(types(false)).toEqual(['500 10', '520 10', '540 10']);
  });

  it('waits for nothing that cannot come: a FIN takes the rest along', () => {
    const wire = new VirtualWire({ options: { nagle: true } }).open();
    wire.at(500, () => wire.client.write(10));
    wire.at(510, () => wire.client.write(5));
    wire.at(520, () => wire.client.close()).run(530);
    expect(wire.ladder.slice(-2)).toEqual(['500 C . 1:11 ack 1', '520 C F. 11:16 ack 1']);
  });

  it('keeps no full segment waiting', () => {
    const wire = new VirtualWire({ options: { nagle: true } }).open();
    wire.at(500, () => wire.client.write(2500)).run(999);
    expect(wire.ladderFrom(500).slice(1, 4)).toEqual([
      '500 C . 1:1001 ack 1',
      '500 C . 1001:2001 ack 1',
      '750 S . 1:1 ack 1001',
    ]);
  });
});

describe('bare ACKs of a sender that cannot send', () => {
  it('stay where the peer can take them while a probe is out', () => {
    const wire = stalled(4000).at(500, () => wire.client.write(5000));
    wire.at(3000, () => wire.server.write(100));
    wire.run(3300);
    // The probe's byte 4001 was refused: an ACK behind it would be outside the closed window.
    expect(wire.ladder.at(-1)).toBe('3250 C . 4001:4001 ack 101');
    expect(wire.server.connection.snapshot().sendUnacked).toBe(301);
  });

  it('follow all that was sent even when a timeout has gone back', () => {
    const wire = new VirtualWire({
      fate: ({ from, timeMs, segment }) =>
        from === 'C' && timeMs >= 500 && segment.payload.length > 0 ? { isLost: true } : undefined,
    }).open();
    wire.at(500, () => wire.client.write(4000));
    wire.at(2000, () => wire.server.write(100)).run(2300);
    expect(wire.ladder.at(-1)).toBe('2250 C . 4001:4001 ack 101');
  });

  it('are believed even when their text finds no room (RFC 9293 §3.10.7.4 first)', () => {
    const wire = new VirtualWire({ options: { receiveBufferBytes: 100, windowScale: null } }).open();
    wire.client.readsAtOnce = false;
    wire.at(800, () => wire.server.write(100));
    wire.at(1200, () => wire.inject('S', { sequence: 101, acknowledgment: 1, window: 4000 }));
    wire.at(1300, () => wire.client.write(50));
    wire.at(1400, () => wire.inject('S', { sequence: 101, acknowledgment: 51, payload: Uint8Array.of(1) }));
    wire.run(1450);
    expect(wire.client.connection.snapshot()).toMatchObject({ sendUnacked: 151, receiveWindow: 0 });
  });
});

describe('where the stream is cut', () => {
  it('at multiples of the segment size, on retransmission too', () => {
    const wire = new VirtualWire({
      maxSegmentBytes: 3,
      fate: ({ timeMs, segment }) =>
        timeMs < 1000 && segment.payload.length > 0 ? { isLost: true } : undefined,
    }).open();
    wire.at(500, () => wire.client.write(11)).run();
    const pieces = wire.flights
      .filter(({ segment }) => segment.payload.length > 0)
      .map(({ segment }) => `${segment.streamOffset}+${segment.payload.length}`);
    expect(pieces).toEqual(['0+3', '3+3', '6+3', '9+2', '0+3', '3+3', '6+3', '9+2']);
    expect(wire.server.isIntact).toBe(true);
  });

  it('down to single bytes', () => {
    const wire = new VirtualWire({ maxSegmentBytes: 1 }).open();
    wire.at(500, () => wire.client.write(30)).run();
    const lengths = wire.flights
      .filter(({ segment }) => segment.payload.length > 0)
      .map(({ segment }) => segment.payload.length);
    expect(lengths).toEqual(Array.from({ length: 30 }, () => 1));
    // Ten segments are the initial window however small they are (RFC 6928 §2).
    expect(
      wire.flights.filter(({ timeMs, segment }) => timeMs === 500 && segment.payload.length > 0).length,
    ).toBe(10);
  });
});

describe('a full send buffer', () => {
  it('takes what fits and says when there is room again', () => {
    const wire = new VirtualWire({ options: { sendBufferBytes: 2500 } }).open();
    wire.at(500, () => expect(wire.client.write(4000)).toBe(2500));
    wire.run();
    expect(wire.client.notices).toEqual(['500 connected', '1000 writable']);
    expect(wire.server.received.length).toBe(2500);
  });
});
