import { type Box, inset, type Point } from '../plan';
import { distanceToBox, isTooNear } from './keepApart';
import { distanceToRoad } from './mapRoad';
import type { MapPlan } from './mapTypes';
import { riverOf } from './river';
import { part } from './scatter';

/** What stands and lies about on the map where nobody lives: it says nothing, and is the same at every look. */
export interface Scenery {
  /** The middle of the water, or nothing. */
  readonly river: readonly Point[];
  readonly riverWidth: number;
  readonly fields: readonly Field[];
  readonly trees: readonly PlacedTree[];
}

/** A ploughed field; `look` chooses its crop. */
export interface Field extends Box {
  readonly look: number;
}

export interface PlacedTree extends Point {
  readonly size: number;
  readonly look: number;
}

const FIELD = { width: 104, height: 62 };
const MOST_FIELDS = 4;
const MOST_TREES = 64;
/** One tree at most in each square of so many units. */
const TREE_SQUARE = 44;

/** The scenery between the houses of a plan. */
export function sceneryOf(plan: MapPlan): Scenery {
  const riverWidth = 24 * plan.unit;
  const river = riverOf(plan, riverWidth);
  const ground: Ground = { plan, river, riverWidth };
  const fields = fieldsOn(ground);
  return { river, riverWidth, fields, trees: treesOn(ground, fields) };
}

interface Ground {
  readonly plan: MapPlan;
  readonly river: readonly Point[];
  readonly riverWidth: number;
}

/** How much room there is around a point until something of the town begins. */
function roomAround({ plan, river, riverWidth }: Ground, point: Point): number {
  const rooms = [
    ...plan.nodes.map(({ box }) => distanceToBox(box, point)),
    ...plan.roads.map((road) => distanceToRoad(road.points, point) - road.width / 2),
    ...plan.roads.flatMap(({ label }) => (label ? [distanceToBox(label, point)] : [])),
  ];
  if (river.length > 0) rooms.push(distanceToRoad(river, point) - riverWidth / 2);
  return Math.min(...rooms);
}

/** Fields where there is most room. */
function fieldsOn(ground: Ground): readonly Field[] {
  const { width, height, unit } = ground.plan;
  const places: { readonly box: Field; readonly room: number }[] = [];
  for (let row = 0; row * 36 * unit < height; row += 1) {
    for (let column = 0; column * 48 * unit < width; column += 1) {
      const larger = 0.8 + 0.5 * part(row * 41 + column, 8);
      const size = { width: FIELD.width * unit * larger, height: FIELD.height * unit * larger };
      const reach = Math.hypot(size.width, size.height) / 2;
      const middle = { x: (column + part(row, 1)) * 48 * unit, y: (row + 0.5) * 36 * unit };
      const box = {
        x: middle.x - size.width / 2,
        y: middle.y - size.height / 2,
        ...size,
        look: row + column,
      };
      const room = roomAround(ground, middle);
      if (room > reach * 0.92 && isOnMap(box, ground.plan)) places.push({ box, room });
    }
  }
  const fields: Field[] = [];
  for (const { box } of places.toSorted((a, b) => b.room - a.room)) {
    if (fields.length < MOST_FIELDS && fields.every((other) => !isTooNear(other, box, 10 * unit)))
      fields.push(box);
  }
  return fields;
}

function isOnMap({ x, y, width, height }: Box, plan: MapPlan): boolean {
  const isUnderTools = y < plan.area.y && x < plan.width / 2;
  return !isUnderTools && x > 6 && y > 6 && x + width < plan.width - 6 && y + height < plan.height - 6;
}

/** Trees in groves: where the ground's own pattern wants them and there is room. */
function treesOn(ground: Ground, fields: readonly Field[]): readonly PlacedTree[] {
  const { width, height, unit, tier } = ground.plan;
  const step = TREE_SQUARE * unit;
  const trees: PlacedTree[] = [];
  for (let row = 0; row * step < height; row += 1) {
    for (let column = 0; column * step < width; column += 1) {
      const number = row * 97 + column;
      if (part(number, 2) > 0.42 + 0.36 * part(Math.floor(row / 2) * 31 + Math.floor(column / 2), 3))
        continue;
      const size = (tier === 'mark' ? 0.2 : 0.26) * (0.75 + 0.5 * part(number, 4)) * unit;
      const foot = { x: (column + part(number, 5)) * step, y: (row + part(number, 6)) * step };
      const crown = { x: foot.x, y: foot.y - 46 * size };
      const isFree =
        roomAround(ground, crown) > 44 * size &&
        roomAround(ground, foot) > 10 * size &&
        fields.every(
          (field) => distanceToBox(inset(field, -4), crown) > 30 * size && distanceToBox(field, foot) > 4,
        );
      if (isFree && foot.y < height - 4) trees.push({ ...foot, size, look: number % 3 });
    }
  }
  // Too many on a large map: every nth is left, all over it.
  const keep = Math.max(1, Math.ceil(trees.length / MOST_TREES));
  return trees.filter((_, i) => i % keep === 0);
}
