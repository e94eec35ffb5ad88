import type { Span } from '../trace/activity';

/**
 * How virtual time lies on the timeline. Positions are display nanoseconds from 0 to `length`: where the map is not
 * folded or evened out, one of them is one nanosecond of virtual time. Playing moves at a constant pace in positions.
 */
export interface TimeMap {
  readonly length: number;
  readonly endNs: number;
  readonly folds: readonly Fold[];
  /** Never decreases; the inverse of `toTime`. Times outside the run give its ends. */
  toPosition(timeNs: number): number;
  toTime(position: number): number;
}

/** A long silence drawn short, from position `start` to `end`. */
export interface Fold extends Span {
  readonly start: number;
  readonly end: number;
}

/** Display length of a fold, as a share of all time in which something happens. */
const FOLD_SHARE = 0.15;
/** A silence is folded when it is so many times as long as its fold. */
const FOLD_FROM = 3;
/** On the street no silence below this is folded, and none is drawn shorter than that. */
const FOLD_SHORTEST_NS = 100_000_000;
const FOLD_SHORTEST = 10_000_000;
/** The same share in a town: there the next conversation is waited for more often, and packets may take microseconds. */
const TOWN_FOLD_SHARE = 0.04;
/** How far apart evenly spaced moments are: 0.67 s of watching at 0.03×. */
const EVEN_STEP = 20_000_000;

/** True time from 0 to `endNs`, its long silences folded; `silences` are in order and do not overlap. */
export function trueTimeMap(endNs: number, silences: readonly Span[], isTown = false): TimeMap {
  const silent = silences.reduce((sum, { startNs, endNs: end }) => sum + (end - startNs), 0);
  const share = isTown ? TOWN_FOLD_SHARE : FOLD_SHARE;
  const shortestNs = isTown ? 0 : FOLD_SHORTEST_NS;
  const foldLength = Math.max(isTown ? 1 : FOLD_SHORTEST, Math.round((endNs - silent) * share));
  const knots = new Knots();
  const folds: Fold[] = [];
  for (const silence of silences) {
    const lengthNs = silence.endNs - silence.startNs;
    if (lengthNs < shortestNs || lengthNs <= foldLength * FOLD_FROM) continue;
    const start = knots.addAfter(silence.startNs, silence.startNs - knots.lastTime);
    const end = knots.addAfter(silence.endNs, foldLength);
    folds.push({ ...silence, start, end });
  }
  knots.addAfter(endNs, endNs - knots.lastTime);
  return knots.toMap(folds);
}

/** Every moment the same distance from the next, whatever the time between them; `moments` increase. */
export function evenTimeMap(endNs: number, moments: readonly number[]): TimeMap {
  const knots = new Knots();
  for (const moment of moments) knots.addAfter(moment, EVEN_STEP);
  knots.addAfter(endNs, EVEN_STEP);
  return knots.toMap([]);
}

/** The corners of a piecewise linear map, both coordinates strictly increasing from (0, 0). */
class Knots {
  readonly #times: number[] = [0];
  readonly #positions: number[] = [0];

  get lastTime(): number {
    return this.#times.at(-1)!;
  }

  /** Adds the corner at `timeNs`, `distance` after the last one, and returns its position; skips a time not after it. */
  addAfter(timeNs: number, distance: number): number {
    const position = this.#positions.at(-1)!;
    if (timeNs <= this.lastTime) return position;
    this.#times.push(timeNs);
    this.#positions.push(position + distance);
    return position + distance;
  }

  toMap(folds: readonly Fold[]): TimeMap {
    // A run without any length still has a timeline to stand at the start of.
    if (this.#times.length === 1) this.addAfter(1, 1);
    const times = this.#times;
    const positions = this.#positions;
    return {
      length: positions.at(-1)!,
      endNs: times.at(-1)!,
      folds,
      toPosition: (timeNs) => interpolate(times, positions, timeNs),
      toTime: (position) => interpolate(positions, times, position),
    };
  }
}

function interpolate(from: readonly number[], to: readonly number[], value: number): number {
  const last = from.length - 1;
  if (value <= from[0]!) return to[0]!;
  if (value >= from[last]!) return to[last]!;
  let low = 0;
  let high = last;
  while (high - low > 1) {
    const middle = (low + high) >>> 1;
    if (from[middle]! <= value) low = middle;
    else high = middle;
  }
  const share = (value - from[low]!) / (from[high]! - from[low]!);
  return to[low]! + share * (to[high]! - to[low]!);
}
