import type { WhyStep } from '../trace/whyStep';
import { clamp, type Point, type Sheet } from './plan';

/** The number of a step, at the place where it happened. */
export interface WhyMark extends Point {
  readonly step: WhyStep;
  /** From 1. */
  readonly number: number;
  /** Steps of one tray stand beside each other in their order: no arrow says so. */
  readonly tray?: number;
}

/** Which way the arrows are bent: into the sky over a street; on a map to their left, so that there and back lie apart. */
export type Bow = 'up' | 'left';

/** Radius of a number's disc. */
export function markRadius({ font }: Sheet): number {
  return font.small * 0.85;
}

/** The line from one disc to the next with its bow, and the head at its end; null where they touch. */
export function whyArrow(
  from: Point,
  to: Point,
  radius: number,
  bowed: Bow,
): { readonly line: string; readonly head: string } | null {
  const length = Math.hypot(to.x - from.x, to.y - from.y);
  if (length < radius * 2.6) return null;
  const bow = clamp(length * 0.22, radius, radius * 6);
  const middle =
    bowed === 'up'
      ? { x: (from.x + to.x) / 2, y: Math.min(from.y, to.y) - bow }
      : {
          x: (from.x + to.x) / 2 + ((to.y - from.y) / length) * bow,
          y: (from.y + to.y) / 2 - ((to.x - from.x) / length) * bow,
        };
  const start = towards(from, middle, radius);
  const end = towards(to, middle, radius * 1.25);
  const angle = Math.atan2(end.y - middle.y, end.x - middle.x);
  const barb = (turn: number): string =>
    `${end.x - Math.cos(angle + turn) * radius} ${end.y - Math.sin(angle + turn) * radius}`;
  return {
    line: `M${start.x} ${start.y}Q${middle.x} ${middle.y} ${end.x} ${end.y}`,
    head: `M${barb(0.5)}L${end.x} ${end.y}L${barb(-0.5)}`,
  };
}

/** The point nearest to one where a whole disc is on the picture. */
export function insideSheet(plan: Sheet, { x, y }: Point): Point {
  const edge = markRadius(plan) * 1.2;
  return { x: clamp(x, edge, plan.width - edge), y: clamp(y, edge, plan.height - edge) };
}

function towards(from: Point, to: Point, distance: number): Point {
  const length = Math.hypot(to.x - from.x, to.y - from.y) || 1;
  return {
    x: from.x + ((to.x - from.x) / length) * distance,
    y: from.y + ((to.y - from.y) / length) * distance,
  };
}
