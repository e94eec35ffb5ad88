import { countAtMost } from '../../trace/follow';
import type { ChartLine } from './chartSpec';

/** Lines over one list of times, as a chart library wants them. */
export interface AlignedLines {
  readonly times: readonly number[];
  /** For each line a value at each time: what holds then, or null. */
  readonly values: readonly (readonly (number | null)[])[];
}

/**
 * Puts lines with times of their own over the times of all, up to `endNs`. A line keeps its value from each of its times
 * to the next; a point is at its own time only. Linear in the number of values.
 */
export function alignLines(lines: readonly ChartLine[], endNs: number): AlignedLines {
  const all = lines.flatMap(({ times }) => times);
  const times = [...new Set(new Float64Array([...all, 0, endNs]).toSorted())].filter((time) => time <= endNs);
  return { times, values: lines.map((line) => valuesAt(line, times)) };
}

function valuesAt({ times, values, look }: ChartLine, at: readonly number[]): (number | null)[] {
  let next = 0;
  return at.map((time) => {
    const before = next;
    while (next < times.length && times[next]! <= time) next += 1;
    const isHeld = look !== 'points' || next > before;
    return isHeld && next > 0 ? values[next - 1]! : null;
  });
}

/** The value of a line that holds at `timeNs`, or of its latest point; null before the first. */
export function valueAt({ times, values }: ChartLine, timeNs: number): number | null {
  return values[countAtMost(times, timeNs) - 1] ?? null;
}

/** The least and the greatest value of a line; null where it has none. */
export function extentOf({ values }: ChartLine): readonly [number, number] | null {
  let least = Infinity;
  let greatest = -Infinity;
  for (const value of values) {
    if (value === null) continue;
    least = Math.min(least, value);
    greatest = Math.max(greatest, value);
  }
  return least <= greatest ? [least, greatest] : null;
}
