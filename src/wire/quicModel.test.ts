import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NO_BYTES } from './octets';
import type { PacketNumbers, QuicFrame } from './quicFrame';
import {
  CONNECTION_ID_BYTES,
  decodeQuicPacket,
  encodeQuicPacket,
  QUIC_PACKETS,
  QUIC_TAG_BYTES,
  quicOverheadBytes,
} from './quicModel';
import { decodeVarint, encodeVarint } from './varint';

const TAG = new Uint8Array(QUIC_TAG_BYTES);
const number = fc.nat(2 ** 31 - 1);
const data = fc.uint8Array({ maxLength: 50 }).map((bytes) => bytes.slice());
const id = fc
  .uint8Array({ minLength: CONNECTION_ID_BYTES, maxLength: CONNECTION_ID_BYTES })
  .map((bytes) => bytes.slice());

/** Highest first, with at least one number missing between two. */
const ranges: fc.Arbitrary<readonly PacketNumbers[]> = fc
  .array(fc.record({ gap: fc.nat(100), length: fc.nat(100) }), { minLength: 1, maxLength: 20 })
  .map((steps) => {
    let next = 0;
    return steps
      .map(({ gap, length }) => {
        const first = next + gap;
        next = first + length + 2;
        return { first, last: first + length };
      })
      .toReversed();
  });

const frame: fc.Arbitrary<QuicFrame> = fc.oneof(
  fc.record({ kind: fc.constant('ack' as const), ranges }),
  fc.record({ kind: fc.constant('crypto' as const), offset: number, data }),
  fc.record({
    kind: fc.constant('stream' as const),
    stream: number,
    offset: number,
    data,
    isLast: fc.boolean(),
  }),
  fc.constantFrom<QuicFrame>({ kind: 'ping' }, { kind: 'handshakeDone' }, { kind: 'close' }),
);

describe('a packet of the model of QUIC', () => {
  it('is read as it was written (RFC 9000 §17, §19)', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...QUIC_PACKETS),
        id,
        id,
        number,
        fc.array(frame, { minLength: 1, maxLength: 5 }),
        (kind, destinationId, source, packetNumber, frames) => {
          const sourceId = kind === 'oneRtt' ? NO_BYTES : source;
          const packet = { kind, destinationId, sourceId, number: packetNumber, frames };
          expect(decodeQuicPacket(encodeQuicPacket(packet, TAG))).toEqual(packet);
        },
      ),
    );
  });

  it('has the fixed bit 0: no QUIC, and discarded by whoever speaks it (RFC 9000 §17.2, §17.3)', () => {
    for (const kind of QUIC_PACKETS) {
      const [zeros, frames] = [new Uint8Array(CONNECTION_ID_BYTES), [{ kind: 'ping' } as const]];
      const bytes = encodeQuicPacket({ kind, destinationId: zeros, sourceId: zeros, number: 0, frames }, TAG);
      expect(bytes[0]! & 0x40).toBe(0);
      expect(bytes.length).toBe(quicOverheadBytes(kind) + 1);
    }
  });

  it('is refused or read, whatever bytes come', () => {
    const start = fc.constantFrom([0x03], [0x83, 0x50, 0x54, 0, 1, 8], [0xa3, 0x50, 0x54, 0, 1, 8], []);
    fc.assert(
      fc.property(start, fc.uint8Array({ maxLength: 120 }), (head, rest) => {
        expect(() => decodeQuicPacket(Uint8Array.from([...head, ...rest]))).not.toThrow();
      }),
    );
  });
});

describe('a variable-length integer', () => {
  it.each([
    [37, '25'],
    [15_293, '7bbd'],
    [494_878_333, '9d7f3e7d'],
    [2 ** 40, 'c000010000000000'],
  ])('of %i has the bytes of RFC 9000 §A.1', (value, hex) => {
    const bytes = Uint8Array.from(encodeVarint(value));
    expect(Buffer.from(bytes).toString('hex')).toBe(hex);
    expect(decodeVarint(bytes, 0)).toEqual({ value, end: bytes.length });
  });

  it('is read as it was written', () => {
    fc.assert(
      fc.property(fc.maxSafeNat(), (value) => {
        const bytes = Uint8Array.from(encodeVarint(value));
        expect(decodeVarint(bytes, 0)).toEqual({ value, end: bytes.length });
      }),
    );
  });
});
