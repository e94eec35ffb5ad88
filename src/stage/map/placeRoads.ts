import type { Town } from '../../experiment/experiment';
import { type Box, inset, type Sheet } from '../plan';
import { clipEnds, lengthsAlong, wayBetween } from './mapRoad';
import type { MapRoad, NodePlan, Tier } from './mapTypes';

/** What roads and their signs are measured by. */
export interface RoadMeasures {
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
  return town.links.flatMap((link, number): MapRoad[] => {
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
