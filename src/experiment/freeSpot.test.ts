import { describe, expect, it } from 'vitest';
import { freeSpot } from './freeSpot';
import type { Spot } from './spot';

describe('a free spot', () => {
  it('is beside the place where there is room', () => {
    const { x, y } = freeSpot({ x: 300, y: 300 }, [{ x: 300, y: 300 }]);
    expect(x).toBeGreaterThan(300);
    expect(y).toBe(300);
  });

  it('is further away rather than between houses that stand about a corner', () => {
    const corner: Spot = { x: 860, y: 230 };
    const taken: Spot[] = [corner];
    for (let i = 0; i < 5; i += 1) taken.push(freeSpot(corner, taken));
    for (const [i, one] of taken.entries()) {
      for (const other of taken.slice(0, i)) {
        expect(Math.hypot((one.x - other.x) / 1.7, one.y - other.y)).toBeGreaterThan(150);
      }
    }
  });
});
