/** One more than the cube root of the largest safe integer. */
const ABOVE_LARGEST_ROOT = 208_064;

/**
 * The largest integer whose cube is at most `value` (0 to 2^53 - 1, beyond that the root of 2^53 - 1). `Math.cbrt` may
 * differ in its last bit from one platform to the next, products of integers may not.
 */
export function integerCubeRoot(value: number): number {
  let low = 0;
  let high = ABOVE_LARGEST_ROOT;
  while (high - low > 1) {
    const middle = (low + high) >>> 1;
    if (middle * middle * middle <= value) low = middle;
    else high = middle;
  }
  return low;
}
