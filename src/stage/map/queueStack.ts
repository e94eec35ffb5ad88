import type { Point } from '../plan';
import { middleAt, pointOnRoad } from './mapRoad';
import type { MapPlan, MapRoad } from './mapTypes';

/** So many waiting packets lie one on the other; more lie on the top. */
export const STACK_SLOTS = 10;

/** A stack beside the beginning of a half of a road. */
export interface Stack {
  /** The middle of its foot; it grows upwards. */
  readonly foot: Point;
  /** Its figures stand under it, where its top lies at the road. */
  readonly isBelowRoad: boolean;
}

/** Where a waiting packet lies on the stack, the first at the bottom. */
export function slotOf(plan: MapPlan, road: MapRoad, direction: 0 | 1, place: number): Point {
  const { x, y } = stackOf(plan, road, direction).foot;
  return { x, y: y - (Math.min(place, STACK_SLOTS - 1) + 0.5) * slotHeight(plan) };
}

/** The stack of a link way: on its own side of the road, clear of the asphalt. */
export function stackOf(plan: MapPlan, road: MapRoad, direction: 0 | 1): Stack {
  const { unit, card } = plan;
  const node = road.meets[direction];
  const distance = Math.min(road.length * 0.42, node + card.dot * 1.2 + 4 * unit);
  const along = direction === 0 ? distance : road.length - distance;
  const { x, y } = pointOnRoad(road, direction, distance, road.width * 0.25 + card.dot * 0.9);
  const { dx } = middleAt(road, along);
  // The right-hand side of who drives right lies below.
  const down = direction === 0 ? dx : -dx;
  const height = slotHeight(plan) * STACK_SLOTS;
  return { foot: { x, y: y + ((1 + down) / 2) * height }, isBelowRoad: down > 0.3 };
}

/** Height of one packet in the stack, in px. */
export function slotHeight({ card }: Pick<MapPlan, 'card'>): number {
  return card.dot * 0.58;
}
