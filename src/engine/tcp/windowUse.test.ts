import { describe, expect, it } from 'vitest';
import type { TcpOptions } from '../../experiment/tcpOptions';
import { MS, VirtualWire } from './virtualWire';

/** A connection of 40 ms round trips with ten segments of 1000 bytes to begin with. */
function wireOf(options: Partial<TcpOptions>): VirtualWire {
  const wire = new VirtualWire({
    oneWayMs: 20,
    options: { growsOnlyWhenLimited: true, receiveBufferBytes: 1_000_000, windowScale: 8, ...options },
  });
  return wire.open();
}

function cwndAfter(wire: VirtualWire, ms: number): number {
  return wire.run(ms).client.connection.snapshot().cwnd / 1000;
}

describe('growth only while the window is used (RFC 9438 §5.8, RFC 7661 §4)', () => {
  it('does not grow in slow start for half a window', () => {
    const wire = wireOf({});
    wire.at(100, () => wire.client.write(5000));
    expect(cwndAfter(wire, 500)).toBe(10);
    expect(
      cwndAfter(
        wireOf({ growsOnlyWhenLimited: false }).at(100, () => {}),
        500,
      ),
    ).toBe(10);
    const free = wireOf({ growsOnlyWhenLimited: false });
    free.at(100, () => free.client.write(5000));
    expect(cwndAfter(free, 500)).toBe(15);
  });

  it('grows in slow start to twice what was out', () => {
    const wire = wireOf({});
    wire.at(100, () => wire.client.write(9000));
    expect(cwndAfter(wire, 500)).toBe(18);
  });

  it('grows as usual for a full window', () => {
    const wire = wireOf({});
    wire.at(100, () => wire.client.write(10_000));
    expect(cwndAfter(wire, 500)).toBe(20);
  });

  it('does not grow in congestion avoidance for less than a window, nor for what the peer holds back', () => {
    const lost = { oneWayMs: 20, options: { growsOnlyWhenLimited: true } };
    const wire = new VirtualWire({
      ...lost,
      fate: ({ from, nth, segment }) => ({ isLost: from === 'C' && segment.payload.length > 0 && nth === 1 }),
    }).open();
    wire.at(100, () => wire.client.write(10_000)).run(5000);
    const { cwnd, phase } = wire.client.connection.snapshot();
    expect(phase).toBe('congestionAvoidance');
    for (let ms = 5000; ms < 9000; ms += 100) wire.at(ms, () => wire.client.write(2000));
    wire.run(9500);
    expect(wire.client.connection.snapshot().cwnd).toBe(cwnd);
    expect(wire.now).toBeGreaterThan(8900 * MS);
  });
});
