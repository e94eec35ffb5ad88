import type { Experiment } from '../experiment/experiment';
import type { Point, RoadPlan, TownFacts } from './plan';

/** 0 runs from the client to the server, 1 back. */
export type Direction = 0 | 1;

/** The stretch of road that stands for a link way: numbers of stops, the client's door being 0. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly direction: Direction;
}

/** Which stretch each link way of the town is drawn on; ways that no road shows are missing. */
export function stretchesOf(
  { town }: Pick<Experiment, 'town'>,
  facts: TownFacts,
): ReadonlyMap<number, Stretch> {
  const chain = [facts.client.host, ...facts.routers, facts.server.host];
  const stretches = new Map<number, Stretch>();
  town.links.forEach((link, number) => {
    const from = chain.indexOf(link.from);
    const to = chain.indexOf(link.to);
    if (from < 0 || to < 0 || Math.abs(from - to) !== 1) return;
    const isOutbound = to > from;
    stretches.set(number * 2, { from, to, direction: isOutbound ? 0 : 1 });
    stretches.set(number * 2 + 1, { from: to, to: from, direction: isOutbound ? 1 : 0 });
  });
  return stretches;
}

/** Length of a road from door to door, in px. */
export function roadLength({ stops }: RoadPlan): number {
  return (stops.at(-1) ?? 0) - (stops[0] ?? 0);
}

/** How far from the door it started at a packet is, `progress` (0 to 1) along a stretch. */
export function distanceOn(road: RoadPlan, { from, to, direction }: Stretch, progress: number): number {
  const at = road.stops[from]! + (road.stops[to]! - road.stops[from]!) * progress;
  return direction === 0 ? at - road.stops[0]! : road.stops.at(-1)! - at;
}

/** The point `distance` px from the door a direction starts at, moved `aside` px towards that half's kerb. */
export function pointOn(road: RoadPlan, direction: Direction, distance: number, aside = 0): Point {
  const along = direction === 0 ? road.stops[0]! + distance : road.stops.at(-1)! - distance;
  const [out, back] = road.halves;
  const towardsKerb = (direction === 0 ? Math.sign(out - back) : Math.sign(back - out)) * aside;
  const across = road.halves[direction] + towardsKerb;
  return road.axis === 'x' ? { x: along, y: across } : { x: across, y: along };
}
