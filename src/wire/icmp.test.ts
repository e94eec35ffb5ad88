import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { icmpMessage, payload } from '../../tests/arbitraryPackets';
import { decodeIcmp, encodeIcmp, isIcmpChecksumValid } from './icmp';
import { flipBit } from './ipv4';

const RUNS = { numRuns: 500 };

describe('an ICMP message', () => {
  it('is laid out as RFC 792 says', () => {
    const echo = encodeIcmp({
      kind: 'echoRequest',
      identifier: 1,
      sequence: 2,
      data: Uint8Array.of(0x61, 0x62),
    });
    expect(Buffer.from(echo).toString('hex')).toBe('0800969a000100026162');
    const error = {
      kind: 'destinationUnreachable',
      code: 4,
      nextHopMtu: 1400,
      quote: new Uint8Array(0),
    } as const;
    expect(Buffer.from(encodeIcmp(error)).toString('hex')).toBe('0304f78300000578');
  });

  it('is decoded to what was encoded, with a checksum that fits', () => {
    fc.assert(
      fc.property(icmpMessage(payload()), (message) => {
        const bytes = encodeIcmp(message);
        expect(decodeIcmp(bytes)).toEqual(message);
        expect(isIcmpChecksumValid(bytes)).toBe(true);
      }),
      RUNS,
    );
  });

  it('damaged in any one bit is detected', () => {
    fc.assert(
      fc.property(icmpMessage(payload()), fc.nat(), (message, at) => {
        const bytes = encodeIcmp(message);
        expect(isIcmpChecksumValid(flipBit(bytes, at % (bytes.length * 8)))).toBe(false);
      }),
      RUNS,
    );
  });

  it.each([
    ['shorter than type, code and checksum', [8, 0, 0]],
    ['an echo without its sequence number', [8, 0, 0, 0, 0, 1]],
  ])('is refused when %s', (_, bytes) => {
    expect(decodeIcmp(Uint8Array.from(bytes))).toEqual({ malformed: 'truncated' });
  });
});
