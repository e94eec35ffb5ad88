import type { Spot } from './spot';
import { MAP_HEIGHT, MAP_WIDTH } from './spot';

const EDGE = 60;
const DISTANCES = [220, 300, 170];
/** Signs are wide: houses beside each other need more room than houses above each other. */
const STRETCH = 1.7;
const DIRECTIONS = 16;
/** Closer houses would stand in each other's way. */
const ROOM = 210;

/** A place near `near` where nothing else stands, or of the tried ones the one with most room. */
export function freeSpot(near: Spot, taken: readonly Spot[]): Spot {
  let best: Spot = insideMap(near);
  let most = -1;
  for (const candidate of [...candidates(near), ...anywhere(near)]) {
    const room = Math.min(Infinity, ...taken.map((other) => apart(other, candidate)));
    if (room >= ROOM) return candidate;
    if (room > most) [best, most] = [candidate, room];
  }
  return best;
}

/** The place itself if it is on the map, else the nearest that is, in whole units. */
export function insideMap({ x, y }: Spot): Spot {
  const within = (value: number, most: number): number =>
    Math.round(Math.min(most - EDGE, Math.max(EDGE, value)));
  return { x: within(x, MAP_WIDTH), y: within(y, MAP_HEIGHT) };
}

/** Everywhere on the map, from near to far. */
function anywhere(near: Spot): readonly Spot[] {
  const spots: Spot[] = [];
  for (let y = EDGE; y <= MAP_HEIGHT - EDGE; y += EDGE) {
    for (let x = EDGE; x <= MAP_WIDTH - EDGE; x += EDGE) spots.push({ x, y });
  }
  return spots.toSorted((a, b) => apart(a, near) - apart(b, near));
}

/** How far places are from each other, as houses with their signs see it. */
function apart(one: Spot, other: Spot): number {
  return Math.hypot((one.x - other.x) / STRETCH, one.y - other.y);
}

/** Around a place, not too near at first: to the right first, as streets are read. */
function* candidates(near: Spot): Generator<Spot> {
  for (const distance of DISTANCES) {
    for (let i = 0; i < DIRECTIONS; i += 1) {
      const turn = i % 2 === 0 ? i / 2 : DIRECTIONS - (i + 1) / 2;
      const angle = (2 * Math.PI * turn) / DIRECTIONS;
      const spot = {
        x: near.x + distance * STRETCH * Math.cos(angle),
        y: near.y + distance * Math.sin(angle),
      };
      const inside = insideMap(spot);
      if (Math.hypot(inside.x - spot.x, inside.y - spot.y) < 1) yield inside;
    }
  }
}
