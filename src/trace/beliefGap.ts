import type { SegmentView } from './belief';

/**
 * How far what the sender believes of a segment is from what is the case: not at all; `untold`, so that word of it is
 * still to come; `wrong`, so that nothing under way will put it right.
 */
export type BeliefGap = 'none' | 'untold' | 'wrong';

/** Compares both sides of a segment. */
export function beliefGap({ belief, truth }: Pick<SegmentView, 'belief' | 'truth'>): BeliefGap {
  const hasArrived = truth.kind === 'delivered' || truth.kind === 'held';
  const isGone = truth.kind === 'lost' || truth.kind === 'dropped';
  switch (belief) {
    case 'inFlight':
    case 'resent':
      if (hasArrived) return truth.news === 'lost' ? 'wrong' : 'untold';
      return isGone || truth.kind === 'accepted' ? 'wrong' : 'none';
    case 'lost':
      return isGone ? 'none' : 'wrong';
    case 'sacked':
    case 'acknowledged':
      return hasArrived ? 'none' : 'wrong';
  }
}
