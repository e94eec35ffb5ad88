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

/** An index over extents; `endY` is never above `startY`. */
export function visibleIndex(extents: readonly Extent[]): VisibleIndex {
  // Of one instant, what starts on another side may be drawn higher than what comes before it in the list.
  const order = extents.map((_, i) => i).toSorted((a, b) => extents[a]!.startY - extents[b]!.startY);
  // The lowest end so far never rises, so it can be searched by halves.
  const lowestEnds = new Float64Array(extents.length);
  let lowest = Number.NEGATIVE_INFINITY;
  order.forEach((at, i) => {
    lowest = Math.max(lowest, extents[at]!.endY);
    lowestEnds[i] = lowest;
  });
  return {
    within(top, bottom) {
      const found: number[] = [];
      for (let i = firstAtLeast(lowestEnds, top); i < extents.length; i += 1) {
        const { startY, endY } = extents[order[i]!]!;
        if (startY > bottom) break;
        if (endY >= top) found.push(order[i]!);
      }
      return found.toSorted((a, b) => a - b);
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
