import type { RoadPlan, TownPlan } from './plan';
import { roadLength } from './route';

/**
 * How many envelopes a packet is drawn in, `distance` px from the door it left: one more at each third of the hall, in
 * which the engine's hosts take no time, and without the frame inside a router, which makes a new one. A picture of what
 * happens at one moment, spread over space; what is true of the bytes at any time is `openPacket`.
 */
export function wrapsAt(plan: TownPlan, road: RoadPlan, direction: 0 | 1, distance: number): number {
  const length = roadLength(road);
  const along = road.stops[0]! + (direction === 0 ? distance : length - distance);
  const isInRouter = plan.offices.some(({ body }) => {
    const [start, size] = road.axis === 'x' ? [body.x, body.width] : [body.y, body.height];
    return along > start && along < start + size;
  });
  if (isInRouter) return ALL - 1;
  const [start, size] = road.axis === 'x' ? [road.box.x, road.box.width] : [road.box.y, road.box.height];
  const hall = along < start + size / 2 ? start - road.stops[0]! : road.stops.at(-1)! - start - size;
  const fromDoor = Math.min(distance, length - distance);
  return hall <= 0 ? ALL : Math.min(ALL, Math.floor((fromDoor / hall) * ALL));
}

const ALL = 3;
