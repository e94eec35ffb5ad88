import { describe, expect, it } from 'vitest';
import { nearestArrow } from './nearestArrow';

const down = { name: 'down', x1: 0, y1: 0, x2: 100, y2: 100 };
const up = { name: 'up', x1: 100, y1: 0, x2: 0, y2: 100 };

describe('nearestArrow', () => {
  it('tells crossing lines apart by the point', () => {
    expect(nearestArrow([down, up], 20, 24)?.name).toBe('down');
    expect(nearestArrow([down, up], 24, 78)?.name).toBe('up');
  });

  it('finds none far from every line, nor beyond their ends', () => {
    expect(nearestArrow([down, up], 50, 5)).toBeUndefined();
    expect(nearestArrow([down], 120, 120)).toBeUndefined();
    expect(nearestArrow([], 0, 0)).toBeUndefined();
  });

  it('takes a packet that ended where it began as a point', () => {
    const point = { x1: 10, y1: 10, x2: 10, y2: 10 };
    expect(nearestArrow([point], 14, 10)).toBe(point);
  });
});
