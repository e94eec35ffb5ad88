import type { NodeId, Town } from './experiment';
import { MAP_HEIGHT, MAP_WIDTH, type Spot } from './spot';

/** Spots lie on a grid of so many map units. */
export const MAP_STEP = 20;

const ROUNDS = 120;
/** Nodes without a way between them stand so many links apart. */
const FAR = 4;
const MARGIN = 60;

/**
 * Spots for a town that has none: neighbours stand near each other, by the number of links between any two (stress
 * majorization, Gansner, Koren and North 2004), the longest way through the town runs from left to right. The same
 * town gives the same spots.
 */
export function spotsFor(town: Town): ReadonlyMap<NodeId, Spot> {
  const nodes = [...town.hosts, ...town.routers].map(({ id }) => id);
  const apart = linksApart(nodes, town);
  const points = startingPoints(apart);
  for (let round = 0; round < ROUNDS; round += 1) settle(points, apart);
  return spread(nodes, points);
}

/** How many links lie between any two nodes, by their numbers. */
function linksApart(nodes: readonly NodeId[], { links }: Town): readonly (readonly number[])[] {
  const numbers = new Map(nodes.map((id, number) => [id, number]));
  const neighbours = nodes.map((): number[] => []);
  for (const { from, to } of links) {
    const [a, b] = [numbers.get(from), numbers.get(to)];
    if (a === undefined || b === undefined) continue;
    neighbours[a]!.push(b);
    neighbours[b]!.push(a);
  }
  return nodes.map((_, start) => stepsFrom(start, neighbours));
}

function stepsFrom(start: number, neighbours: readonly (readonly number[])[]): readonly number[] {
  const steps = neighbours.map(() => FAR);
  const seen = new Set([start]);
  steps[start] = 0;
  // A set is walked in the order of adding, also what is added on the walk: nearest first.
  for (const node of seen) {
    for (const next of neighbours[node]!) {
      if (seen.has(next)) continue;
      seen.add(next);
      steps[next] = steps[node]! + 1;
    }
  }
  return steps;
}

interface MovingPoint {
  x: number;
  y: number;
}

/** Along the longest way by the steps from its one end, across it in turn to both sides. */
function startingPoints(apart: readonly (readonly number[])[]): MovingPoint[] {
  const farthest = (steps: readonly number[]): number => steps.indexOf(Math.max(...steps));
  const end = apart[0] ? farthest(apart[farthest(apart[0])]!) : 0;
  const inColumn = new Map<number, number>();
  return apart.map((steps) => {
    const x = steps[end]!;
    const turn = inColumn.get(x) ?? 0;
    inColumn.set(x, turn + 1);
    return { x, y: (turn % 2 === 0 ? 1 : -1) * Math.ceil(turn / 2) * 0.7 + x * 0.01 };
  });
}

/** Moves every point to where the others together want it: at its number of links from each, near ones counting most. */
function settle(points: MovingPoint[], apart: readonly (readonly number[])[]): void {
  points.forEach((point, i) => {
    let [x, y, total] = [0, 0, 0];
    points.forEach((other, j) => {
      const steps = apart[i]![j]!;
      if (i === j) return;
      const [dx, dy] = [point.x - other.x, point.y - other.y];
      const length = Math.sqrt(dx * dx + dy * dy) || 1;
      const weight = 1 / (steps * steps);
      x += weight * (other.x + (steps * dx) / length);
      y += weight * (other.y + (steps * dy) / length);
      total += weight;
    });
    if (total > 0) Object.assign(point, { x: x / total, y: y / total });
  });
}

/** Stretched over the whole map and put on its grid, one node to a place. */
function spread(nodes: readonly NodeId[], points: readonly MovingPoint[]): ReadonlyMap<NodeId, Spot> {
  const across = scale(
    points.map(({ x }) => x),
    MAP_WIDTH,
  );
  const down = scale(
    points.map(({ y }) => y),
    MAP_HEIGHT,
  );
  const taken = new Set<string>();
  return new Map(
    nodes.map((id, i) => [id, freeSpot({ x: across(points[i]!.x), y: down(points[i]!.y) }, taken)]),
  );
}

/**
 * From the range of the values to the map within its margins: half by value and half by rank, so that crowded parts get
 * more room. All of one value stand in the middle.
 */
function scale(values: readonly number[], size: number): (value: number) => number {
  const inOrder = values.toSorted((a, b) => a - b);
  const [low, high] = [inOrder[0] ?? 0, inOrder.at(-1) ?? 0];
  if (high - low < 0.05) return () => size / 2;
  const last = inOrder.length - 1;
  return (value) => {
    const rank = (inOrder.indexOf(value) + inOrder.lastIndexOf(value)) / 2 / last;
    const place = ((value - low) / (high - low) + rank) / 2;
    return MARGIN + place * (size - 2 * MARGIN);
  };
}

/** The nearest free place of the grid: rings of places are tried from the inside out. */
function freeSpot({ x, y }: Spot, taken: Set<string>): Spot {
  const [column, row] = [Math.round(x / MAP_STEP), Math.round(y / MAP_STEP)];
  for (let ring = 0; ; ring += 1) {
    for (let dx = -ring; dx <= ring; dx += 1) {
      for (let dy = -ring; dy <= ring; dy += 1) {
        if (Math.max(Math.abs(dx), Math.abs(dy)) !== ring) continue;
        const spot = { x: (column + dx) * MAP_STEP, y: (row + dy) * MAP_STEP };
        const isOnMap = spot.x >= 0 && spot.x <= MAP_WIDTH && spot.y >= 0 && spot.y <= MAP_HEIGHT;
        if (!isOnMap || taken.has(`${spot.x} ${spot.y}`)) continue;
        taken.add(`${spot.x} ${spot.y}`);
        return spot;
      }
    }
  }
}
