import type { DrawnNote, PlacedArrow } from './drawing';
import { sideOf } from './stops';

/** What a word such as "dropped" takes, in lines of text, and how many of the last ones can be near. */
const FATE_ROWS = 3.8;
const FATES_LOOKED_AT = 24;
/** Rounding must not cost a name its place. */
const CLOSE_ENOUGH = 0.5;

/** Which names and notes have room: those that no earlier one of their side is too near to. `row` is a line's height. */
export function nameRooms(
  arrows: readonly PlacedArrow[],
  notes: readonly Omit<DrawnNote, 'hasRoom'>[],
  row: number,
): { readonly names: readonly boolean[]; readonly notes: readonly boolean[] } {
  const bottoms = [Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY];
  const take = (side: 0 | 1, y: number, rows: number): boolean => {
    if (y < bottoms[side]! + row - CLOSE_ENOUGH) return false;
    bottoms[side] = y + (rows - 1) * row;
    return true;
  };
  const noteRooms: boolean[] = [];
  const takeNotes = (untilY: number): void => {
    for (let at = noteRooms.length; at < notes.length && notes[at]!.y <= untilY; at += 1) {
      noteRooms.push(take(notes[at]!.note.side, notes[at]!.y, 1));
    }
  };
  const names = arrows.map(({ arrow, y1, announced }) => {
    takeNotes(y1);
    return take(sideOf(arrow), y1, announced ? 2 : 1);
  });
  takeNotes(Number.POSITIVE_INFINITY);
  return { names, notes: noteRooms };
}

/** Which ends have room for a word: those that no earlier one's word is too near to. */
export function fateRooms(arrows: readonly PlacedArrow[], row: number): readonly boolean[] {
  const taken: { readonly x: number; readonly y: number }[] = [];
  return arrows.map(({ arrow, x2, y2 }) => {
    if (arrow.ending !== 'lost' && arrow.ending !== 'dropped') return false;
    const isNear = taken
      .slice(-FATES_LOOKED_AT)
      .some(({ x, y }) => Math.abs(x - x2) < FATE_ROWS * row && Math.abs(y - y2) < row);
    if (!isNear) taken.push({ x: x2, y: y2 });
    return !isNear;
  });
}
