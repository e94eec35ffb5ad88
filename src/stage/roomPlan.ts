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
  /** The desk along the bottom, and in how many rows things lie on it. */
  readonly desk: Box;
  readonly deskRows: number;
}

/** Divides a room: name on top, shelves, crate, desk at the bottom. */
export function roomInside(room: RoomPlan, { font, unit }: TownPlan): RoomInside {
  const pad = Math.max(7, 9 * unit);
  const { box } = room;
  const titleHeight = font.medium * 1.35;
  const cardHeight = font.medium * 1.56;
  const isTcp = room.transport === 'tcp';
  const hasCrate = room.use === 'receiver' && isTcp;
  const width = box.width - 2 * pad;
  // Name plate and timer stand side by side where there is room for both.
  const deskRows = room.use === 'sender' && isTcp && width < font.small * 17 ? 2 : 1;
  const deskHeight = font.small * 1.68 * deskRows;
  const crateHeight = hasCrate ? font.small * 1.75 : 0;
  const top = box.y + pad * 0.6 + titleHeight;
  const deskY = box.y + box.height - deskHeight - 5 * unit;
  const shelfBottom = deskY - crateHeight - (hasCrate ? 8 : 4) * unit;
  const left = box.x + pad;
  return {
    pad,
    title: { x: left, y: box.y + pad * 0.7 + font.medium },
    count: { x: left + width, y: box.y + pad * 0.7 + font.medium },
    shelf: { x: left, y: top, width, height: Math.max(cardHeight, shelfBottom - top) },
    cardHeight,
    crate: hasCrate ? { x: left, y: deskY - crateHeight - 3 * unit, width, height: crateHeight } : null,
    desk: { x: left, y: deskY, width, height: deskHeight },
    deskRows,
  };
}
