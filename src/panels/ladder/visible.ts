/** One arrow's vertical extent, in CSS pixels. */
export interface Extent {
  readonly startY: number;
  readonly endY: number;
}

/** Answers which of many arrows cross a window, without looking at all of them. */
export interface VisibleIndex {
  /** Positions of the arrows that reach into `[top, bottom]`, in order. */
  within(top: number, bottom: number): readonly number[];
}

/** An index over extents in order of `startY`; `endY` is never above `startY`. */
export function visibleIndex(extents: readonly Extent[]): VisibleIndex {
  // The lowest end so far never rises, so it can be searched by halves.
  const lowestEnds = new Float64Array(extents.length);
  let lowest = Number.NEGATIVE_INFINITY;
  extents.forEach(({ endY }, i) => {
    lowest = Math.max(lowest, endY);
    lowestEnds[i] = lowest;
  });
  return {
    within(top, bottom) {
      const found: number[] = [];
      for (let i = firstAtLeast(lowestEnds, top); i < extents.length; i += 1) {
        const { startY, endY } = extents[i]!;
        if (startY > bottom) break;
        if (endY >= top) found.push(i);
      }
      return found;
    },
  };
}

function firstAtLeast(values: Float64Array, limit: number): number {
  let low = 0;
  let high = values.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (values[middle]! < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}
