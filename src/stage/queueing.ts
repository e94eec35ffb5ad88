import type { Nanoseconds } from '../experiment/experiment';
import type { Flight } from '../trace/legs';
import type { PacketFace } from './packetFace';
import { clamp } from './plan';
import type { Direction } from './route';
import type { Detail } from './sceneTypes';

/** A packet on the road, while its place among the others is found. Lengths in px along the road. */
export interface Mover {
  readonly flight: Flight;
  readonly face: PacketFace;
  readonly direction: Direction;
  /** Routers behind it. */
  readonly hops: number;
  /** Distance from the door it started at, as the trace has it. */
  readonly distance: number;
  /** How far it still goes before it is lost or dropped; Infinity for those that arrive. */
  readonly toEnd: number;
  /** How far off the half's middle a late packet's detour is, from 0 to 1. */
  readonly detour: number;
  /** What its card takes with all its words, and with its number only. */
  readonly full: number;
  readonly short: number;
  /** Distance it is drawn at, after cards have made room for each other. */
  drawn: number;
  /** Drives up to where it is about to be lost, past the others. */
  isRushing: boolean;
  /** The one ahead in its row lies on it. */
  isCovered: boolean;
  detail: Detail;
  /** In a dense column cards drive in two rows: -1 and 1, 0 for the middle. */
  row: number;
}

/** A mover, or the gap that one leaves which is gone: `closing` runs from 0 to 1 since `flight.endNs`. */
export interface InLine {
  readonly mover: Mover;
  readonly closing: number | null;
}

/** A card may lag by so much of its distance from the nearer door. */
const LAG = 0.85;
/** A doomed card may lag by so many times the distance it still goes. */
const RUSH = 2;
/** Up to so many cards make room for each other; a crowd stands where the trace has it. */
const COLUMN = 16;
const CROWD = 40;
/** Between cards, in px. */
const AIR = 3;

/**
 * Cards that the trace has at one place (a burst leaves in microseconds) drive in a column of one or two rows: each
 * keeps its distance from the one ahead in its row, but never lags by more than its distance from either door, so
 * that bursts unfold when they leave and fold when they arrive. One that is about to be lost drives up to where the
 * trace loses it; those behind the gap close up little by little. `length` is the road's; changes the movers.
 */
export function spread(line: InLine[], length: number, rows: 1 | 2): void {
  line.sort((a, b) => inOrder(a.mover, b.mover));
  const courtesy = clamp((CROWD - line.length) / (CROWD - COLUMN), 0, 1);
  const rear: Rear[] = Array.from({ length: rows }, () => ({ at: Infinity, half: 0 }));
  for (const { mover, closing } of line) {
    const row = mover.flight.packet % rows;
    const { at, half } = rear[row]!;
    const slack = LAG * Math.max(0, Math.min(mover.distance, length - mover.distance));
    const touching = half + mover.short / 2 + AIR;
    const need = touching * courtesy;
    const place = Math.min(mover.distance, Math.max(at - need, mover.distance - slack));
    mover.drawn = Math.max(place, mover.distance - RUSH * mover.toEnd);
    mover.isRushing = mover.drawn > place + 1;
    mover.isCovered = at - place < touching - AIR - 1;
    const open = Math.min(at, place + 3 * touching);
    rear[row] = { at: closing === null ? place : place + (open - place) * closing, half: mover.short / 2 };
  }
  chooseDetails(
    line.flatMap(({ mover, closing }) => (closing === null ? [mover] : [])),
    rows,
  );
}

/** The last card of a row so far. */
interface Rear {
  readonly at: number;
  readonly half: number;
}

/** How much each card can show, and how far it leaves the middle, by the room before and behind it. */
function chooseDetails(movers: readonly Mover[], rows: 1 | 2): void {
  const column = movers.filter(({ isRushing }) => !isRushing).toSorted((a, b) => b.drawn - a.drawn);
  for (const mover of movers) if (mover.isRushing) mover.detail = 'short';
  column.forEach((mover, i) => {
    const ahead = column[i - 1];
    const behind = column[i + 1];
    const gaps = [ahead, behind].map((other) =>
      other ? Math.abs(other.drawn - mover.drawn) - other.full / 2 - mover.full / 2 : Infinity,
    );
    const gap = Math.min(...gaps);
    mover.detail = gap >= AIR ? 'full' : mover.isCovered ? 'dot' : 'short';
    // Two rows from the moment that short cards would touch in one.
    const shrink = mover.full - mover.short;
    const isDense = rows === 1 ? 0 : clamp((AIR - gap) / Math.max(1, shrink), 0, 1);
    mover.row = isDense * (mover.flight.packet % 2 === 0 ? 1 : -1);
  });
}

function inOrder(a: Mover, b: Mover): number {
  return b.distance - a.distance || byTimes(a.flight, b.flight) || a.flight.packet - b.flight.packet;
}

function byTimes(a: Flight, b: Flight): Nanoseconds {
  // Infinity - Infinity is no order: both still wait.
  return a.endNs === b.endNs ? a.startNs - b.startNs : a.endNs - b.endNs;
}
