import type { Box, Point, RoomPlan, TownPlan } from './plan';

/** Where things stand inside a room with an app. */
export interface RoomInside {
  readonly pad: number;
  /** Baseline of the name on the wall. */
  readonly title: Point;
  /** Right end of the counter's baseline. */
  readonly count: Point;
  /** Shelves for what the app has: card rows stand on boards. */
  readonly shelf: Box;
  readonly cardHeight: number;
  /** The crate for early pieces (TCP's receiver), or null. */
  readonly crate: Box | null;
  /** The ruler along the front edge of the desk (TCP's sender), or null. */
  readonly ruler: Box | null;
  /** The desk along the bottom, and in how many rows things lie on it. */
  readonly desk: Box;
  readonly deskRows: number;
  /** Where the person at the desk stands; null where there is no room for one. */
  readonly person: Point | null;
}

/** Longest name of a connection's state. */
const LONGEST_STATE = 'SYN-RECEIVED'.length;
/** A person takes up so much of the right end of the desk, in units. */
const PERSON_WIDTH = 40;
const PERSON_HEIGHT = 34;

/** Divides a room: name on top, shelves, crate, desk at the bottom. */
export function roomInside(room: RoomPlan, { font, unit, isCall }: TownPlan): RoomInside {
  const pad = Math.max(7, 9 * unit);
  const { box } = room;
  const isTcp = room.transport === 'tcp';
  const width = box.width - 2 * pad;
  const plateWidth = LONGEST_STATE * font.small * 0.6 + 20 * unit;
  const withPerson = width - PERSON_WIDTH * unit;
  const cardHeight = font.medium * 1.56;
  const top = box.y + pad * 0.6 + font.medium * 1.35;
  // The screen of a call can be low; nobody sits where two rows of shelves would have to go.
  const shelves = (isCall ? 1.3 : 2) * (cardHeight + 7 * unit);
  const withShelves = top - box.y + shelves + (PERSON_HEIGHT + 2) * unit;
  const hasPerson = isTcp ? withPerson >= plateWidth && box.height > 130 * unit : box.height > withShelves;
  const deskWidth = hasPerson ? withPerson : width;
  const row = font.small * 1.68;
  // A plate may stand before the lower edge of the cards.
  const hasTwoRows = top + cardHeight * 0.8 + row * 2 <= box.y + box.height - 8 * unit;
  const isSender = room.use === 'sender';
  const isTcpSender = isSender && isTcp;
  // Name plate and timer stand side by side where there is room for both, and where none is left above them.
  const deskRows = isTcpSender && deskWidth < font.small * 17 && hasTwoRows ? 2 : 1;
  const note = isSender && room.isRefused ? row : 0;
  const deskHeight = isTcp ? row * deskRows : Math.max(note, hasPerson ? PERSON_HEIGHT * unit : 0);
  // On a low stage the app's own shelf comes first; the window instrument shows the early pieces too.
  const hasCrate = room.use === 'receiver' && isTcp && hasTwoRows;
  const crateHeight = hasCrate ? font.small * 1.75 : 0;
  // The ruler lies on the floor line, where other desks have their edge.
  const rulerHeight = heightOfRuler(isTcpSender, font.small, unit);
  const deskY = box.y + box.height - deskHeight - Math.max(5 * unit, rulerHeight + 0.5 * unit);
  const shelfBottom = deskY - (crateHeight > 0 ? crateHeight + 8 * unit : unit);
  const left = box.x + pad;
  return {
    pad,
    title: { x: left, y: box.y + pad * 0.7 + font.medium },
    count: { x: left + width, y: box.y + pad * 0.7 + font.medium },
    shelf: { x: left, y: top, width, height: Math.max(cardHeight, shelfBottom - top) },
    cardHeight,
    crate: hasCrate
      ? { x: left, y: deskY - crateHeight - 3 * unit, width: deskWidth, height: crateHeight }
      : null,
    ruler: rulerHeight > 0 ? { x: left, y: deskY + deskHeight, width, height: rulerHeight } : null,
    desk: { x: left, y: deskY, width: deskWidth, height: deskHeight },
    deskRows,
    person: hasPerson ? { x: left + width - 17 * unit, y: deskY + deskHeight - 1 * unit } : null,
  };
}

/** The ruler is high enough for its numbers, unless those are so large that the shelf would have to give way. */
function heightOfRuler(isTcpSender: boolean, fontSize: number, unit: number): number {
  if (!isTcpSender) return 0;
  const written = fontSize * 0.85;
  return Math.max(10 * unit, written < 14 * unit ? written : 0);
}
