import type { TFunction } from 'i18next';
import type { PacketLabel } from '../packetLabel';
import { packetName } from '../packetName';
import type { Arrow } from './arrows';
import { type LadderScale, sideOf } from './scale';
import { type VisibleIndex, visibleIndex } from './visible';

/** Distance of a name from its lifeline. */
const NAME_GAP = 10;
/** What a word such as "dropped" takes, in CSS pixels, and how many of the last ones can be near. */
const FATE_WIDTH = 64;
const FATE_HEIGHT = 17;
const FATES_LOOKED_AT = 24;

/** What an arrow looks like; each has its own line, head and colour. */
export type ArrowLook = 'data' | 'ack' | 'control' | 'rst' | 'icmp';

/** An arrow in the lane's own pixels, with all that can be known of it without words. */
export interface DrawnArrow {
  readonly arrow: Arrow;
  readonly facts: PacketLabel;
  readonly look: ArrowLook;
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
  /** Where its name begins (right of a lifeline) or ends (left of one), in pixels. */
  readonly nameX: number;
  /** Position of the arrow that carried the same piece last before this one, or -1. */
  readonly before: number;
  /** There is room for a word where it ended. */
  readonly hasFateRoom: boolean;
}

/** All arrows of a lane, laid out for one width. */
export interface LaneDrawing {
  readonly arrows: readonly DrawnArrow[];
  readonly visible: VisibleIndex;
}

/** Lays the arrows of one lane out between two lifelines, `left` and `right` pixels from the lane's edge. */
export function drawLane(
  arrows: readonly Arrow[],
  starts: Float64Array,
  scale: LadderScale,
  factsOf: (packet: number) => PacketLabel | undefined,
  { left, right }: { readonly left: number; readonly right: number },
): LaneDrawing {
  const xAt = (x: number): number => left + (right - left) * x;
  const lastOfPiece = new Map<number, number>();
  const drawn = arrows.flatMap((arrow, i) => {
    const facts = factsOf(arrow.packet);
    if (!facts) return [];
    const before = facts.again > 0 ? (lastOfPiece.get(arrow.original) ?? arrow.original) : -1;
    if (facts.again > 0 && !facts.isDouble) lastOfPiece.set(arrow.original, i);
    const y1 = starts[i]!;
    const y2 = Math.max(y1, arrow.endNs === arrow.startNs ? y1 : scale.toArrivalY(arrow.endNs));
    const nameX = nameXOf(arrow, xAt(arrow.isCopy ? sideOf(arrow) : arrow.fromX));
    return [
      { arrow, facts, look: lookOf(facts), x1: xAt(arrow.fromX), y1, x2: xAt(arrow.toX), y2, nameX, before },
    ];
  });
  const rooms = fateRooms(drawn);
  return {
    arrows: drawn.map((arrow, i) => ({ ...arrow, hasFateRoom: rooms[i]! })),
    visible: visibleIndex(drawn.map(({ y1, y2 }) => ({ startY: y1, endY: y2 }))),
  };
}

/** Outside the lifeline, where no line crosses it; beside the start of what a machine on the way sends. */
function nameXOf(arrow: Arrow, x: number): number {
  return hasNameLeft(arrow) ? x - NAME_GAP : x + NAME_GAP;
}

/** Whether the name stands left of its place. */
export function hasNameLeft(arrow: Arrow): boolean {
  return arrow.isCopy ? sideOf(arrow) === 0 : arrow.fromX === 0;
}

/** Which ends have room for a word: those that no earlier one's word is too near to. */
function fateRooms(drawn: readonly Omit<DrawnArrow, 'hasFateRoom'>[]): readonly boolean[] {
  const rooms = drawn.map(() => false);
  const taken: { readonly x: number; readonly y: number }[] = [];
  drawn.forEach(({ arrow, x2, y2 }, i) => {
    if (arrow.ending !== 'lost' && arrow.ending !== 'dropped') return;
    const isNear = taken
      .slice(-FATES_LOOKED_AT)
      .some(({ x, y }) => Math.abs(x - x2) < FATE_WIDTH && Math.abs(y - y2) < FATE_HEIGHT);
    if (isNear) return;
    rooms[i] = true;
    taken.push({ x: x2, y: y2 });
  });
  return rooms;
}

/** The words on an arrow: its name, short where room is tight, and what became of it once that has happened. */
export function arrowWords(
  t: TFunction,
  { facts, arrow, hasFateRoom }: DrawnArrow,
  isTight: boolean,
): { name: string; fate: string } {
  const fate = !hasFateRoom
    ? ''
    : arrow.ending === 'lost'
      ? t('panels.ladder.short.lost')
      : arrow.ending === 'dropped'
        ? t('panels.ladder.short.dropped')
        : '';
  const name = facts.icmp ? t('panels.packet.icmp', facts.icmp) : packetName(t, facts, isTight);
  return { name, fate };
}

/** The arrow's line as an SVG path. */
export function linePath({ x1, y1, x2, y2 }: DrawnArrow): string {
  return `M${x1},${y1} L${x2},${y2}`;
}

function lookOf(facts: PacketLabel): ArrowLook {
  switch (facts.sort) {
    case 'data':
    case 'datagram':
      return 'data';
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
  }
}
