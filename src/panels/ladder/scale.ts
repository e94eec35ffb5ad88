import type { Nanoseconds } from '../../experiment/experiment';
import type { Stop } from './stops';

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
  /** Heights at which the stops of each lane start, by position in its list. */
  readonly starts: readonly Float64Array[];
  /** Where the playhead stands at a moment: below all that was sent in it. */
  readonly toY: (timeNs: Nanoseconds) => number;
  /** Where what arrives at a moment ends: above all that it makes a machine send in the same moment. */
  readonly toArrivalY: (timeNs: Nanoseconds) => number;
  readonly toTime: (y: number) => Nanoseconds;
}

/** How a person wants to see time. */
export interface ScaleOptions {
  /** How much larger type is than usual: heights are enlarged as it is. */
  readonly unit: number;
  /** Below 1 all is smaller, and names give way to each other; above 1 time takes more room, names do not. */
  readonly zoom: number;
  /** Equal times have equal heights: no silence is folded, no sending moved for its name. */
  readonly isTrue: boolean;
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
/** Browsers draw nothing that is taller, in CSS pixels. */
const TALLEST = 8_000_000;

/** The scale for these lanes' stops, each list in order of starting. */
export function ladderScale(
  lanes: readonly (readonly Stop[])[],
  options: ScaleOptions = { unit: 1, zoom: 1, isTrue: false },
): LadderScale {
  if (options.isTrue) return trueScale(lanes, options);
  const builder = new ScaleBuilder(lanes, options);
  const moments = [...new Set(lanes.flat().flatMap(({ startNs, endNs }) => [startNs, endNs]))];
  for (const moment of moments.toSorted((a, b) => a - b)) builder.add(moment);
  return builder.finish();
}

function trueScale(lanes: readonly (readonly Stop[])[], { unit, zoom }: ScaleOptions): LadderScale {
  // Minutes of TIME-WAIT after the last packet would leave the packets no height.
  const lastNs = lanes
    .flat()
    .reduce((last, { startNs, endNs }) => (endNs > startNs ? Math.max(last, endNs) : last), 1);
  const pace = Math.min((USUAL_FLIGHT * unit * zoom) / usualFlight(lanes), TALLEST / lastNs);
  const toY = (timeNs: Nanoseconds): number => TOP * unit + timeNs * pace;
  const sendings = new Set(lanes.flat().map(({ startNs }) => startNs));
  return {
    height: toY(lastNs) + BOTTOM * unit,
    folds: [],
    ticks: [...sendings].toSorted((a, b) => a - b).map((timeNs) => ({ timeNs, y: toY(timeNs) })),
    starts: lanes.map((stops) => Float64Array.from(stops, ({ startNs }) => toY(startNs))),
    toY,
    toArrivalY: toY,
    toTime: (y) => (y - TOP * unit) / pace,
  };
}

/** Walks through the moments once, from the top down. */
class ScaleBuilder {
  readonly #lanes: readonly (readonly Stop[])[];
  readonly #unit: number;
  /** Height of a line of text; less than it needs when all is made smaller. */
  readonly #row: number;
  /** Pixels per nanosecond, and what its tallest stretch takes. */
  readonly #pace: number;
  readonly #tallest: number;
  readonly #times: number[] = [0];
  readonly #ys: number[];
  readonly #folds: Fold[] = [];
  readonly #ticks: { timeNs: number; y: number }[] = [];
  readonly #starts: readonly Float64Array[];
  /** Next stop of each lane, and the bottom of the last one of each of its sides. */
  readonly #next: number[];
  readonly #bottoms: Map<number, number>[];
  #busyUntil = 0;

  constructor(lanes: readonly (readonly Stop[])[], { unit, zoom }: ScaleOptions) {
    this.#lanes = lanes;
    this.#unit = unit * Math.min(1, zoom);
    this.#row = LABEL_HEIGHT * this.#unit;
    this.#ys = [TOP * unit];
    this.#tallest = TALLEST_STRETCH * unit * zoom;
    this.#pace = (USUAL_FLIGHT * unit * zoom) / usualFlight(lanes);
    this.#starts = lanes.map((stops) => new Float64Array(stops.length));
    this.#next = lanes.map(() => 0);
    this.#bottoms = lanes.map(() => new Map());
  }

  add(timeNs: Nanoseconds): void {
    const before = this.#times.at(-1)!;
    const startY = this.#ys.at(-1)!;
    let y = startY;
    if (timeNs > before) {
      const stretch = (timeNs - before) * this.#pace;
      const isFold = this.#busyUntil <= before && stretch > this.#tallest;
      y += isFold
        ? FOLD_HEIGHT * this.#unit
        : Math.max(LEAST_STRETCH * this.#unit, Math.min(stretch, this.#tallest));
      if (isFold) this.#folds.push({ startNs: before, endNs: timeNs, startY, endY: y });
    }
    const top = Math.max(y, this.#lowestStart(timeNs));
    const bottom = this.#startStops(timeNs, top);
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

  /** Where the last stop ends on the sides that this one needs. */
  #bottomAt(lane: number, { side, otherSide = side }: Stop): number {
    const bottoms = this.#bottoms[lane]!;
    const bottomOf = (one: number): number => bottoms.get(one) ?? Number.NEGATIVE_INFINITY;
    return Math.max(bottomOf(side), bottomOf(otherSide));
  }

  /** The least height at which every stop of this moment has room below the last one of its side. */
  #lowestStart(timeNs: Nanoseconds): number {
    let least = 0;
    this.#lanes.forEach((stops, lane) => {
      for (let i = this.#next[lane]!; stops[i]?.startNs === timeNs; i += 1) {
        least = Math.max(least, this.#bottomAt(lane, stops[i]!) + (1 - stops[i]!.drop) * this.#row);
      }
    });
    return least;
  }

  /** Gives each stop that starts now its height, and returns the lowest. */
  #startStops(timeNs: Nanoseconds, top: number): number {
    let bottom = top;
    this.#lanes.forEach((stops, lane) => {
      const bottoms = this.#bottoms[lane]!;
      for (let i = this.#next[lane]!; stops[i]?.startNs === timeNs; i += 1) {
        const { side, otherSide = side, rows, drop, endNs } = stops[i]!;
        const y = Math.max(top + drop * this.#row, this.#bottomAt(lane, stops[i]!) + this.#row);
        for (const one of [side, otherSide]) bottoms.set(one, y + (rows - 1) * this.#row);
        bottom = Math.max(bottom, y);
        this.#starts[lane]![i] = y;
        this.#next[lane] = i + 1;
        this.#busyUntil = Math.max(this.#busyUntil, endNs);
        if (this.#ticks.at(-1)?.timeNs !== timeNs) this.#ticks.push({ timeNs, y: top });
      }
    });
    return bottom;
  }
}

/** The median time a packet is under way, over all lanes; 1 when there is none. */
function usualFlight(lanes: readonly (readonly Stop[])[]): number {
  const flights = lanes.flat().flatMap(({ startNs, endNs }) => (endNs > startNs ? [endNs - startNs] : []));
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
