import type { Mark, MarkKind } from '../trace/marks';
import { shareOf, type Track } from './track';

/** A mark's place on the timeline. */
export interface PlacedMark {
  readonly mark: Mark;
  /** Pixels from the timeline's left end. */
  readonly x: number;
}

/** A mark whose name has room. */
export interface PlacedLabel extends PlacedMark {
  readonly text: string;
  /** Left end of the name: centred on the mark, kept inside the timeline. */
  readonly left: number;
}

/** Which names are given room first: what went wrong and what was done about it, then the milestones. */
const PRIORITY: readonly MarkKind[] = [
  'command',
  'page',
  'established',
  'refused',
  'failed',
  'loss',
  'drop',
  'retransmission',
  'rst',
  'name',
  'unreachable',
  'told',
  'hop',
  'echoReply',
  'cut',
  'fin',
  'syn',
  'echo',
  'neighbour',
  'duplicateAck',
];
const GAP_PX = 6;

/** Where the marks of the track's stretch of time stand on a timeline so many pixels wide. */
export function placeMarks(marks: readonly Mark[], track: Track, widthPx: number): PlacedMark[] {
  return marks.flatMap((mark) => {
    const share = shareOf(track, track.map.toPosition(mark.timeNs));
    return share < 0 || share > 1 ? [] : [{ mark, x: share * widthPx }];
  });
}

/** The names that fit without touching each other; `widthOf` measures a text in pixels. */
export function placeLabels(
  placed: readonly PlacedMark[],
  widthPx: number,
  textOf: (mark: Mark) => string,
  widthOf: (text: string) => number,
): PlacedLabel[] {
  const taken: { readonly left: number; readonly right: number }[] = [];
  const labels: PlacedLabel[] = [];
  const isTaken = (left: number, width: number): boolean =>
    left < 0 || taken.some((other) => left < other.right + GAP_PX && left + width > other.left - GAP_PX);
  const leftOf = (x: number, width: number): number => Math.min(Math.max(0, x - width / 2), widthPx - width);
  // A long run has tens of thousands of marks: none is put into words where the shortest of its kind found no room.
  const shortest = new Map<MarkKind, number>();
  const byPriority = placed.toSorted((a, b) => rank(a.mark) - rank(b.mark));
  for (const { mark, x } of byPriority) {
    const least = shortest.get(mark.kind) ?? 0;
    if (isLateDuplicate(mark) || isTaken(leftOf(x, least), least)) continue;
    const text = textOf(mark);
    const width = widthOf(text);
    shortest.set(mark.kind, Math.min(width, shortest.get(mark.kind) ?? width));
    const left = leftOf(x, width);
    if (isTaken(left, width)) continue;
    taken.push({ left, right: left + width });
    labels.push({ mark, x, text, left });
  }
  return labels;
}

/** The third duplicate ACK decides; a name for a later one would only take its place. */
function isLateDuplicate({ kind, count }: Mark): boolean {
  return kind === 'duplicateAck' && count > 3;
}

/** A lost piece is worth more than a lost ACK or a first duplicate ACK; otherwise earlier marks come first. */
function rank({ kind, count, piece }: Mark): number {
  const isMinor = kind === 'duplicateAck' ? count !== 3 : kind === 'loss' && piece < 0;
  const dulled = isMinor ? PRIORITY.length : 0;
  return PRIORITY.indexOf(kind) + dulled;
}
