import { type Box, isIn, inset, type Point } from '../plan';
import { distanceToRoad } from './mapRoad';
import type { MapPlan } from './mapTypes';

const WINDINGS = [0, 0.6, 0.95, 0.55, -0.2, -0.8, -0.95, -0.4, 0.3, 0.8, 0.5, -0.1] as const;
const BEGINNINGS = [0.5, 0.36, 0.64, 0.24, 0.76, 0.14, 0.86, 0.06, 0.94] as const;
const SLANTS = [0.1, -0.1, 0.24, -0.24, 0] as const;

/** The course of a river that no house stands in and that crosses roads rather than following them; empty: there is none. */
export function riverOf(plan: MapPlan, width: number): readonly Point[] {
  const walls = [
    ...plan.nodes.map(({ box }) => inset(box, -width / 2 - 5 * plan.unit)),
    ...plan.roads.flatMap(({ label }) => (label ? [inset(label, -width / 2)] : [])),
  ];
  let best: readonly Point[] = [];
  let least = Infinity;
  for (const start of BEGINNINGS) {
    for (const slant of SLANTS) {
      const course = courseFrom(plan, start, slant);
      if (course.some((point) => isInAny(walls, point))) continue;
      const wet = course.filter((point) =>
        plan.roads.some((road) => distanceToRoad(road.points, point) < road.width / 2 + width / 2),
      ).length;
      if (wet < least) [best, least] = [course, wet];
    }
  }
  // One that lies under roads for long is no river.
  return least > best.length * 0.4 ? [] : best;
}

function isInAny(boxes: readonly Box[], point: Point): boolean {
  return boxes.some((box) => isIn(box, point));
}

const PIECES = 66;

/** Across the shorter side of the map, winding. */
function courseFrom({ width, height, shape }: MapPlan, start: number, slant: number): readonly Point[] {
  const isDown = shape === 'wide';
  const [long, across] = isDown ? [height, width] : [width, height];
  return Array.from({ length: PIECES + 1 }, (_, i) => {
    const t = i / PIECES;
    const at = t * (WINDINGS.length - 1);
    const k = Math.min(WINDINGS.length - 2, Math.floor(at));
    const rest = at - k;
    const smooth = rest * rest * (3 - 2 * rest);
    const winding = WINDINGS[k]! + (WINDINGS[k + 1]! - WINDINGS[k]!) * smooth;
    const aside = across * (start + slant * (t - 0.5)) + winding * Math.min(across * 0.03, 34);
    const along = -12 + t * (long + 24);
    return isDown ? { x: aside, y: along } : { x: along, y: aside };
  });
}
