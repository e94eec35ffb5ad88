const MS = 1_000_000;

/** One-way delays of the road that the slider offers, in ns. */
export const DELAYS_NS: readonly number[] = [0, 5, 10, 20, 30, 40, 60, 80, 100, 150, 200, 300, 500, 1000].map(
  (milliseconds) => milliseconds * MS,
);

/** Rates in bit/s; the last one, 0, is no limit. */
export const RATES_BPS: readonly number[] = [
  16_000, 32_000, 64_000, 128_000, 256_000, 512_000, 1_000_000, 2_000_000, 5_000_000, 10_000_000, 100_000_000,
  0,
];

/** Packets that may wait. */
export const QUEUES: readonly number[] = [1, 2, 3, 5, 10, 20, 50, 100];

/** Position of the step nearest to `value`; a value that is no limit has only itself for company. */
export function nearest(steps: readonly number[], value: number): number {
  const exact = steps.indexOf(value);
  if (exact >= 0) return exact;
  let best = 0;
  steps.forEach((step, index) => {
    const isNearer = step !== 0 && Math.abs(step - value) < Math.abs(steps[best]! - value);
    if (isNearer) best = index;
  });
  return best;
}
