import { describe, expect, it } from 'vitest';
import { newOctets, NO_BYTES, partOf } from './octets';

describe('new octets', () => {
  it('are zeros of their own, however many have been asked for', () => {
    const lengths = [0, 1, 20, 1500, 7, 65_535, 1500, 65_536, 65_537, 0, 3];
    const all = lengths.map((length) => newOctets(length));
    for (const [i, octets] of all.entries()) {
      expect(octets).toEqual(new Uint8Array(lengths[i]!));
      octets.fill(0xff);
    }
    expect(newOctets(60_000).every((octet) => octet === 0)).toBe(true);
  });
});

describe('a part of octets', () => {
  it('is the octets in its range, without a copy', () => {
    const octets = Uint8Array.of(1, 2, 3);
    expect(partOf(octets, 0, 3)).toBe(octets);
    expect(partOf(octets, 2, 2)).toBe(NO_BYTES);
    const tail = partOf(octets, 1, 3);
    octets[1] = 9;
    expect(tail).toEqual(Uint8Array.of(9, 3));
  });
});
