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
  // Middles of the boxes: plain numbers, as there are a million of these comparisons in a large town.
  const middles = spots.map((spot, i) => middleOf(inArea(spot, boxes[i]!, area), boxes[i]!));
  const x = middles.map((middle) => middle.x);
  const y = middles.map((middle) => middle.y);
  const keepIn = (i: number): void => {
    const { width, height } = boxes[i]!;
    x[i] = clamp(x[i]!, area.x + width / 2, Math.max(area.x, area.x + area.width - width) + width / 2);
    y[i] = clamp(y[i]!, area.y + height / 2, Math.max(area.y, area.y + area.height - height) + height / 2);
  };
  for (let round = 0; round < ROUNDS; round += 1) {
    let isMoved = false;
    for (let i = 0; i < boxes.length; i += 1) {
      for (let j = i + 1; j < boxes.length; j += 1) {
        const across = (boxes[i]!.width + boxes[j]!.width) / 2 + gap - Math.abs(x[j]! - x[i]!);
        const down = (boxes[i]!.height + boxes[j]!.height) / 2 + gap - Math.abs(y[j]! - y[i]!);
        if (across <= 0 || down <= 0) continue;
        isMoved = true;
        pushOnce(across < down ? x : y, i, j, Math.min(across, down) / 2 + 0.1);
        keepIn(i);
        keepIn(j);
      }
    }
    if (!isMoved) return boxes.map((box, i) => spotOf({ x: x[i]!, y: y[i]! }, box));
  }
  return null;
}

/** Moves two values away from each other. */
function pushOnce(values: number[], i: number, j: number, by: number): void {
  const away = values[j]! < values[i]! ? -by : by;
  values[i] = values[i]! - away;
  values[j] = values[j]! + away;
}

function middleOf(spot: Point, { x, y, width, height }: Box): Point {
  return { x: spot.x + x + width / 2, y: spot.y + y + height / 2 };
}

function spotOf(middle: Point, { x, y, width, height }: Box): Point {
  return { x: middle.x - x - width / 2, y: middle.y - y - height / 2 };
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
