import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addBytes, correctChecksum, internetChecksum, updateChecksum } from './checksum';
import { setUint16, uint16At } from './octets';

const checksumOf = (bytes: Uint8Array): number => internetChecksum(addBytes(0, bytes, 0, bytes.length));

/** Whole 16-bit words, not all of them 0. */
const words = (): fc.Arbitrary<Uint8Array> =>
  fc
    .array(fc.nat(0xffff), { minLength: 2, maxLength: 40 })
    .filter((all) => all.some((word) => word !== 0))
    .map((all) => Uint8Array.from(all.flatMap((word) => [word >> 8, word & 255])));

describe('the Internet checksum', () => {
  it('sums the example of RFC 1071 §3 to ddf2', () => {
    const example = Uint8Array.from([0x00, 0x01, 0xf2, 0x03, 0xf4, 0xf5, 0xf6, 0xf7]);
    expect(addBytes(0, example, 0, 8)).toBe(0x2ddf0);
    expect(checksumOf(example)).toBe(~0xddf2 & 0xffff);
  });

  it('pads an odd last byte with zero behind it', () => {
    expect(checksumOf(Uint8Array.of(0x12, 0x34, 0x56))).toBe(checksumOf(Uint8Array.of(0x12, 0x34, 0x56, 0)));
  });

  it('is the same sum however long the range and wherever it lies', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), fc.nat(7), (bytes, start) => {
        let expected = 0;
        for (let at = start; at < bytes.length; at += 1) {
          expected += (at - start) % 2 === 0 ? bytes[at]! * 256 : bytes[at]!;
        }
        expect(addBytes(0, bytes, start, Math.max(start, bytes.length))).toBe(expected);
        expect(addBytes(7, bytes.subarray(start), 0, bytes.subarray(start).length)).toBe(expected + 7);
      }),
      { numRuns: 500 },
    );
  });

  it('can be summed in parts of even length', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 100 }), fc.nat(50), (bytes, half) => {
        const cut = Math.min(half * 2, bytes.length & ~1);
        const sum = addBytes(addBytes(0, bytes, 0, cut), bytes, cut, bytes.length);
        expect(internetChecksum(sum)).toBe(checksumOf(bytes));
      }),
      { numRuns: 500 },
    );
  });

  it('stays exact for the most and largest words a packet can hold', () => {
    const full = new Uint8Array(65_534).fill(0xff);
    expect(addBytes(0, full, 0, full.length)).toBe(32_767 * 0xffff);
    expect(internetChecksum(addBytes(32_767 * 0xffff * 2, full, 0, full.length))).toBe(0);
  });

  it('makes the sum over itself and the rest come out as 0', () => {
    fc.assert(
      fc.property(words(), (bytes) => {
        setUint16(bytes, 0, 0);
        setUint16(bytes, 0, checksumOf(bytes));
        expect(checksumOf(bytes)).toBe(0);
      }),
      { numRuns: 500 },
    );
  });

  it('is told from a sum that includes a wrong one', () => {
    fc.assert(
      fc.property(words(), (bytes) => {
        const wrong = uint16At(bytes, 0);
        const sum = addBytes(0, bytes, 0, bytes.length);
        setUint16(bytes, 0, 0);
        expect(correctChecksum(sum, wrong)).toBe(checksumOf(bytes));
      }),
      { numRuns: 500 },
    );
  });

  it('is updated for one changed word as in the example of RFC 1624 §4', () => {
    expect(updateChecksum(0xdd2f, 0x5555, 0x3285)).toBe(0x0000);
  });
});
