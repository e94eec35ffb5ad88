import type { Box } from '../plan';
import { guessWidth } from '../textFit';
import { isTooNear } from './keepApart';
import { isNearBox } from './mapRoad';
import { MONO } from './measureNode';
import type { NodePlan } from './mapTypes';
import type { Ground } from './placeLabels';

/** The longest notes: a port that a NAT puts in the place of another, and fragments in either language. */
const LONGEST_PORTS = 13;
const LONGEST_WORDS = '99 put together';
/** To lie over something that is written is so much worse than to lie over a road. */
const WRITTEN = 10;

/** Where the note of a machine that did something with a packet stands: beside it, where it hides the least. */
export function placeNote(node: NodePlan, { area, roads, taken, font }: Ground): Box {
  const width = (node.isNat ? LONGEST_PORTS * MONO * font : guessWidth(LONGEST_WORDS, font)) + font;
  const places = notePlaces(node, { width, height: font * 1.5 }, area);
  const cost = (note: Box): number =>
    WRITTEN * taken.filter((box) => isTooNear(box, note, 0)).length +
    roads.filter((road) => isNearBox(road.points, note, road.width / 2)).length;
  const costs = places.map(cost);
  return places[costs.indexOf(Math.min(...costs))]!;
}

/** Below, above, and on both sides, from the best; within the area. */
function notePlaces({ box, body }: NodePlan, size: Pick<Box, 'width' | 'height'>, area: Box): readonly Box[] {
  const { width, height } = size;
  const middle = body.x + body.width / 2;
  const gap = height * 0.2;
  const below = body.y + body.height + gap;
  const above = box.y - height - gap;
  const columns = [middle - width / 2, middle + gap, middle - width - gap];
  const beside = [
    body.x + body.width + gap,
    body.x - width - gap,
    box.x + box.width + gap,
    box.x - width - gap,
  ];
  const spots = [
    ...[below, box.y + box.height + gap, above, below + height * 1.2, above - height * 1.2].flatMap((y) =>
      columns.map((x) => ({ x, y })),
    ),
    ...beside.flatMap((x) =>
      [0.2, 0.5, 0.8, 1].map((part) => ({ x, y: box.y + box.height * part - height / 2 })),
    ),
  ];
  return spots.map(({ x, y }) => ({
    x: Math.min(Math.max(x, area.x), area.x + area.width - width),
    y: Math.min(Math.max(y, area.y), area.y + area.height - height),
    ...size,
  }));
}
