import type { Nanoseconds } from '../experiment/experiment';

/** A time in which a hand keeps a packet where it is on a link. */
export interface Rest {
  readonly fromNs: Nanoseconds;
  /** For so long; the longest that it can be while `isOpen`. */
  readonly byNs: Nanoseconds;
  /** Nobody knows yet when it goes on. */
  readonly isOpen: boolean;
}

/** Rests in order, with one more that begins at `fromNs` or when the one before is over; an open one ends as it says. */
export function withRest(rests: readonly Rest[], fromNs: Nanoseconds, byNs: Nanoseconds): readonly Rest[] {
  const last = rests.at(-1);
  if (last?.isOpen) return [...rests.slice(0, -1), { ...last, byNs, isOpen: false }];
  return [...rests, { fromNs: afterRests(rests, fromNs), byNs, isOpen: false }];
}

/** The same with one that lasts until `untilNs` at most. */
export function withOpenRest(
  rests: readonly Rest[],
  fromNs: Nanoseconds,
  untilNs: Nanoseconds,
): readonly Rest[] {
  const startNs = afterRests(rests, fromNs);
  return [...rests, { fromNs: startNs, byNs: untilNs - startNs, isOpen: true }];
}

/** How long it has rested by `timeNs`, altogether. */
export function restedNs(rests: readonly Rest[], timeNs = Infinity): Nanoseconds {
  return rests.reduce((sum, { fromNs, byNs }) => sum + Math.max(0, Math.min(byNs, timeNs - fromNs)), 0);
}

function afterRests(rests: readonly Rest[], fromNs: Nanoseconds): Nanoseconds {
  const last = rests.at(-1);
  return last ? Math.max(fromNs, last.fromNs + last.byNs) : fromNs;
}
