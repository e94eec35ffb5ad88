import type { Announcement } from '../../trace/announcements';
import type { PacketLabel } from '../packetLabel';
import type { Arrow } from './arrows';
import type { LifeNote, TimerSpan } from './lifeNotes';
import { fateRooms, nameRooms } from './rooms';
import type { LadderScale } from './scale';
import { type LaneStops, sideOf } from './stops';
import { type VisibleIndex, visibleIndex } from './visible';

/** Distance of a name from its lifeline; a timer that runs is drawn between them. */
const NAME_GAP = 11;
/** Between columns an arrow that comes in ends beside the name of the answer to it: its head is to be seen. */
const HEAD_GAP = 15;
/** Distance of a running timer's bar from it. */
const BAR_GAP = 5;

/** What an arrow looks like; each has its own line, head and colour. */
export type ArrowLook = 'data' | 'datagram' | 'ack' | 'control' | 'rst' | 'icmp' | 'plain';

/** An arrow in the lane's own pixels, with all that can be known of it without words. */
export interface DrawnArrow {
  readonly arrow: Arrow;
  readonly facts: PacketLabel;
  /** What is written in a second line, if anything. */
  readonly announced: Announcement | null;
  readonly look: ArrowLook;
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
  /** Where its name begins (right of a lifeline) or ends (left of one), in pixels. */
  readonly nameX: number;
  /** Room for the name before the next column; without one it may be as long as it likes. */
  readonly nameRoom: number;
  /** Position of the arrow that carried the same piece last before this one, or -1. */
  readonly before: number;
  readonly hasNameRoom: boolean;
  /** There is room for a word where it ended. */
  readonly hasFateRoom: boolean;
}

/** A note at its height; `nameX` is where its words begin or end. */
export interface DrawnNote {
  readonly note: LifeNote;
  readonly x: number;
  readonly y: number;
  readonly nameX: number;
  /** Its words end at `nameX`. */
  readonly isLeft: boolean;
  readonly hasRoom: boolean;
}

/** A timer that runs from `y1` to `y2` beside its life line. */
export interface DrawnSpan {
  readonly span: TimerSpan;
  /** The bar's own place, beside the life line. */
  readonly x: number;
  readonly y1: number;
  readonly y2: number;
}

/** All of a lane, laid out for one width. */
export interface LaneDrawing {
  readonly arrows: readonly DrawnArrow[];
  /** Positions in `arrows` by packet. */
  readonly positions: ReadonlyMap<number, number>;
  readonly visible: VisibleIndex;
  readonly notes: readonly DrawnNote[];
  readonly visibleNotes: VisibleIndex;
  readonly spans: readonly DrawnSpan[];
  readonly visibleSpans: VisibleIndex;
}

/** What is drawn of a lane. */
export interface LaneContent {
  readonly arrows: readonly Arrow[];
  readonly notes: readonly LifeNote[];
  readonly spans: readonly TimerSpan[];
  readonly factsOf: (packet: number) => PacketLabel | undefined;
  /** So many columns there are in a town; 0 for the two life lines of a message. */
  readonly columns: number;
  /** What is written below a name, if anything. */
  readonly announcedBy: (packet: number) => Announcement | null;
}

/** Lays a lane out between two lifelines, `left` and `right` pixels from its edge. `row` is the height of a line of text. */
export function drawLane(
  content: LaneContent,
  { arrowAt, noteAt }: LaneStops,
  starts: Float64Array,
  scale: LadderScale,
  lifelines: { readonly left: number; readonly right: number },
  row: number,
): LaneDrawing {
  const { left, right } = lifelines;
  const xAt = (x: number): number => left + (right - left) * x;
  const placed = placeArrows(content, arrowAt, starts, scale, xAt);
  const notes = content.notes.map((note, i) => {
    const x = xAt(note.spot?.x ?? note.side);
    const isLeft = note.spot?.isLeft ?? note.side === 0;
    return { note, x, y: starts[noteAt[i]!]!, isLeft, nameX: x + (isLeft ? -NAME_GAP : NAME_GAP) };
  });
  const spans = content.spans.map((span) => ({
    span,
    x: xAt(span.spot?.x ?? span.side) + ((span.spot?.isLeft ?? span.side === 0) ? -BAR_GAP : BAR_GAP),
    y1: scale.toY(span.startNs),
    y2: span.ending === 'running' ? scale.height : scale.toArrivalY(span.endNs),
  }));
  const rooms = nameRooms(placed, notes, row);
  const fates = fateRooms(placed, rooms.names, row);
  const arrows = placed.map((arrow, i) => ({
    ...arrow,
    hasNameRoom: rooms.names[i]!,
    hasFateRoom: fates[i]!,
  }));
  return {
    arrows,
    positions: new Map(arrows.map(({ arrow }, position) => [arrow.packet, position])),
    visible: visibleIndex(arrows.map(({ y1, y2 }) => ({ startY: y1, endY: y2 }))),
    notes: notes.map((note, i) => ({ ...note, hasRoom: rooms.notes[i]! })),
    visibleNotes: visibleIndex(notes.map(({ y }) => ({ startY: y, endY: y }))),
    spans,
    visibleSpans: visibleIndex(spans.map(({ y1, y2 }) => ({ startY: y1, endY: y2 }))),
  };
}

/** An arrow before it is known what has room beside it. */
export type PlacedArrow = Omit<DrawnArrow, 'hasNameRoom' | 'hasFateRoom'>;

function placeArrows(
  content: LaneContent,
  arrowAt: Int32Array,
  starts: Float64Array,
  scale: LadderScale,
  xAt: (x: number) => number,
): readonly PlacedArrow[] {
  const { arrows, factsOf, announcedBy } = content;
  // By the packet that carried a piece first: the position of the one that carried it last.
  const lastOfPiece = new Map<number, number>();
  let position = -1;
  return arrows.flatMap((arrow, i) => {
    const facts = factsOf(arrow.packet);
    if (!facts) return [];
    position += 1;
    const before = facts.again > 0 ? (lastOfPiece.get(arrow.original) ?? -1) : -1;
    if (!facts.isDouble) lastOfPiece.set(facts.again > 0 ? arrow.original : arrow.packet, position);
    const y1 = starts[arrowAt[i]!]!;
    const y2 = Math.max(y1, arrow.endNs === arrow.startNs ? y1 : scale.toArrivalY(arrow.endNs));
    const nameX = nameXOf(arrow, xAt(arrow.isCopy ? sideOf(arrow) : arrow.fromX));
    const [x1, x2] = [xAt(arrow.fromX), xAt(arrow.toX)];
    const announced = announcedBy(arrow.packet);
    const look = lookOf(facts, content.columns > 0);
    const nameRoom = nameRoomOf(arrow, content.columns, xAt);
    return [{ arrow, facts, announced, look, x1, y1, x2, y2, nameX, nameRoom, before }];
  });
}

/** Outside the lifeline, where no line crosses it; beside the start of what a machine on the way sends. */
function nameXOf(arrow: Arrow, x: number): number {
  const gap = arrow.spot ? HEAD_GAP : NAME_GAP;
  return hasNameLeft(arrow) ? x - gap : x + gap;
}

/** Whether the name stands left of its place. */
export function hasNameLeft(arrow: Arrow): boolean {
  if (arrow.spot) return arrow.spot.isLeft;
  return arrow.isCopy ? sideOf(arrow) === 0 : arrow.fromX === 0;
}

/** The arrow's line as an SVG path. */
export function linePath({ x1, y1, x2, y2 }: Pick<DrawnArrow, 'x1' | 'y1' | 'x2' | 'y2'>): string {
  return `M${x1},${y1} L${x2},${y2}`;
}

/** From where the name stands to the next column. */
function nameRoomOf({ spot, fromX }: Arrow, columns: number, xAt: (x: number) => number): number {
  if (!spot) return Number.POSITIVE_INFINITY;
  const next = (spot.isLeft ? spot.gap : spot.gap + 1) / (columns - 1);
  return Math.abs(xAt(next) - xAt(fromX)) - HEAD_GAP - NAME_GAP;
}

/** A lane has its transport's colour; among many protocols each has its own. */
function lookOf(facts: PacketLabel, isMixed: boolean): ArrowLook {
  switch (facts.sort) {
    case 'data':
      return 'data';
    case 'datagram':
      return isMixed ? 'datagram' : 'data';
    case 'ack':
      return 'ack';
    case 'rst':
      return 'rst';
    case 'icmp':
      return 'icmp';
    case 'syn':
    case 'synAck':
    case 'fin':
    case 'unreadable':
      return 'control';
    case 'arp':
    case 'raw':
      return isMixed ? 'plain' : 'control';
  }
}
