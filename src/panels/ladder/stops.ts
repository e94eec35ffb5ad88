import type { Nanoseconds } from '../../experiment/experiment';
import type { Arrow } from './arrows';
import type { LifeNote } from './lifeNotes';

/** What takes room beside a life line: a sending with its name, or a note. */
export interface Stop {
  readonly startNs: Nanoseconds;
  /** Until then something is under way. */
  readonly endNs: Nanoseconds;
  /** The life line: 0 for the left one; among many columns the gap right of that one. */
  readonly side: number;
  /** What stands on a column takes room on both sides of it. */
  readonly otherSide?: number;
  /** Lines of text that it needs. */
  readonly rows: number;
  /** Lines that are left free between the moment and it: what brought it about ends there. */
  readonly drop: number;
}

/** The stops of a lane in order of time, and where in the list each arrow and each note is. */
export interface LaneStops {
  readonly stops: readonly Stop[];
  readonly arrowAt: Int32Array;
  readonly noteAt: Int32Array;
}

/** Puts arrows and notes, each in order of time, in one list; in one moment notes come first. */
export function laneStops(
  arrows: readonly Arrow[],
  notes: readonly LifeNote[],
  rowsOf: (packet: number) => number,
): LaneStops {
  const stops: Stop[] = [];
  const arrowAt = new Int32Array(arrows.length);
  const noteAt = new Int32Array(notes.length);
  let note = 0;
  const addNotes = (untilNs: Nanoseconds): void => {
    for (; note < notes.length && notes[note]!.timeNs <= untilNs; note += 1) {
      noteAt[note] = stops.length;
      stops.push(noteStop(notes[note]!));
    }
  };
  arrows.forEach((arrow, i) => {
    addNotes(arrow.startNs);
    arrowAt[i] = stops.length;
    const { startNs, endNs, packet } = arrow;
    stops.push({ startNs, endNs, side: sideOf(arrow), rows: rowsOf(packet), drop: 0 });
  });
  addNotes(Number.POSITIVE_INFINITY);
  return { stops, arrowAt, noteAt };
}

function noteStop(note: LifeNote): Stop {
  const { timeNs, kind } = note;
  const [side = 0, otherSide = side] = sidesOfNote(note);
  // A plate with a state stands on the life line, where the packet that changed it ends.
  return { startNs: timeNs, endNs: timeNs, side, otherSide, rows: 1, drop: kind === 'state' ? 1.25 : 0 };
}

/** The sides on which a note takes room. */
export function sidesOfNote({ side, spot }: LifeNote): readonly number[] {
  return spot?.gaps ?? [side];
}

/** The lifeline beside which an arrow's name stands: 0 for the left one. A copy made on the way is told by its direction. */
export function sideOf({ fromX, toX, isCopy, spot }: Arrow): number {
  if (spot) return spot.gap;
  if (isCopy && toX !== fromX) return toX > fromX ? 0 : 1;
  return fromX < 0.5 ? 0 : 1;
}
