import type { ReactNode } from 'react';
import type { Grid } from './grid';
import { PIECE_LOOKS, type PieceLook } from './pieceLooks';

/** So many pieces are drawn as one path: what changes draws only its own part of a long message again. */
const PART = 256;

interface CellsProps {
  readonly pieces: number;
  readonly shown: PieceLook;
}

/** Paths for the blocks that look so, which `writeCells` fills. */
export function Cells({ pieces, shown }: CellsProps): ReactNode {
  return Array.from({ length: Math.ceil(pieces / PART) }, (_, part) => (
    <path key={part} data-look={shown} data-part={part} />
  ));
}

/**
 * Writes the blocks into the paths of `root`: those of the parts in which a look is another than `before`, or all.
 * `looks` are places in `PIECE_LOOKS`, one for each piece.
 */
export function writeCells(root: Element, grid: Grid, looks: Uint8Array, before: Uint8Array | null): void {
  const drawn = new Map<number, readonly string[]>();
  for (const path of root.querySelectorAll<SVGPathElement>('path[data-look]')) {
    const part = Number(path.dataset['part']);
    const from = part * PART;
    if (!drawn.has(part)) drawn.set(part, isSamePart(looks, before, from) ? [] : outlines(grid, looks, from));
    const d = drawn.get(part)![PIECE_LOOKS.indexOf(path.dataset['look'] as PieceLook)];
    if (d !== undefined && d !== path.getAttribute('d')) path.setAttribute('d', d);
  }
}

function isSamePart(looks: Uint8Array, before: Uint8Array | null, from: number): boolean {
  if (!before || before.length !== looks.length) return false;
  for (let piece = from; piece < Math.min(from + PART, looks.length); piece += 1) {
    if (looks[piece] !== before[piece]) return false;
  }
  return true;
}

/** The outlines of a part's blocks, for each look those that look so. */
function outlines(grid: Grid, looks: Uint8Array, from: number): readonly string[] {
  const all = PIECE_LOOKS.map(() => '');
  for (let piece = from; piece < Math.min(from + PART, looks.length); piece += 1) {
    const { x, y, width, height } = grid.cell(piece);
    all[looks[piece]!] += `M${x} ${y}h${width}v${height}h${-width}z`;
  }
  return all;
}
