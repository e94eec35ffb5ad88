import type { Size } from '../ui/useSize';
import type { View } from './camera';
import { type Box, clamp, overlapArea, type Point, type TownPlan } from './plan';

/** So many places are tried in each direction. */
const TRIES = 28;
/** Air to the edge of the stage and to what is spoken of, in px. */
const AIR = 8;
/** More than this share of a note over something that is looked at is no room. */
const MOST_COVERED = 0.04;
/** A note is no farther from what it speaks of than this share of the stage's width. */
const FARTHEST = 0.25;

/** Height of a note of loss below a road, in lines of small writing. */
const LOSS_LINES = 2.6;

/** Where a point of the stage is seen, in px from the corner of the picture. */
export function seenPoint(view: View, shown: Size, { x, y }: Point): Point {
  return {
    x: ((x - view.x) / view.width) * shown.width,
    y: ((y - view.y) / view.height) * shown.height,
  };
}

/**
 * Where the corner of a note of that size stands: as near as can be to `at` (as seen, in px), without covering it or
 * anything that is looked at. Null where there is no room.
 */
export function noteSpot(plan: TownPlan, view: View, at: Point, size: Size): Point | null {
  const zoom = plan.width / view.width;
  const looked = lookedAt(plan).map((box) => {
    const { x, y } = seenPoint(view, plan, box);
    return { x, y, width: box.width * zoom, height: box.height * zoom };
  });
  const { width, height } = plan.card.data;
  const spoken = boxAround(at, (width / 2) * zoom + AIR, (height / 2) * zoom + AIR);
  let best: Point | null = null;
  let least = plan.width * FARTHEST;
  for (let across = 0; across <= TRIES; across += 1) {
    for (let down = 0; down <= TRIES; down += 1) {
      const x = AIR + ((plan.width - size.width - 2 * AIR) * across) / TRIES;
      const y = AIR + ((plan.height - size.height - 2 * AIR) * down) / TRIES;
      const box = { x, y, ...size };
      const away = distance(box, at);
      if (away >= least || overlapArea(box, spoken) > 0) continue;
      const covered = looked.reduce((sum, other) => sum + overlapArea(box, other), 0);
      if (covered > size.width * size.height * MOST_COVERED) continue;
      least = away;
      best = { x, y };
    }
  }
  return best;
}

/** The point of a note's edge from which a line to `at` starts. */
export function edgeTowards(box: Box, at: Point): Point {
  return { x: clamp(at.x, box.x, box.x + box.width), y: clamp(at.y, box.y, box.y + box.height) };
}

/** What a viewer may have to see while a note is read: rooms, desks, doors, signs, roads and post offices. */
function lookedAt({ client, server, roads, offices, font }: TownPlan): readonly Box[] {
  const ofBuilding = ({ rooms, lobby, hall, sign, bins }: TownPlan['client']): readonly Box[] => [
    ...rooms.flatMap(({ box, door, plate }) => [box, door, plate]),
    ...bins,
    lobby,
    hall,
    sign,
  ];
  return [
    ...ofBuilding(client),
    ...ofBuilding(server),
    // Below a road it says what was lost on it.
    ...roads.flatMap(({ box, deck, label }) => [
      { ...box, height: box.height + deck + font.small * LOSS_LINES },
      label,
    ]),
    ...offices.flatMap(({ label, racks }) => [label, ...racks]),
  ];
}

function boxAround({ x, y }: Point, across: number, down: number): Box {
  return { x: x - across, y: y - down, width: 2 * across, height: 2 * down };
}

function distance(box: Box, at: Point): number {
  const edge = edgeTowards(box, at);
  return Math.hypot(edge.x - at.x, edge.y - at.y);
}
