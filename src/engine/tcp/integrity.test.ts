import { describe, expect, it } from 'vitest';
import { VirtualWire } from './virtualWire';

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
