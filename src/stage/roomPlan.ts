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
  /** The desk along the bottom. */
  readonly desk: Box;
}

/** Divides a room: name on top, shelves, crate, desk at the bottom. */
export function roomInside(room: RoomPlan, { font, unit }: TownPlan): RoomInside {
  const pad = Math.max(7, 9 * unit);
  const { box } = room;
  const titleHeight = font.medium * 1.35;
  const cardHeight = font.medium * 1.62;
  const deskHeight = font.small * 1.75;
  const hasCrate = room.use === 'receiver' && room.transport === 'tcp';
  const crateHeight = hasCrate ? font.small * 1.75 + 3 * unit : 0;
  const top = box.y + pad * 0.7 + titleHeight;
  const deskY = box.y + box.height - deskHeight - 4 * unit;
  const shelfBottom = deskY - crateHeight - 3 * unit;
  const left = box.x + pad;
  const width = box.width - 2 * pad;
  return {
    pad,
    title: { x: left, y: box.y + pad * 0.7 + font.medium },
    count: { x: left + width, y: box.y + pad * 0.7 + font.medium },
    shelf: { x: left, y: top, width, height: Math.max(cardHeight, shelfBottom - top) },
    cardHeight,
    crate: hasCrate ? { x: left, y: shelfBottom + 2 * unit, width, height: crateHeight } : null,
    desk: { x: left, y: deskY, width, height: deskHeight },
  };
}
