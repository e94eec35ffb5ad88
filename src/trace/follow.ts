import type { Trace } from './trace';

/**
 * An index that follows a growing trace: each event is looked at once, however often the index is asked for.
 * `start` makes the empty index from the context of the first call, `add` takes in one event.
 */
export function follow<Index, Context>(
  start: (trace: Trace, context: Context) => Index,
  add: (index: Index, trace: Trace, event: number) => void,
): (trace: Trace, context: Context) => Index {
  const followed = new WeakMap<Trace, { readonly index: Index; seen: number }>();
  return (trace, context) => {
    let entry = followed.get(trace);
    if (!entry) {
      entry = { index: start(trace, context), seen: 0 };
      followed.set(trace, entry);
    }
    for (; entry.seen < trace.eventCount; entry.seen += 1) add(entry.index, trace, entry.seen);
    return entry.index;
  };
}

/** How many values of a list that never decreases are at most `limit`. */
export function countAtMost(values: readonly number[], limit: number): number {
  let low = 0;
  let high = values.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (values[middle]! <= limit) low = middle + 1;
    else high = middle;
  }
  return low;
}
