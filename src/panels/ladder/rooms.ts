import type { DrawnNote, PlacedArrow } from './drawing';
import { sideOf, sidesOfNote } from './stops';

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
  const bottoms = new Map<number, number>();
  const take = (sides: readonly number[], y: number, rows: number): boolean => {
    if (sides.some((side) => y < (bottoms.get(side) ?? Number.NEGATIVE_INFINITY) + row - CLOSE_ENOUGH)) {
      return false;
    }
    for (const side of sides) bottoms.set(side, y + (rows - 1) * row);
    return true;
  };
  const noteRooms: boolean[] = [];
  const takeNotes = (untilY: number): void => {
    for (let at = noteRooms.length; at < notes.length && notes[at]!.y <= untilY; at += 1) {
      noteRooms.push(take(sidesOfNote(notes[at]!.note), notes[at]!.y, 1));
    }
  };
  const names = arrows.map(({ arrow, y1, announced }) => {
    takeNotes(y1);
    return take([sideOf(arrow)], y1, announced ? 2 : 1);
  });
  takeNotes(Number.POSITIVE_INFINITY);
  return { names, notes: noteRooms };
}

/** Which ends have room for a word: those that no earlier one's word is too near to, nor a name between columns. */
export function fateRooms(
  arrows: readonly PlacedArrow[],
  hasName: readonly boolean[],
  row: number,
): readonly boolean[] {
  const taken: { readonly x: number; readonly y: number }[] = [];
  const isOverName = namesNear(arrows, hasName, row);
  return arrows.map(({ arrow, x2, y2 }) => {
    if (arrow.ending !== 'lost' && arrow.ending !== 'dropped') return false;
    if (arrow.spot && isOverName(x2, y2)) return false;
    const isNear = taken
      .slice(-FATES_LOOKED_AT)
      .some(({ x, y }) => Math.abs(x - x2) < FATE_ROWS * row && Math.abs(y - y2) < row);
    if (!isNear) taken.push({ x: x2, y: y2 });
    return !isNear;
  });
}

/** Tells whether a name stands where a word beside a point would. */
function namesNear(
  arrows: readonly PlacedArrow[],
  hasName: readonly boolean[],
  row: number,
): (x: number, y: number) => boolean {
  const names = arrows.flatMap(({ nameX, nameRoom, y1, arrow }, i) => {
    const left = arrow.spot?.isLeft ? nameX - nameRoom : nameX;
    return hasName[i] && arrow.spot ? [{ left, right: left + nameRoom, y: y1 }] : [];
  });
  // In order of height all that is too near lies together.
  names.sort((a, b) => a.y - b.y);
  return (x, y) => {
    const reach = FATE_ROWS * row;
    for (let i = firstBelow(names, y - 2 * row); i < names.length && names[i]!.y < y + row; i += 1) {
      if (names[i]!.left < x + reach && names[i]!.right > x - reach) return true;
    }
    return false;
  };
}

function firstBelow(names: readonly { readonly y: number }[], y: number): number {
  let low = 0;
  let high = names.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (names[middle]!.y < y) low = middle + 1;
    else high = middle;
  }
  return low;
}
