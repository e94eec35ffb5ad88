import { TIMERS } from '../../trace/event';
import type { Box, TownPlan } from '../plan';
import { guessWidth } from '../textFit';

/** A timer's place on a desk. */
export interface PlacedTimer {
  readonly x: number;
  readonly width: number;
  /** Empty where there is no room for it. */
  readonly name: string;
  readonly nameWidth: number;
  readonly hasValue: boolean;
}

/** Room for the longest value: more than four digits of milliseconds is said in seconds. */
const WIDEST_VALUE = '000 s';
/** Letters and digits of the fixed-width face, as a part of its size. */
const MONO = 0.61;

/** Room that the ring of a timer takes in a row so high, in px. */
export function ringWidth(height: number): number {
  return height * 0.86;
}

/** More timers than these find no room, even as rings alone. */
export function mostTimers(width: number, height: number, { unit }: TownPlan): number {
  const each = ringWidth(height) + 4 * unit;
  return Math.min(TIMERS.length, Math.max(0, Math.floor((width + 4 * unit) / each)));
}

/** One beside the other, each with as much writing as there is room for; those that do not fit at all are left away. */
export function placeTimers(
  names: readonly string[],
  box: Box,
  { font, unit }: TownPlan,
): readonly PlacedTimer[] {
  const ring = ringWidth(box.height);
  const valueWidth = WIDEST_VALUE.length * font.small * MONO;
  const placed: PlacedTimer[] = [];
  for (const name of names) {
    const before = placed.at(-1);
    const x = before ? before.x + before.width + 4 * unit : box.x;
    const room = box.x + box.width - x;
    const nameWidth = guessWidth(name, font.small) + 3 * unit;
    const width = [ring + nameWidth + valueWidth, ring + valueWidth, ring].find((needed) => needed <= room);
    if (width === undefined) break;
    const isNamed = width > ring + valueWidth;
    placed.push({ x, width, name: isNamed ? name : '', nameWidth, hasValue: width > ring });
  }
  return placed;
}
