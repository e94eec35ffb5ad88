import { describe, expect, it } from 'vitest';
import type { TcpOptions } from '../../experiment/tcpOptions';
import { LINUX_TCP } from '../../experiment/tcpPresets';
import { VirtualWire } from './virtualWire';

/** The first segments of a connection between two Linux ends. */
function handshake(over: Partial<TcpOptions> = {}): VirtualWire {
  const maxSegmentBytes = over.timestamps === false ? 1460 : 1448;
  return new VirtualWire({ maxSegmentBytes, oneWayMs: 25, options: { ...LINUX_TCP, ...over } })
    .open()
    .run(60);
}

describe('the linux preset (Linux 6.18)', () => {
  it('opens with its options and windows', () => {
    const [syn, synAck, ack] = handshake().flights.map(({ segment }) => segment.header);
    expect(syn!.options.map(({ kind }) => kind)).toEqual([
      'maxSegmentSize',
      'sackPermitted',
      'timestamps',
      'nop',
      'windowScale',
    ]);
    expect(syn!.options).toContainEqual({ kind: 'maxSegmentSize', bytes: 1460 });
    expect(syn!.options).toContainEqual({ kind: 'windowScale', shift: 10 });
    expect(syn!.window).toBe(64_240);
    expect(synAck!.window).toBe(65_160);
    expect(ack!.window).toBe(63);
  });

  it('opens with 64 240 from both sides without timestamps', () => {
    const windows = handshake({ timestamps: false }).flights.map(({ segment }) => segment.header.window);
    expect(windows.slice(0, 2)).toEqual([64_240, 64_240]);
  });

  it('begins with ten segments, five if the peer’s window holds no more', () => {
    for (const [receiveBufferBytes, segments] of [
      [65_536, 10],
      [7240, 5],
    ] as const) {
      const wire = new VirtualWire({
        maxSegmentBytes: 1448,
        oneWayMs: 25,
        options: LINUX_TCP,
        serverOptions: { receiveBufferBytes, windowScale: 0 },
      }).open();
      wire.at(50, () => wire.client.write(100_000)).run(60);
      expect(wire.flights.filter(({ segment }) => segment.payload.length === 1448)).toHaveLength(segments);
    }
  });
});
