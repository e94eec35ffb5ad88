import type { BuildingPlan, TownPlan } from './plan';
import { guessWidth } from './textFit';

/** Where words stand on the ground floor of a building, apart from its bins. */
export interface GroundFloor {
  /** Room beside the bins. */
  readonly free: number;
  /** Both lines fit. */
  readonly isTall: boolean;
  readonly x: number;
  readonly anchor: 'start' | 'end';
  /** Length of the first line: less than it takes where a closed door stands in its way. */
  readonly length: number;
  /** Baseline of the first line. */
  readonly firstLine: number;
}

/** Places a line, and a second one below it where there is room for that; those words look away from the road. */
export function groundFloor(
  { lobby, side, bins, rooms }: BuildingPlan,
  { unit, font }: TownPlan,
  first: string,
  second: string,
): GroundFloor {
  const isClient = side === 'client';
  const innermost = bins.at(-1);
  const free = innermost
    ? (isClient ? innermost.x - lobby.x : lobby.x + lobby.width - innermost.x - innermost.width) - 12 * unit
    : lobby.width;
  const isTall =
    lobby.height > font.medium + font.small * 1.5 + 12 * unit && guessWidth(second, font.small) < free;
  const middle = lobby.y + lobby.height / 2;
  const x = isClient ? lobby.x + 12 * unit : lobby.x + lobby.width - 12 * unit;
  const plates = rooms.map(({ plate }) => plate).filter(({ y, width }) => width > 0 && y >= lobby.y);
  const apart = plates.map((plate) => Math.abs(x - plate.x - (isClient ? 0 : plate.width)) - 4 * unit);
  return {
    free,
    isTall,
    x,
    length: Math.min(guessWidth(first, font.medium), ...apart),
    anchor: isClient ? 'start' : 'end',
    firstLine: middle + (isTall ? -font.small * 0.3 : font.medium * 0.36),
  };
}
