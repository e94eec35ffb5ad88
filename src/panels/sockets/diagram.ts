import type { TcpState } from '../../trace/snapshot';

/** The drawing's size in its own units, chosen so that it fits the narrowest panel at its natural size. */
export const DIAGRAM = { width: 330, height: 612, boxWidth: 108, narrowWidth: 84, boxHeight: 28 } as const;

const LEFT = 55;
const MIDDLE = 165;
const RIGHT = 275;

/** A box of the diagram by its middle; CLOSED is drawn twice, as in the RFC: where all begins, and where it ends. */
export interface StateBox {
  readonly state: TcpState;
  readonly x: number;
  readonly y: number;
  /** It stands between two others. */
  readonly isNarrow?: true;
}

/** Where each state is drawn, in the order of reading. */
export const BOXES: readonly StateBox[] = [
  { state: 'CLOSED', x: MIDDLE, y: 22 },
  { state: 'LISTEN', x: LEFT, y: 118 },
  { state: 'SYN-SENT', x: RIGHT, y: 118 },
  { state: 'SYN-RECEIVED', x: LEFT, y: 214 },
  { state: 'ESTABLISHED', x: MIDDLE, y: 310 },
  { state: 'FIN-WAIT-1', x: LEFT, y: 406 },
  { state: 'CLOSE-WAIT', x: RIGHT, y: 406 },
  { state: 'FIN-WAIT-2', x: LEFT, y: 498 },
  { state: 'CLOSING', x: MIDDLE, y: 498, isNarrow: true },
  { state: 'LAST-ACK', x: RIGHT, y: 498 },
  { state: 'TIME-WAIT', x: LEFT, y: 590 },
  { state: 'CLOSED', x: RIGHT, y: 590 },
];

/** How an arrow runs, and where its words stand: their first line's foot, and which way they grow from there. */
export interface ArrowShape {
  readonly path: string;
  readonly x: number;
  readonly y: number;
  readonly anchor: 'start' | 'middle' | 'end';
  /** On one line where there is a line's room only. */
  readonly isOneLine?: true;
}

/** The shape of the arrow from one state to another, by `FROM>TO`. */
export const SHAPES: Readonly<Record<string, ArrowShape>> = {
  'CLOSED>LISTEN': { path: 'M111,30 H74 V102', x: 80, y: 58, anchor: 'start' },
  'LISTEN>CLOSED': { path: 'M16,104 V14 H109', x: 21, y: 74, anchor: 'start' },
  'CLOSED>SYN-SENT': { path: 'M219,30 H256 V102', x: 250, y: 78, anchor: 'end' },
  'SYN-SENT>CLOSED': { path: 'M314,104 V14 H221', x: 309, y: 58, anchor: 'end' },
  'LISTEN>SYN-SENT': { path: 'M109,118 H219', x: 165, y: 112, anchor: 'middle', isOneLine: true },
  'LISTEN>SYN-RECEIVED': { path: 'M92,132 V198', x: 100, y: 158, anchor: 'start' },
  'SYN-RECEIVED>LISTEN': { path: 'M18,200 V134', x: 23, y: 170, anchor: 'start' },
  'SYN-SENT>SYN-RECEIVED': { path: 'M251,132 V214 H111', x: 179, y: 208, anchor: 'middle', isOneLine: true },
  'SYN-SENT>ESTABLISHED': { path: 'M304,132 V310 H221', x: 296, y: 254, anchor: 'end' },
  'SYN-RECEIVED>ESTABLISHED': { path: 'M92,228 V310 H109', x: 100, y: 262, anchor: 'start' },
  'SYN-RECEIVED>FIN-WAIT-1': { path: 'M22,228 V390', x: 27, y: 345, anchor: 'start' },
  'ESTABLISHED>FIN-WAIT-1': { path: 'M140,324 L93,390', x: 128, y: 362, anchor: 'start' },
  'ESTABLISHED>CLOSE-WAIT': { path: 'M196,324 L246,390', x: 228, y: 350, anchor: 'start' },
  'FIN-WAIT-1>FIN-WAIT-2': { path: 'M26,420 V482', x: 34, y: 455, anchor: 'start' },
  'FIN-WAIT-1>CLOSING': { path: 'M102,420 L144,482', x: 134, y: 446, anchor: 'start' },
  'FIN-WAIT-2>TIME-WAIT': { path: 'M26,512 V574', x: 34, y: 540, anchor: 'start' },
  'CLOSING>TIME-WAIT': { path: 'M146,512 L98,574', x: 134, y: 548, anchor: 'start' },
  'CLOSE-WAIT>LAST-ACK': { path: 'M262,420 V482', x: 271, y: 448, anchor: 'start' },
  'LAST-ACK>CLOSED': { path: 'M262,512 V574', x: 271, y: 548, anchor: 'start' },
  'TIME-WAIT>CLOSED': { path: 'M109,590 H219', x: 165, y: 584, anchor: 'middle', isOneLine: true },
};

/** How wide a box is drawn. */
export function widthOf({ isNarrow }: StateBox): number {
  return isNarrow ? DIAGRAM.narrowWidth : DIAGRAM.boxWidth;
}

/** The box of a state that a connection is in: CLOSED is the last box once it has been through the others. */
export function boxOf(state: TcpState, hasBegun: boolean): StateBox {
  const find = hasBegun ? BOXES.findLast.bind(BOXES) : BOXES.find.bind(BOXES);
  return find((box: StateBox) => box.state === state)!;
}

/** The shape of any step: what the figure has no arrow for (a RST from anywhere, its note 3) goes straight. */
export function shapeOf(from: TcpState, to: TcpState): string {
  const known = SHAPES[`${from}>${to}`];
  if (known) return known.path;
  const [start, end] = [boxOf(from, false), boxOf(to, true)];
  const half = DIAGRAM.boxHeight / 2;
  const down = end.y > start.y ? 1 : -1;
  return `M${start.x},${start.y + down * half} L${end.x},${end.y - down * (half + 2)}`;
}
