const UINT32 = 0x1_0000_0000;

/** A well-mixed unsigned 32-bit hash of integers: integer arithmetic only, so equal on every platform. */
export function hash(...words: readonly number[]): number {
  let state = 0x9e3779b9;
  for (const word of words) {
    state = mix(state ^ mix(word | 0));
    // Words beyond 32 bits (times) must matter too.
    if (word >= UINT32) state = mix(state ^ Math.floor(word / UINT32));
  }
  return mix(state) >>> 0;
}

/** `hash` as a fraction, 0 included and 1 excluded. */
export function hashFraction(...words: readonly number[]): number {
  return hash(...words) / UINT32;
}

/** The finaliser of MurmurHash3, with an offset so that zero does not stay zero. */
function mix(value: number): number {
  let x = (value + 0x6d2b79f5) | 0;
  x = Math.imul(x ^ (x >>> 16), 0x85ebca6b);
  x = Math.imul(x ^ (x >>> 13), 0xc2b2ae35);
  return x ^ (x >>> 16);
}
