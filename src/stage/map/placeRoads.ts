import type { Town } from '../../experiment/experiment';
import { type Box, inset, type Point, type Sheet } from '../plan';
import { guessWidth } from '../textFit';
import { isTooNear } from './keepApart';
import { clipEnds, isNearBox, lengthsAlong, middleAt, wayBetween } from './mapRoad';
import type { MapRoad, NodePlan, RoadLabel, Tier } from './mapTypes';

interface RoadMeasures {
  readonly tier: Tier;
  /** px of a unit at this size of buildings. */
  readonly unit: number;
  readonly sheet: Sheet;
  readonly area: Box;
}

const WIDTHS: Readonly<Record<Tier, number>> = { rooms: 30, front: 26, mark: 14 };
/** The bend by which a second road between the same two ends keeps clear of the first. */
const SECOND = 0.2;

/** The roads of a town between its nodes, in the order of its links. */
export function placeRoads(
  town: Town,
  nodes: readonly NodePlan[],
  measures: RoadMeasures,
): readonly MapRoad[] {
  const numbers = new Map(nodes.map(({ id, number }) => [id, number]));
  const between = new Map<string, number>();
  const roads = town.links.flatMap((link, number): MapRoad[] => {
    const from = nodes[numbers.get(link.from) ?? -1];
    const to = nodes[numbers.get(link.to) ?? -1];
    if (!from || !to || from === to) return [];
    const pair = [link.from, link.to].toSorted().join(' ');
    const earlier = between.get(pair) ?? 0;
    between.set(pair, earlier + 1);
    const side = (earlier % 2 === 0 ? 1 : -1) * (link.from < link.to ? 1 : -1);
    const bend = earlier === 0 ? 0 : SECOND * Math.ceil(earlier / 2) * side;
    return [placeRoad(link.id, number, from, to, nodes, measures, bend)];
  });
  return withLabels(roads, nodes, measures);
}

function placeRoad(
  link: string,
  number: number,
  from: NodePlan,
  to: NodePlan,
  nodes: readonly NodePlan[],
  { tier, unit }: RoadMeasures,
  bend: number,
): MapRoad {
  const width = WIDTHS[tier] * unit;
  const obstacles = nodes
    .filter((node) => node !== from && node !== to)
    .map(({ box }) => inset(box, -width / 3));
  const way = wayBetween(from.at, to.at, obstacles, bend);
  const points = clipEnds(way, wallsOf(from), wallsOf(to));
  const along = lengthsAlong(points);
  const meet = (node: NodePlan): number => (node.kind === 'router' ? node.body.width * 0.62 : 0);
  return {
    link,
    number,
    ends: [from.number, to.number],
    way,
    points,
    along,
    length: along.at(-1) ?? 0,
    width,
    meets: [meet(from), meet(to)],
    label: null,
  };
}

/** What a road ends at: the walls of a house, roof and sign included; a post office is gone through. */
function wallsOf({ kind, box }: NodePlan): Box | null {
  return kind === 'host' ? box : null;
}

/** Places along a road where its figures may stand, from the best. */
const PLACES = [0.5, 0.36, 0.64, 0.26, 0.74] as const;

/** Gives each road its figures where nothing else is, the long roads first. */
function withLabels(
  roads: readonly MapRoad[],
  nodes: readonly NodePlan[],
  { sheet, area }: RoadMeasures,
): readonly MapRoad[] {
  const taken: Box[] = nodes.map(({ box }) => box);
  const labels = new Map<number, RoadLabel>();
  for (const road of roads.toSorted((a, b) => b.length - a.length)) {
    const label = labelFor(road, roads, taken, sheet, area);
    if (!label) continue;
    labels.set(road.number, label);
    taken.push(label);
  }
  return roads.map((road) => ({ ...road, label: labels.get(road.number) ?? null }));
}

/** The longest that the figures of a link get. */
const LONGEST = { both: '1000 ms · 1000 Mbit/s', delay: '1000 ms' } as const;

function labelFor(
  road: MapRoad,
  roads: readonly MapRoad[],
  taken: readonly Box[],
  { font }: Sheet,
  area: Box,
): RoadLabel | null {
  const height = font.small * 1.3;
  for (const says of ['both', 'delay'] as const) {
    const width = guessWidth(LONGEST[says], font.small);
    for (const side of [1, -1]) {
      for (const place of PLACES) {
        const middle = besideRoad(road, place, side, { width, height });
        const box = { x: middle.x - width / 2, y: middle.y - height / 2, width, height };
        if (isInside(box, area) && isFree(box, road, roads, taken)) return { ...box, says };
      }
    }
  }
  return null;
}

function besideRoad(road: MapRoad, place: number, side: number, size: Pick<Box, 'width' | 'height'>): Point {
  const { at, dx, dy } = middleAt(road, road.length * place);
  // Below or right of the road at first.
  const flip = side * (dx > 0 || (dx === 0 && dy < 0) ? 1 : -1);
  const normal = { x: -dy * flip, y: dx * flip };
  const reach =
    road.width / 2 + 4 + (Math.abs(normal.x) * size.width) / 2 + (Math.abs(normal.y) * size.height) / 2;
  return { x: at.x + normal.x * reach, y: at.y + normal.y * reach };
}

function isInside(box: Box, area: Box): boolean {
  return (
    box.x >= area.x &&
    box.y >= area.y &&
    box.x + box.width <= area.x + area.width &&
    box.y + box.height <= area.y + area.height
  );
}

function isFree(box: Box, own: MapRoad, roads: readonly MapRoad[], taken: readonly Box[]): boolean {
  if (taken.some((other) => isTooNear(box, other, 3))) return false;
  return roads.every((road) => {
    // Nearer to its own road than to any other, or it would be taken for that one's.
    const room = road.width / 2 + (road === own ? 0 : 12);
    return !isNearBox(road.points, box, room);
  });
}
