import { MAP_HEIGHT, MAP_WIDTH, type Spot } from '../../experiment/spot';
import { MAP_STEP } from '../../experiment/spotsFor';
import { clamp, type Point } from '../plan';
import type { MapPlan } from './mapTypes';

/** The spot on the grid of the map that lies nearest to a point of a stage that shows the whole map. */
export function spotAt({ frame, shape }: Pick<MapPlan, 'frame' | 'shape'>, { x, y }: Point): Spot {
  const across = (x - frame.x) / frame.width;
  const down = (y - frame.y) / frame.height;
  const isTurned = shape === 'portrait';
  return {
    x: onGrid((isTurned ? down : across) * MAP_WIDTH, MAP_WIDTH),
    y: onGrid((isTurned ? across : down) * MAP_HEIGHT, MAP_HEIGHT),
  };
}

/** Where on such a stage a spot lies. */
export function pointOfSpot({ frame, shape }: Pick<MapPlan, 'frame' | 'shape'>, { x, y }: Spot): Point {
  const [across, down] =
    shape === 'portrait' ? [y / MAP_HEIGHT, x / MAP_WIDTH] : [x / MAP_WIDTH, y / MAP_HEIGHT];
  return { x: frame.x + across * frame.width, y: frame.y + down * frame.height };
}

function onGrid(value: number, most: number): number {
  return clamp(Math.round(value / MAP_STEP) * MAP_STEP, 0, most);
}

const ARROWS: Readonly<Record<string, Point>> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
};

/** The direction of an arrow key as it is seen; null for other keys. */
export function arrowOf(key: string): Point | null {
  return ARROWS[key] ?? null;
}

/** The spot one step of the grid, or several, from a node's in the direction of an arrow. */
export function stepFrom(plan: MapPlan, at: Point, arrow: Point, steps: number): Spot {
  const { x, y } = spotAt(plan, at);
  const isTurned = plan.shape === 'portrait';
  const [across, down] = isTurned ? [arrow.y, arrow.x] : [arrow.x, arrow.y];
  return {
    x: clamp(x + across * steps * MAP_STEP, 0, MAP_WIDTH),
    y: clamp(y + down * steps * MAP_STEP, 0, MAP_HEIGHT),
  };
}

/** The number of the place nearest to one in the direction of an arrow; null where none lies there. */
export function neighbourOf(places: readonly Point[], from: number, arrow: Point): number | null {
  const start = places[from];
  if (!start) return null;
  let nearest: number | null = null;
  let least = Infinity;
  places.forEach(({ x, y }, number) => {
    const [dx, dy] = [x - start.x, y - start.y];
    const along = dx * arrow.x + dy * arrow.y;
    const aside = Math.abs(dx * arrow.y) + Math.abs(dy * arrow.x);
    const distance = along + 2 * aside;
    if (number === from || along <= 1 || aside > along * 2 || distance >= least) return;
    [nearest, least] = [number, distance];
  });
  return nearest;
}
