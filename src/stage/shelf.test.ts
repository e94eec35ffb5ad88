import { describe, expect, it } from 'vitest';
import { shelve } from './shelf';

const SIZES = { cardHeight: 20, gap: 2, rowGap: 4, counter: 30 };
const BOX = { x: 10, y: 5, width: 100, height: 44 };
const items = (count: number): { width: number; id: number }[] =>
  Array.from({ length: count }, (_, id) => ({ width: 20, id }));

describe('shelve', () => {
  it('fills rows from left to right', () => {
    const plan = shelve(items(5), 4, BOX, SIZES);
    expect(plan.placed.map(({ x, y }) => [x, y])).toEqual([
      [10, 5],
      [32, 5],
      [54, 5],
      [76, 5],
      [10, 29],
    ]);
    expect(plan).toMatchObject({ before: 0, after: 0, boards: [25, 49] });
  });

  it('shows the newest and counts the rest', () => {
    const plan = shelve(items(30), 29, BOX, SIZES);
    expect(plan.placed.at(-1)?.item.id).toBe(29);
    expect(plan.before + plan.placed.length + plan.after).toBe(30);
    expect(plan.before).toBeGreaterThan(0);
    expect(plan.placed[0]!.x).toBe(10 + 32);
  });

  it('keeps everything inside its box', () => {
    for (const { x, y, width, height } of shelve(items(30), 14, BOX, SIZES).placed) {
      expect(x).toBeGreaterThanOrEqual(BOX.x);
      expect(x + width).toBeLessThanOrEqual(BOX.x + BOX.width);
      expect(y + height).toBeLessThanOrEqual(BOX.y + BOX.height);
    }
  });

  it('stands empty for nothing', () => {
    expect(shelve([], 0, BOX, SIZES)).toEqual({ placed: [], before: 0, after: 0, boards: [] });
  });
});
