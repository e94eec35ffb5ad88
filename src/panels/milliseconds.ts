/** Milliseconds as they are read aloud: no more than a tenth, or a hundredth below one. */
export function millisecondsOf(timeNs: number): number {
  const digits = timeNs < 1_000_000 ? 2 : 1;
  return Number((timeNs / 1_000_000).toFixed(digits));
}
