import type { Size } from '../../ui/useSize';
import { type Box, clamp, type Point } from '../plan';
import { markRadius } from '../whyMark';
import type { MapPlan, NodePlan } from './mapTypes';

/** Discs in a row, before the next row begins. */
const MOST_COLUMNS = 4;

/** The box that so many discs in rows take up. */
export function traySize(plan: MapPlan, count: number): Size & { columns: number; apart: number } {
  const apart = markRadius(plan) * 2.25;
  const columns = Math.min(count, MOST_COLUMNS);
  return { columns, apart, width: columns * apart, height: Math.ceil(count / columns) * apart };
}

/** What a tray is laid over costs so much as the way from its house in discs; each for the part of it that lies there. */
const COSTS = { tray: 100, name: 40, house: 8, ownHouse: 2.5, figures: 2 } as const;
/** Places are tried in steps of a disc's radius, so far from a house. */
const REACH = 12;

/** Steps from a house, the nearest first. */
const STEPS: readonly Point[] = Array.from({ length: (2 * REACH + 1) ** 2 }, (_, i) => ({
  x: (i % (2 * REACH + 1)) - REACH,
  y: Math.floor(i / (2 * REACH + 1)) - REACH,
})).toSorted((a, b) => Math.hypot(a.x, a.y) - Math.hypot(b.x, b.y) || a.y - b.y || a.x - b.x);

/** Something that is not to be hidden, and what it costs. */
interface Obstacle {
  readonly box: Box;
  readonly cost: number;
}

/** The corner of a tray for each house or post office with discs: near it, and over as little as possible of what is read. */
export function placeTrays(
  plan: MapPlan,
  counts: ReadonlyMap<number, number>,
  discs: readonly Point[],
): ReadonlyMap<number, Point> {
  const disc = { width: 2 * markRadius(plan), height: 2 * markRadius(plan) };
  const taken = discs.map((point): Obstacle => ({ box: boxAround(point, disc), cost: COSTS.tray }));
  const corners = new Map<number, Point>();
  // The largest first: they find the least room.
  const inOrder = [...counts].toSorted(([a, n], [b, m]) => m - n || a - b);
  for (const [number, count] of inOrder) {
    const node = plan.nodes[number]!;
    const box = placeTray(plan, node, traySize(plan, count), [...taken, ...obstaclesOf(plan, node)]);
    taken.push({ box, cost: COSTS.tray });
    corners.set(number, box);
  }
  return corners;
}

/** What is read on the map, seen from one house. */
function obstaclesOf({ nodes, roads, hasSigns }: MapPlan, own: NodePlan): readonly Obstacle[] {
  const obstacles: Obstacle[] = [];
  for (const { name, sign, body, number } of nodes) {
    obstacles.push({ box: name, cost: COSTS.name });
    if (hasSigns) obstacles.push({ box: sign, cost: COSTS.name });
    obstacles.push({ box: body, cost: number === own.number ? COSTS.ownHouse : COSTS.house });
  }
  for (const { label } of roads) if (label) obstacles.push({ box: label, cost: COSTS.figures });
  return obstacles;
}

function placeTray(plan: MapPlan, { body }: NodePlan, size: Size, obstacles: readonly Obstacle[]): Box {
  const radius = markRadius(plan);
  const middle = { x: body.x + body.width / 2, y: body.y + body.height / 2 };
  const reach = boxAround(middle, {
    width: 2 * REACH * radius + size.width,
    height: 2 * REACH * radius + size.height,
  });
  const near = obstacles.filter(({ box }) => sharedArea(reach, box) > 0);
  let best = boxAround(middle, size);
  let least = Infinity;
  for (const step of STEPS) {
    const spot = { x: middle.x + step.x * radius, y: middle.y + step.y * radius };
    const away = Math.hypot(step.x, step.y) / 2;
    // All others are farther off.
    if (away >= least) break;
    const box = inSheet(plan, boxAround(spot, size));
    let cost = away;
    for (const obstacle of near) {
      cost += (obstacle.cost * sharedArea(box, obstacle.box)) / (size.width * size.height);
    }
    if (cost < least) [best, least] = [box, cost];
  }
  return best;
}

function sharedArea(a: Box, b: Box): number {
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  return width > 0 && height > 0 ? width * height : 0;
}

function boxAround({ x, y }: Point, { width, height }: Size): Box {
  return { x: x - width / 2, y: y - height / 2, width, height };
}

function inSheet({ width, height }: MapPlan, box: Box): Box {
  return {
    ...box,
    x: clamp(box.x, 2, Math.max(2, width - box.width - 2)),
    y: clamp(box.y, 2, Math.max(2, height - box.height - 2)),
  };
}
