import { memo, type ReactNode } from 'react';
import type { Grid } from './grid';

/** What can be seen of a piece of a picture or file; a letter stands for each. */
const LETTERS = { here: 'h', sent: 's', acknowledged: 'a', held: 'b', hole: 'x', open: '.' } as const;
export type PieceLook = keyof typeof LETTERS;

/** So many pieces are drawn as one path: what changes draws only its own part of a long message again. */
const PART = 1024;

/** The looks of all pieces, a letter each, in parts. */
export function looksOf(pieces: number, look: (piece: number) => PieceLook): readonly string[] {
  const parts: string[] = [];
  for (let start = 0; start < pieces; start += PART) {
    let part = '';
    const end = Math.min(pieces, start + PART);
    for (let piece = start; piece < end; piece += 1) part += LETTERS[look(piece)];
    parts.push(part);
  }
  return parts;
}

interface CellsProps {
  readonly grid: Grid;
  readonly looks: readonly string[];
  readonly shown: PieceLook;
}

/** The blocks that look so; nothing where there are none of a part. */
export function Cells({ grid, looks, shown }: CellsProps): ReactNode {
  return looks.map((part, number) => (
    <PartCells key={number} grid={grid} start={number * PART} part={part} shown={shown} />
  ));
}

interface PartCellsProps {
  readonly grid: Grid;
  readonly start: number;
  readonly part: string;
  readonly shown: PieceLook;
}

const PartCells = memo(function PartCells({ grid, start, part, shown }: PartCellsProps): ReactNode {
  let d = '';
  for (let i = part.indexOf(LETTERS[shown]); i >= 0; i = part.indexOf(LETTERS[shown], i + 1)) {
    const { x, y, width, height } = grid.cell(start + i);
    d += `M${x} ${y}h${width}v${height}h${-width}z`;
  }
  return d === '' ? null : <path d={d} data-look={shown} />;
});
