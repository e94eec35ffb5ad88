import type { Point } from '../plan';
import { middleAt, pointOnRoad } from './mapRoad';
import type { MapPlan, MapRoad } from './mapTypes';

/** So many waiting packets lie one on the other; more lie on the top. */
export const STACK_SLOTS = 10;

/** Where a waiting packet lies: on the stack beside the beginning of its half of the road, the first at the bottom. */
export function slotOf(plan: MapPlan, road: MapRoad, direction: 0 | 1, place: number): Point {
  const { x, y } = stackFoot(plan, road, direction);
  return { x, y: y - (Math.min(place, STACK_SLOTS - 1) + 0.5) * slotHeight(plan) };
}

/** The middle of the stack's foot. */
export function stackFoot({ unit, card }: MapPlan, road: MapRoad, direction: 0 | 1): Point {
  const node = road.meets[direction];
  const distance = Math.min(road.length * 0.42, node + card.dot * 1.2 + 4 * unit);
  const along = direction === 0 ? distance : road.length - distance;
  const { x, y } = pointOnRoad(road, direction, distance, road.width * 0.25 + card.dot * 0.9);
  // Beside a level road a stack stands on its kerb.
  const { dx } = middleAt(road, along);
  return { x, y: y + Math.abs(dx) * card.dot * 0.5 };
}

/** Height of one packet in the stack, in px. */
export function slotHeight({ card }: Pick<MapPlan, 'card'>): number {
  return card.dot * 0.58;
}
