import { type Box, isIn, type Point } from '../plan';
import type { MapRoad } from './mapTypes';

/** A bend is drawn as so many straight pieces. */
const PIECES = 24;
/** How far a road may swing aside to keep clear of what stands in its way, as parts of its length. */
const BENDS = [0, 0.14, -0.14, 0.24, -0.24, 0.36, -0.36, 0.5, -0.5] as const;

/** A point of a road and the direction of travel there, in degrees clockwise from the right. */
export interface RoadPoint extends Point {
  readonly angle: number;
}

/** A way between two points that keeps clear of boxes as well as it can; `first` is the bend that is tried first. */
export function wayBetween(from: Point, to: Point, obstacles: readonly Box[], first = 0): readonly Point[] {
  let best = 0;
  let least = Infinity;
  for (const bend of first === 0 ? BENDS : [first, -first, ...BENDS.slice(1)]) {
    const points = bent(from, to, bend);
    const hits = points.filter((point) => obstacles.some((box) => isIn(box, point))).length;
    if (hits < least) [best, least] = [bend, hits];
    if (hits === 0) break;
  }
  // Most roads are straight, and then everything that is asked of them is quickly answered.
  return best === 0 ? [from, to] : bent(from, to, best);
}

/** A quadratic curve whose middle lies aside by that part of its length. */
function bent(from: Point, to: Point, bend: number): readonly Point[] {
  const control = {
    x: (from.x + to.x) / 2 - (to.y - from.y) * bend,
    y: (from.y + to.y) / 2 + (to.x - from.x) * bend,
  };
  return Array.from({ length: PIECES + 1 }, (_, i) => {
    const t = i / PIECES;
    const [a, b, c] = [(1 - t) ** 2, 2 * t * (1 - t), t ** 2];
    return { x: a * from.x + b * control.x + c * to.x, y: a * from.y + b * control.y + c * to.y };
  });
}

/** How far each point of a way is along it. */
export function lengthsAlong(points: readonly Point[]): readonly number[] {
  let length = 0;
  return points.map((point, i) => {
    const before = points[i - 1] ?? point;
    length += Math.hypot(point.x - before.x, point.y - before.y);
    return length;
  });
}

/** The way without what of both its ends lies in the boxes there: roads end at the walls of a house. */
export function clipEnds(points: readonly Point[], start: Box | null, end: Box | null): readonly Point[] {
  const clipped = clipStart(clipStart(points, start).toReversed(), end).toReversed();
  return clipped.length < 2 ? points : clipped;
}

function clipStart(points: readonly Point[], box: Box | null): readonly Point[] {
  const first = box ? points.findIndex((point) => !isIn(box, point)) : 0;
  if (!box || first <= 0) return first < 0 ? [] : points;
  return [wallBetween(points[first - 1]!, points[first]!, box), ...points.slice(first)];
}

/** Where a piece of way leaves a box, found by halving. */
function wallBetween(inside: Point, outside: Point, box: Box): Point {
  let [low, high] = [inside, outside];
  for (let i = 0; i < 12; i += 1) {
    const middle = { x: (low.x + high.x) / 2, y: (low.y + high.y) / 2 };
    if (isIn(box, middle)) low = middle;
    else high = middle;
  }
  return high;
}

/**
 * The point `distance` px from the end where a direction starts (0 from the link's `from`, 1 back), on the right-hand
 * half of the road, `aside` px nearer to its kerb. In a router both halves meet.
 */
export function pointOnRoad(road: MapRoad, direction: 0 | 1, distance: number, aside = 0): RoadPoint {
  const along = direction === 0 ? distance : road.length - distance;
  const { at, dx, dy } = middleAt(road, along);
  const sign = direction === 0 ? 1 : -1;
  const across = (road.width / 4 + aside) * apart(road, along) * sign;
  return {
    x: at.x - dy * across,
    y: at.y + dx * across,
    angle: (Math.atan2(dy * sign, dx * sign) * 180) / Math.PI,
  };
}

/** The middle of the road there, and the direction from its `from` to its `to`. */
export function middleAt(
  { points, along, length }: MapRoad,
  distance: number,
): { readonly at: Point; readonly dx: number; readonly dy: number } {
  const place = Math.min(length, Math.max(0, distance));
  let i = 1;
  while (i < points.length - 1 && along[i]! < place) i += 1;
  const [from, to] = [points[i - 1]!, points[i]!];
  const piece = along[i]! - along[i - 1]! || 1;
  const part = (place - along[i - 1]!) / piece;
  return {
    at: { x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part },
    dx: (to.x - from.x) / piece,
    dy: (to.y - from.y) / piece,
  };
}

/** How far apart both halves are there, from 0 in the middle of a router to 1. */
function apart({ meets, length }: MapRoad, along: number): number {
  const [start, end] = meets;
  const part = Math.min(1, start > 0 ? along / start : 1, end > 0 ? (length - along) / end : 1);
  const share = Math.max(0, part);
  return share * share * (3 - 2 * share);
}

/** How near a point is to a way, in px. */
export function distanceToRoad(points: readonly Point[], at: Point): number {
  let least = Infinity;
  for (let i = 1; i < points.length; i += 1) {
    least = Math.min(least, squareToPiece(points[i - 1]!, points[i]!, at.x, at.y));
  }
  return Math.sqrt(least);
}

/** Whether a way comes nearer to a box than `room` px. */
export function isNearBox(points: readonly Point[], box: Box, room: number): boolean {
  for (let i = 1; i < points.length; i += 1) {
    if (isPieceNear(points[i - 1]!, points[i]!, box, room)) return true;
  }
  return false;
}

/** The same for one straight piece. Plain numbers: a large town asks this a million times. */
function isPieceNear(from: Point, to: Point, { x, y, width, height }: Box, room: number): boolean {
  const [right, bottom] = [x + width, y + height];
  if (Math.max(from.x, to.x) < x - room || Math.min(from.x, to.x) > right + room) return false;
  if (Math.max(from.y, to.y) < y - room || Math.min(from.y, to.y) > bottom + room) return false;
  const square = room * room;
  return (
    squareToBox(from, x, y, right, bottom) < square ||
    squareToBox(to, x, y, right, bottom) < square ||
    squareToPiece(from, to, x, y) < square ||
    squareToPiece(from, to, right, y) < square ||
    squareToPiece(from, to, x, bottom) < square ||
    squareToPiece(from, to, right, bottom) < square ||
    isBetween(from, to, x, y, right, bottom)
  );
}

/** Whether a line parts the corners of a box: where its piece is near the box it then runs through it. */
function isBetween(from: Point, to: Point, x: number, y: number, right: number, bottom: number): boolean {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const first = dx * (y - from.y) - dy * (x - from.x) > 0;
  const others =
    dx * (y - from.y) - dy * (right - from.x) > 0 === first &&
    dx * (bottom - from.y) - dy * (x - from.x) > 0 === first &&
    dx * (bottom - from.y) - dy * (right - from.x) > 0 === first;
  if (others) return false;
  // Both boxes overlap in both directions, or the piece would have ended before the box.
  const [left, top] = [Math.min(from.x, to.x), Math.min(from.y, to.y)];
  return left <= right && left + Math.abs(dx) >= x && top <= bottom && top + Math.abs(dy) >= y;
}

function squareToBox({ x, y }: Point, left: number, top: number, right: number, bottom: number): number {
  const dx = Math.max(left - x, 0, x - right);
  const dy = Math.max(top - y, 0, y - bottom);
  return dx * dx + dy * dy;
}

function squareToPiece(a: Point, b: Point, x: number, y: number): number {
  const [dx, dy] = [b.x - a.x, b.y - a.y];
  const square = dx * dx + dy * dy || 1;
  const part = Math.min(1, Math.max(0, ((x - a.x) * dx + (y - a.y) * dy) / square));
  return (x - a.x - dx * part) ** 2 + (y - a.y - dy * part) ** 2;
}

/** A way as path data. */
export function pathOf(points: readonly Point[]): string {
  return `M${points.map(({ x, y }) => `${x.toFixed(1)} ${y.toFixed(1)}`).join('L')}`;
}
