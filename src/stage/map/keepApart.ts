import { type Box, clamp, type Point } from '../plan';

const ROUNDS = 160;

/** Whether two boxes come nearer to each other than `gap`. */
export function isTooNear(a: Box, b: Box, gap: number): boolean {
  return (
    a.x < b.x + b.width + gap &&
    b.x < a.x + a.width + gap &&
    a.y < b.y + b.height + gap &&
    b.y < a.y + a.height + gap
  );
}

/** How far a point is from a box; 0 inside it. */
export function distanceToBox({ x, y, width, height }: Box, point: Point): number {
  const dx = Math.max(x - point.x, 0, point.x - x - width);
  const dy = Math.max(y - point.y, 0, point.y - y - height);
  return Math.hypot(dx, dy);
}

/** A box around the origin moved to a point. */
export function moved(box: Box, { x, y }: Point): Box {
  return { ...box, x: box.x + x, y: box.y + y };
}

/** Whether all boxes, each around its spot, keep the gap. */
export function areApart(spots: readonly Point[], boxes: readonly Box[], gap: number): boolean {
  const placed = boxes.map((box, i) => moved(box, spots[i]!));
  return placed.every((box, i) => placed.every((other, j) => j <= i || !isTooNear(box, other, gap)));
}

/**
 * The spots moved as little as it takes to keep all boxes apart and in the area: pairs that are too near push each
 * other away, the shorter way. Null where that leads nowhere.
 */
export function pushApart(
  spots: readonly Point[],
  boxes: readonly Box[],
  area: Box,
  gap: number,
): readonly Point[] | null {
  const points = spots.map((spot, i) => inArea(spot, boxes[i]!, area));
  for (let round = 0; round < ROUNDS; round += 1) {
    let isMoved = false;
    for (let i = 0; i < points.length; i += 1) {
      for (let j = i + 1; j < points.length; j += 1) {
        const push = pushBetween(moved(boxes[i]!, points[i]!), moved(boxes[j]!, points[j]!), gap);
        if (!push) continue;
        isMoved = true;
        points[i] = inArea({ x: points[i]!.x - push.x, y: points[i]!.y - push.y }, boxes[i]!, area);
        points[j] = inArea({ x: points[j]!.x + push.x, y: points[j]!.y + push.y }, boxes[j]!, area);
      }
    }
    if (!isMoved) return points;
  }
  return null;
}

/** How far the second of two boxes has to go, and the first in the other direction; null when they keep the gap. */
function pushBetween(a: Box, b: Box, gap: number): Point | null {
  if (!isTooNear(a, b, gap)) return null;
  const [dx, dy] = [b.x + b.width / 2 - a.x - a.width / 2, b.y + b.height / 2 - a.y - a.height / 2];
  const across = (a.width + b.width) / 2 + gap - Math.abs(dx);
  const down = (a.height + b.height) / 2 + gap - Math.abs(dy);
  return across < down
    ? { x: (dx < 0 ? -1 : 1) * (across / 2 + 0.1), y: 0 }
    : { x: 0, y: (dy < 0 ? -1 : 1) * (down / 2 + 0.1) };
}

/** The point nearest to a spot where the box around it lies in the area. */
export function inArea({ x, y }: Point, box: Box, area: Box): Point {
  return {
    x: clamp(x, area.x - box.x, Math.max(area.x - box.x, area.x + area.width - box.x - box.width)),
    y: clamp(y, area.y - box.y, Math.max(area.y - box.y, area.y + area.height - box.y - box.height)),
  };
}

/** Places in columns and rows, for where pushing leads nowhere: left stays left, and above stays above. */
export function inColumns(spots: readonly Point[], boxes: readonly Box[], area: Box): readonly Point[] {
  const columns = columnsFor(boxes, area);
  const perColumn = Math.ceil(spots.length / columns);
  const order = spots.map((_, i) => i).toSorted((a, b) => spots[a]!.x - spots[b]!.x || a - b);
  const points: Point[] = [...spots];
  for (let column = 0; column < columns; column += 1) {
    const own = order
      .slice(column * perColumn, (column + 1) * perColumn)
      .toSorted((a, b) => spots[a]!.y - spots[b]!.y || a - b);
    own.forEach((node, row) => {
      const middle = {
        x: area.x + ((column + 0.5) * area.width) / columns,
        y: area.y + ((row + 0.5) * area.height) / own.length,
      };
      const { x, y, width, height } = boxes[node]!;
      points[node] = inArea(
        { x: middle.x - x - width / 2, y: middle.y - y - height / 2 },
        boxes[node]!,
        area,
      );
    });
  }
  return points;
}

/** As many columns as leave rows and columns about equally roomy. */
function columnsFor(boxes: readonly Box[], area: Box): number {
  const width = Math.max(...boxes.map((box) => box.width));
  const height = Math.max(...boxes.map((box) => box.height));
  let best = 1;
  let most = -Infinity;
  for (let columns = 1; columns <= boxes.length; columns += 1) {
    const rows = Math.ceil(boxes.length / columns);
    const room = Math.min(area.width / columns / width, area.height / rows / height);
    if (room > most) [best, most] = [columns, room];
  }
  return best;
}
