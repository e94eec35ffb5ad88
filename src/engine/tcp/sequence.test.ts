import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { unwrap, wrap } from './sequence';

describe('sequence numbers (RFC 9293 §3.4)', () => {
  it('wrap modulo 2^32', () => {
    expect(wrap(0xffff_ffff, 0)).toBe(0xffff_ffff);
    expect(wrap(0xffff_ffff, 1)).toBe(0);
    expect(wrap(5, 2 ** 33)).toBe(5);
  });

  it('unwrap to the position nearest to what is expected', () => {
    expect(unwrap(0xffff_ffff, 9, 1)).toBe(10);
    expect(unwrap(100, 99, 1)).toBe(-1);
    fc.assert(
      fc.property(
        fc.nat(0xffff_ffff),
        fc.nat(2 ** 40),
        fc.integer({ min: -(2 ** 31) + 1, max: 2 ** 31 - 1 }),
        (initial, near, ahead) => {
          const position = near + 2 ** 31 + ahead;
          expect(unwrap(initial, wrap(initial, position), near + 2 ** 31)).toBe(position);
        },
      ),
    );
  });
});
