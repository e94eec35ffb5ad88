import { type Box, overlapArea, type Point } from '../plan';
import { guessWidth } from '../textFit';
import { middleAt, pointOnRoad } from './mapRoad';
import type { MapPlan, MapRoad } from './mapTypes';

/** So many waiting packets lie one on the other; more lie on the top. */
export const STACK_SLOTS = 10;
/**
 * Where a stack may stand, from the best: on its own side of the road (1) or across, so many packets' widths farther
 * from it, and along it from its usual place by parts of its own height.
 */
const PLACES = [0, 1, 2.5, 4.5, 6.5].flatMap((aside) =>
  [1, -1].flatMap((side) => [0, 0.3, 0.6, 0.9, 1.2, -0.2].map((shift) => ({ side, aside, shift }))),
);
/** What is written is worth so much more than a wall. */
const WRITTEN = 8;
/** The longest that a stack's figures usually get. */
const LONGEST = '50/50';

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

/** The stacks of each road of a plan: every waiting packet asks for its own in every frame. */
const known = new WeakMap<MapPlan, Map<string, Stack>>();

/** The stack of a link way: clear of the asphalt, and where it hides least of houses, signs and figures. */
export function stackOf(plan: MapPlan, road: MapRoad, direction: 0 | 1): Stack {
  const stacks = known.get(plan) ?? new Map<string, Stack>();
  known.set(plan, stacks);
  const key = `${road.number} ${direction}`;
  const stack = stacks.get(key) ?? placeStack(plan, road, direction);
  stacks.set(key, stack);
  return stack;
}

function placeStack(plan: MapPlan, road: MapRoad, direction: 0 | 1): Stack {
  let [best, least] = [null as Stack | null, Infinity];
  for (const stack of placesFor(plan, road, direction)) {
    const covered = coveredBy(plan, stack);
    if (covered < least) [best, least] = [stack, covered];
    if (covered === 0) break;
  }
  return best!;
}

/** How much a stack would hide, in px²; what is written counts more than walls. */
function coveredBy(plan: MapPlan, stack: Stack): number {
  const own = stackBox(plan, stack);
  const { nodes, roads, notes, skies, width, height } = plan;
  const over = (sum: number, box: Box): number => sum + overlapArea(own, box);
  const written = [
    ...nodes.flatMap(({ sign, name }) => [sign, name]),
    ...roads.flatMap(({ label }) => label ?? []),
    ...skies.flatMap(({ isRough, cloud }) => (isRough ? [cloud] : [])),
    ...notes.filter((_, i) => nodes[i]!.isNat),
  ];
  const offStage = own.width * own.height - overlapArea(own, { x: 0, y: 0, width, height });
  return WRITTEN * (written.reduce(over, 0) + offStage) + nodes.map(({ box }) => box).reduce(over, 0);
}

/** Where the stack of a link way may stand, from the best: on its own side of the road at first. */
export function placesFor(plan: MapPlan, road: MapRoad, direction: 0 | 1): readonly Stack[] {
  const { unit, card } = plan;
  const usual = road.meets[direction] + card.dot * 1.2 + 4 * unit;
  const height = slotHeight(plan) * STACK_SLOTS;
  return PLACES.map(({ side, shift, aside }) => {
    const distance = Math.max(0, Math.min(road.length * 0.42, usual + shift * height));
    const reach = road.width * 0.5 + card.dot * (0.9 + aside);
    const { x, y } = pointOnRoad(road, direction, distance, side * reach - road.width * 0.25);
    const { dx } = middleAt(road, direction === 0 ? distance : road.length - distance);
    // The right-hand side of who drives right lies below.
    const down = (direction === 0 ? dx : -dx) * side;
    return { foot: { x, y: y + ((1 + down) / 2) * height }, isBelowRoad: down > 0.3 };
  });
}

/** All that is drawn of a stack: its tray and its figures. */
export function stackBox(plan: MapPlan, { foot, isBelowRoad }: Stack): Box {
  const { unit, card, font } = plan;
  const tray = slotHeight(plan) * STACK_SLOTS + 3 * unit;
  const figures = font.small + 3 * unit;
  const width = Math.max(card.dot * 1.35, guessWidth(LONGEST, font.small));
  return {
    x: foot.x - width / 2,
    y: foot.y - tray - (isBelowRoad ? 0 : figures),
    width,
    height: tray + figures,
  };
}

/** Height of one packet in the stack, in px. */
export function slotHeight({ card }: Pick<MapPlan, 'card'>): number {
  return card.dot * 0.58;
}
