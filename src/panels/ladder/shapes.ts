import type { ArrowLook, DrawnArrow } from './drawing';

/** Drawn around the origin, to be moved to where something ended; they tell without colour what happened. */
const CROSS = 'M-6,-6 L6,6 M6,-6 L-6,6';
const BIN = 'M-7,0 A7,7 0 1 0 7,0 A7,7 0 1 0 -7,0 M-5,-5 L5,5';
const FILLED_HEAD = 'M0,0 L-9,-4 L-9,4 Z';
/** An ACK carries nothing. */
const OPEN_HEAD = 'M-9,-5 L0,0 L-9,5';

/** A bit was inverted on the way. */
export const BOLT = 'M2,-9 L-5,1 L-1,1 L-3,9 L5,-2 L1,-2 Z';
/** An hourglass that has run out. */
export const HOURGLASS = 'M-4.5,-6 H4.5 L-4.5,6 H4.5 Z';

/** The head of an arrow that points to the right. */
export function headOf(look: ArrowLook): string {
  return look === 'ack' ? OPEN_HEAD : FILLED_HEAD;
}

/** A cross for what was lost, a crossed circle for what was thrown away; empty for what arrived. */
export function endingShape(ending: DrawnArrow['arrow']['ending']): string {
  if (ending === 'lost') return CROSS;
  return ending === 'dropped' ? BIN : '';
}

/** The bow from the last sending of a piece to this one, inside the lifeline that both leave. */
export function againPath(from: DrawnArrow, to: DrawnArrow): string {
  const isLeft = to.arrow.spot ? to.arrow.spot.isLeft : to.arrow.fromX >= 0.5;
  const bulge = isLeft ? -22 : 22;
  return `M${from.x1},${from.y1} C${from.x1 + bulge},${from.y1 + 8} ${to.x1 + bulge},${to.y1 - 8} ${to.x1},${to.y1}`;
}

/** The width of a plate with so many letters of the monospaced face, at a letter size of 13 px times `unit`. */
export function plateWidth(text: string, unit: number): number {
  return (text.length * 7.9 + 12) * unit;
}
