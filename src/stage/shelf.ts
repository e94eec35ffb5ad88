import type { Box } from './plan';

/** Something that stands on a shelf: its width in px. */
export interface ShelfItem {
  readonly width: number;
}

export interface Shelved<T extends ShelfItem> extends Box {
  readonly item: T;
}

export interface ShelfPlan<T extends ShelfItem> {
  readonly placed: readonly Shelved<T>[];
  /** Items before the first and after the last that are shown. */
  readonly before: number;
  readonly after: number;
  /** Baselines of the boards that are in use. */
  readonly boards: readonly number[];
}

export interface ShelfSizes {
  readonly cardHeight: number;
  readonly gap: number;
  /** Between two rows: the board and air. */
  readonly rowGap: number;
  /** Room for the count of what is not shown. */
  readonly counter: number;
}

/** How many items of at least that width find room at the same time. */
export function mostOnShelf(box: Box, sizes: ShelfSizes, leastWidth: number): number {
  return rowsOf(box, sizes) * Math.max(1, Math.ceil((box.width + sizes.gap) / (leastWidth + sizes.gap)));
}

/** How many rows there are. */
export function rowsOf(box: Box, { cardHeight, rowGap }: ShelfSizes): number {
  return Math.max(1, Math.floor((box.height + rowGap) / (cardHeight + rowGap)));
}

/**
 * Places items in rows from left to right. When they do not all fit, the window that ends with item `focus` (the
 * newest) is shown, behind a counter of those before it.
 */
export function shelve<T extends ShelfItem>(
  items: readonly T[],
  focus: number,
  box: Box,
  sizes: ShelfSizes,
): ShelfPlan<T> {
  const rows = rowsOf(box, sizes);
  const first = firstShown(items, focus, box, sizes, rows);
  return placeFrom(items, first, box, sizes, rows);
}

function firstShown(
  items: readonly ShelfItem[],
  focus: number,
  box: Box,
  sizes: ShelfSizes,
  rows: number,
): number {
  const reach = (from: number): number => from + placeFrom(items, from, box, sizes, rows).placed.length - 1;
  if (reach(0) >= Math.min(focus, items.length - 1)) return 0;
  let low = 0;
  let high = Math.max(0, Math.min(focus, items.length - 1));
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (reach(middle) >= focus) high = middle;
    else low = middle + 1;
  }
  return low;
}

function placeFrom<T extends ShelfItem>(
  items: readonly T[],
  first: number,
  box: Box,
  { cardHeight, gap, rowGap, counter }: ShelfSizes,
  rows: number,
): ShelfPlan<T> {
  const placed: Shelved<T>[] = [];
  let x = first > 0 ? counter + gap : 0;
  let row = 0;
  let i = first;
  for (; i < items.length; i += 1) {
    const item = items[i]!;
    const width = Math.min(item.width, box.width);
    if (x > 0 && x + width > box.width) {
      row += 1;
      x = 0;
    }
    if (row >= rows) break;
    const y = box.y + row * (cardHeight + rowGap);
    placed.push({ item, x: box.x + x, y, width, height: cardHeight });
    x += width + gap;
  }
  const boards = [...new Set(placed.map(({ y }) => y + cardHeight))];
  return { placed, before: first, after: items.length - i, boards };
}
