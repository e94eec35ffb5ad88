import { describe, expect, it } from 'vitest';
import { curveFrom, windowAt } from './cubicCurve';

/** The formulas of RFC 9438 §4.2 as they stand there: segments and seconds. */
const kOf = (maximum: number, cwnd: number): number => Math.cbrt((maximum - cwnd) / 0.4);
const windowOf = (t: number, k: number, maximum: number): number => 0.4 * (t - k) ** 3 + maximum;

describe('W_cubic (RFC 9438 §4.2)', () => {
  it.each([
    [100, 70, 1448],
    [20, 14, 1000],
    [10_000, 7000, 1460],
    [24, 17, 1],
  ])('from %i to %i segments of %i bytes is what the formula says', (maximum, cwnd, mss) => {
    const curve = curveFrom(cwnd * mss, maximum * mss, mss);
    const k = kOf(maximum, cwnd);
    expect(Math.abs(curve.plateauMs - k * 1000)).toBeLessThanOrEqual(1);
    for (const t of [0, 0.1, k / 2, k, k + 1, 2 * k, 3 * k]) {
      const bytes = windowAt(curve, Math.floor(t * 1000));
      // Time counts in milliseconds: within what the curve does in two of them.
      const slope = 3 * 0.4 * (t - k) ** 2 * mss * 0.002;
      expect(Math.abs(bytes - windowOf(t, k, maximum) * mss)).toBeLessThanOrEqual(slope + 2);
    }
  });

  it('begins at cwnd, is flat at W_max and rises beyond it', () => {
    const curve = curveFrom(70_000, 100_000, 1000);
    expect(windowAt(curve, 0)).toBeGreaterThan(69_900);
    expect(windowAt(curve, 0)).toBeLessThan(70_100);
    expect(windowAt(curve, curve.plateauMs)).toBe(100_000);
    expect(windowAt(curve, curve.plateauMs + 100)).toBe(100_000);
    expect(windowAt(curve, curve.plateauMs + 1000)).toBe(100_400);
  });

  it('begins on its plateau where nothing above is known', () => {
    expect(curveFrom(50_000, 40_000, 1000)).toMatchObject({ maximumBytes: 50_000, plateauMs: 0 });
  });

  it('stays a safe integer however long it takes', () => {
    const curve = curveFrom(1, 65_535 * 2 ** 14, 1);
    for (const elapsedMs of [0, 1e6, 3.6e9]) expect(windowAt(curve, elapsedMs)).toBeLessThan(2 ** 53);
  });
});
