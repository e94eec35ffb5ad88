import type { Nanoseconds } from '../../experiment/experiment';
import type { Arrow } from './arrows';

/** A silence drawn short. */
export interface Fold {
  readonly startNs: Nanoseconds;
  readonly endNs: Nanoseconds;
  readonly startY: number;
  readonly endY: number;
}

/**
 * Where a moment lies on the ladder, in CSS pixels from its top. Later is never higher, but the pace changes: every
 * sending has room for its label, packets sent at one instant stand below each other, silences are folded.
 */
export interface LadderScale {
  readonly height: number;
  readonly folds: readonly Fold[];
  /** Times of sendings, with their heights: what the axis names. */
  readonly ticks: readonly { readonly timeNs: Nanoseconds; readonly y: number }[];
  /** Heights at which the arrows of each lane start, by position in its list. */
  readonly starts: readonly Float64Array[];
  /** Where the playhead stands at a moment: below all that was sent in it. */
  readonly toY: (timeNs: Nanoseconds) => number;
  /** Where what arrives at a moment ends: above all that it makes a machine send in the same moment. */
  readonly toArrivalY: (timeNs: Nanoseconds) => number;
  readonly toTime: (y: number) => Nanoseconds;
}

const TOP = 24;
const BOTTOM = 60;
const FOLD_HEIGHT = 60;
/** Height of a flight of the usual length, where nothing asks for more. */
const USUAL_FLIGHT = 76;
/** No stretch without an event is taller; one in which nothing is under way is folded instead. */
const TALLEST_STRETCH = 76;
/** Two events at different times are never at one height. */
const LEAST_STRETCH = 2;
/** Least distance of two sendings from the same side of a lane: the height of a label. */
export const LABEL_HEIGHT = 17;

/** The scale for these lanes' arrows, each list in order of starting; `unit` enlarges it as type is enlarged. */
export function ladderScale(lanes: readonly (readonly Arrow[])[], unit = 1): LadderScale {
  const builder = new ScaleBuilder(lanes, unit);
  const moments = [...new Set(lanes.flat().flatMap(({ startNs, endNs }) => [startNs, endNs]))];
  for (const moment of moments.toSorted((a, b) => a - b)) builder.add(moment);
  return builder.finish();
}

/** Walks through the moments once, from the top down. */
class ScaleBuilder {
  readonly #lanes: readonly (readonly Arrow[])[];
  readonly #unit: number;
  readonly #pace: number;
  readonly #times: number[] = [0];
  readonly #ys: number[];
  readonly #folds: Fold[] = [];
  readonly #ticks: { timeNs: number; y: number }[] = [];
  readonly #starts: readonly Float64Array[];
  /** Next arrow of each lane, and where the last one of each of its sides started. */
  readonly #next: number[];
  readonly #lastStarts: number[][];
  #busyUntil = 0;

  constructor(lanes: readonly (readonly Arrow[])[], unit: number) {
    this.#lanes = lanes;
    this.#unit = unit;
    this.#ys = [TOP * unit];
    this.#pace = (USUAL_FLIGHT * unit) / usualFlight(lanes);
    this.#starts = lanes.map((arrows) => new Float64Array(arrows.length));
    this.#next = lanes.map(() => 0);
    this.#lastStarts = lanes.map(() => [Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY]);
  }

  add(timeNs: Nanoseconds): void {
    const before = this.#times.at(-1)!;
    const startY = this.#ys.at(-1)!;
    let y = startY;
    if (timeNs > before) {
      const stretch = (timeNs - before) * this.#pace;
      const isFold = this.#busyUntil <= before && stretch > TALLEST_STRETCH * this.#unit;
      y += isFold
        ? FOLD_HEIGHT * this.#unit
        : Math.max(LEAST_STRETCH, Math.min(stretch, TALLEST_STRETCH * this.#unit));
      if (isFold) this.#folds.push({ startNs: before, endNs: timeNs, startY, endY: y });
    }
    const top = Math.max(y, this.#lowestStart(timeNs));
    const bottom = this.#startArrows(timeNs, top);
    this.#times.push(timeNs);
    this.#ys.push(top);
    if (bottom > top) {
      // An instant with many sendings has a height of its own: the moment passes over all of it at once.
      this.#times.push(timeNs);
      this.#ys.push(bottom);
    }
  }

  finish(): LadderScale {
    const [times, ys] = [this.#times, this.#ys];
    return {
      height: ys.at(-1)! + BOTTOM * this.#unit,
      folds: this.#folds,
      ticks: this.#ticks,
      starts: this.#starts,
      toY: (timeNs) => interpolate(times, ys, timeNs),
      toArrivalY: (timeNs) => firstAt(times, ys, timeNs) ?? interpolate(times, ys, timeNs),
      toTime: (y) => interpolate(ys, times, y),
    };
  }

  /** The least height at which every sending of this moment has room below the last one of its side. */
  #lowestStart(timeNs: Nanoseconds): number {
    let least = 0;
    this.#lanes.forEach((arrows, lane) => {
      for (let i = this.#next[lane]!; arrows[i]?.startNs === timeNs; i += 1) {
        least = Math.max(least, this.#lastStarts[lane]![sideOf(arrows[i]!)]! + LABEL_HEIGHT * this.#unit);
      }
    });
    return least;
  }

  /** Gives each arrow that starts now its height, and returns the lowest. */
  #startArrows(timeNs: Nanoseconds, top: number): number {
    let bottom = top;
    this.#lanes.forEach((arrows, lane) => {
      const lasts = this.#lastStarts[lane]!;
      for (let i = this.#next[lane]!; arrows[i]?.startNs === timeNs; i += 1) {
        const side = sideOf(arrows[i]!);
        const y = Math.max(top, lasts[side]! + LABEL_HEIGHT * this.#unit);
        lasts[side] = y;
        bottom = Math.max(bottom, y);
        this.#starts[lane]![i] = y;
        this.#next[lane] = i + 1;
        this.#busyUntil = Math.max(this.#busyUntil, arrows[i]!.endNs);
        if (this.#ticks.at(-1)?.timeNs !== timeNs) this.#ticks.push({ timeNs, y: top });
      }
    });
    return bottom;
  }
}

/** The lifeline beside which an arrow's name stands: 0 for the left one. A copy made on the way is told by its direction. */
export function sideOf({ fromX, toX, isCopy }: Arrow): 0 | 1 {
  if (isCopy && toX !== fromX) return toX > fromX ? 0 : 1;
  return fromX < 0.5 ? 0 : 1;
}

/** The median time a packet is under way, over all lanes; 1 when there is none. */
function usualFlight(lanes: readonly (readonly Arrow[])[]): number {
  const flights = lanes.flat().map(({ startNs, endNs }) => endNs - startNs);
  return Math.max(1, flights.toSorted((a, b) => a - b)[flights.length >> 1] ?? 1);
}

/** Linear between the corners; of several at `value` the last, so that an instant is passed over at once. */
function interpolate(from: readonly number[], to: readonly number[], value: number): number {
  if (value < from[0]!) return to[0]!;
  let low = 0;
  let high = from.length;
  while (high - low > 1) {
    const middle = (low + high) >>> 1;
    if (from[middle]! <= value) low = middle;
    else high = middle;
  }
  if (low === from.length - 1) return to[low]!;
  const share = (value - from[low]!) / (from[low + 1]! - from[low]!);
  return to[low]! + share * (to[low + 1]! - to[low]!);
}

/** What stands at the first corner that is exactly at `value`, if there is one. */
function firstAt(from: readonly number[], to: readonly number[], value: number): number | undefined {
  let low = 0;
  let high = from.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (from[middle]! < value) low = middle + 1;
    else high = middle;
  }
  return from[low] === value ? to[low] : undefined;
}
