import { describe, expect, it } from 'vitest';
import { FLAG } from '../../wire/tcp';
import { type Fate, type Flight, VirtualWire } from './virtualWire';

/** Runs that `tests/properties/tcp.test.ts` found to fail once, shrunk and told as stories. */
describe('a path that lives brings every byte', () => {
  it('where the window left is less than one unit of the scale (RFC 7323 §2.2)', () => {
    const options = { dialect: 'linux' } as const;
    const serverOptions = { windowScale: 2, receiveBufferBytes: 4 };
    const wire = new VirtualWire({ options, serverOptions }).open();
    wire.at(600, () => wire.client.write(1));
    wire.at(2000, () => wire.client.close());
    wire.run();
    // Three of four bytes are promised still: rounded down the window would be closed, though nobody could open it.
    expect(wire.client.notices.at(-1)).toMatch(/closed$/);
    expect(wire.server.received.length).toBe(1);
  });

  it('where both windows were closed and the probes of both ends were taken (RFC 9293 appendix A.2)', () => {
    // 24 bytes of the first window are left, less than the scale can say: the byte of a probe fits in all the same.
    const options = { windowScale: 10, receiveBufferBytes: 1500 };
    const wire = new VirtualWire({ options, oneWayMs: 30 }).open();
    const sides = [wire.client, wire.server];
    for (const side of sides) side.readsAtOnce = false;
    wire.at(100, () => sides.map((side) => side.write(3000)));
    wire.at(5000, () => {
      for (const side of sides) {
        side.readsAtOnce = true;
        side.read();
      }
    });
    wire.run();
    expect(sides.map(({ received }) => received.length)).toEqual([3000, 3000]);
  });

  it('where nothing was said for longer than half the timestamp clock takes (RFC 7323 §5.5)', () => {
    const wire = new VirtualWire({ options: { timestamps: true, dataGiveUpNs: 100_000_000_000 } }).open();
    wire.at(600, () => wire.client.write(1000));
    wire.at(25 * 86_400_000, () => wire.client.write(1000)).run();
    expect(wire.server.received.length).toBe(2000);
    expect(wire.client.hasFailed).toBe(false);
  });
});

describe('what a path or a stranger says', () => {
  it('does not go back behind the SYN for a smaller path (RFC 1191 §6.4)', () => {
    const wire = new VirtualWire().open();
    wire.at(300, () => wire.server.connection.pathMtuIs(wire.now, 576, undefined));
    wire.at(600, () => wire.server.write(1000)).run();
    expect(wire.client.received.length).toBe(1000);
  });

  it('makes a sender repeat what was too big, and say so: no timeout has been (RFC 1191 §6.4)', () => {
    const fate = ({ segment }: Flight): Fate => ({ isLost: segment.payload.length > 500 });
    const wire = new VirtualWire({ fate }).open();
    wire.at(600, () => wire.client.write(1000));
    wire.at(700, () => wire.client.connection.pathMtuIs(wire.now, 540, undefined)).run();
    const resent = wire.flights.find(({ segment }) => segment.isRetransmission)!;
    expect([resent.timeMs, resent.segment.reason.kind]).toEqual([700, 'packetTooBig']);
    expect(wire.server.received.length).toBe(1000);
  });

  it('is no RST in answer to a RST, even where none is heard (RFC 9293 §3.5.2)', () => {
    const wire = new VirtualWire({ serverOptions: { without: ['resetCheck'] } }).open();
    wire
      .at(300, () => wire.inject('C', { flags: FLAG.rst | FLAG.ack, sequence: 1, acknowledgment: 9 }))
      .run();
    expect(wire.server.connection.state).toBe('ESTABLISHED');
  });

  it('counts the time of a silent peer while the little that fits is sent again and again (R2)', () => {
    const options = { receiveBufferBytes: 1100, windowScale: null };
    const wire = new VirtualWire({ options, fate: ({ timeMs }) => ({ isLost: timeMs > 1000 }) }).open();
    wire.server.readsAtOnce = false;
    wire.at(500, () => wire.client.write(2000)).run(300_000);
    expect(wire.client.notices.at(-1)).toMatch(/gaveUp$/);
  });
});
