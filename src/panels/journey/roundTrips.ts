import type { LoadStepKind, PageLoad } from '../../trace/pageLoads';

/** The round trips of one kind of step within a page's total. */
export interface TripShare {
  readonly kind: LoadStepKind;
  readonly roundTrips: number;
}

/** What a page's round trips were for. Requests that ran side by side count once: they have what the others leave over. */
export function tripShares({ steps, roundTrips }: PageLoad): readonly TripShare[] {
  const shares: TripShare[] = [];
  let left = roundTrips;
  for (const { kind, roundTrips: own } of steps) {
    if (kind === 'request' || own === 0) continue;
    shares.push({ kind, roundTrips: own });
    left -= own;
  }
  return left > 0 ? [...shares, { kind: 'request', roundTrips: left }] : shares;
}
