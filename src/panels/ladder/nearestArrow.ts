import type { DrawnArrow } from './drawing';

/** A finger or a mouse so near to a line means it, in CSS pixels. */
const REACH = 9;

type Line = Pick<DrawnArrow, 'x1' | 'y1' | 'x2' | 'y2'>;

/** The arrow whose line is nearest to a point of the lane, or undefined when none is near: lines cross, points do not. */
export function nearestArrow<T extends Line>(arrows: readonly T[], x: number, y: number): T | undefined {
  let nearest: T | undefined;
  let least = REACH;
  for (const arrow of arrows) {
    const distance = distanceTo(arrow, x, y);
    if (distance > least) continue;
    least = distance;
    nearest = arrow;
  }
  return nearest;
}

function distanceTo({ x1, y1, x2, y2 }: Line, x: number, y: number): number {
  const [dx, dy] = [x2 - x1, y2 - y1];
  const length = dx * dx + dy * dy;
  const along = length === 0 ? 0 : Math.max(0, Math.min(1, ((x - x1) * dx + (y - y1) * dy) / length));
  return Math.hypot(x - x1 - along * dx, y - y1 - along * dy);
}
