import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { integerCubeRoot } from './cubeRoot';

describe('integer cube root', () => {
  it.each([
    [0, 0],
    [1, 1],
    [7, 1],
    [8, 2],
    [26, 2],
    [27, 3],
    [999_999_999, 999],
    [1_000_000_000, 1000],
    [Number.MAX_SAFE_INTEGER, 208_063],
    [2 ** 60, 208_063],
  ])('of %i is %i', (value, root) => {
    expect(integerCubeRoot(value)).toBe(root);
  });

  it('is the largest integer whose cube does not exceed the number', () => {
    fc.assert(
      fc.property(fc.maxSafeNat(), (value) => {
        const root = BigInt(integerCubeRoot(value));
        expect(root ** 3n <= BigInt(value)).toBe(true);
        expect((root + 1n) ** 3n > BigInt(value)).toBe(true);
      }),
    );
  });
});
