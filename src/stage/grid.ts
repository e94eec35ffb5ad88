import type { Box } from './plan';

export interface Grid {
  /** The whole picture or map, inside the box that was given. */
  readonly box: Box;
  /** Where block `number` (from 0) lies. */
  cell(number: number): Box;
}

/** Divides a box into `count` blocks in rows; with an aspect (width by height) the blocks fill a picture of that shape. */
export function gridOf(count: number, space: Box, aspect: number | null): Grid {
  const box = aspect === null ? space : fitInto(space, aspect);
  const columns = Math.max(1, Math.round(Math.sqrt((count * box.width) / Math.max(1, box.height))));
  const rows = Math.max(1, Math.ceil(count / columns));
  return {
    box,
    cell(number) {
      const row = Math.floor(number / columns);
      // The last row has fewer blocks, so they are wider: together they are the whole picture.
      const inRow = row === rows - 1 ? count - row * columns : columns;
      const width = box.width / inRow;
      const height = box.height / rows;
      return { x: box.x + (number % columns) * width, y: box.y + row * height, width, height };
    },
  };
}

function fitInto({ x, y, width, height }: Box, aspect: number): Box {
  const fitted = { width: Math.min(width, height * aspect), height: Math.min(height, width / aspect) };
  return { x: x + (width - fitted.width) / 2, y: y + (height - fitted.height) / 2, ...fitted };
}
