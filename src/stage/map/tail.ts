import { centreOf } from '../camera';
import { edgeTowards } from '../noteSpot';
import type { Box, Point } from '../plan';

/** Path data of a tail from a plate to the point that it speaks of, `wide` px wide where it leaves the plate. */
export function tailOf(plate: Box, tip: Point, wide: number): string {
  const middle = centreOf(plate);
  const foot = edgeTowards(plate, tip);
  // Its base lies across the line from the middle of the plate, under it.
  const [dx, dy] = [tip.x - middle.x, tip.y - middle.y];
  const length = Math.hypot(dx, dy) || 1;
  const [along, across] = [
    { x: (dx / length) * (wide / 2), y: (dy / length) * (wide / 2) },
    { x: (-dy / length) * (wide / 2), y: (dx / length) * (wide / 2) },
  ];
  const root = { x: foot.x - along.x, y: foot.y - along.y };
  const points = [
    { x: root.x + across.x, y: root.y + across.y },
    tip,
    { x: root.x - across.x, y: root.y - across.y },
  ];
  return `M${points.map(({ x, y }) => `${x.toFixed(1)} ${y.toFixed(1)}`).join('L')}z`;
}
