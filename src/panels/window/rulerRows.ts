/** Heights of the ruler's rows, in units of the usual type size. */
export const ROWS = {
  bracketText: 13,
  bracket: 20,
  bracketEvery: 28,
  sack: 60,
  sackHeight: 6,
  bar: 68,
  barHeight: 26,
  unackedText: 112,
  nextText: 130,
  receivedText: 148,
  farBar: 156,
  farBarHeight: 26,
  edgeText: 198,
  height: 204,
} as const;

/** Kept free on both sides, so that a mark at the edge is whole. */
export const EDGE = 8;
