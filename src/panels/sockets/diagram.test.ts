import { describe, expect, it } from 'vitest';
import { TCP_STATES } from '../../trace/snapshot';
import { STATE_ARROWS } from '../../trace/stateDiagram';
import { BOXES, boxOf, DIAGRAM, shapeOf, SHAPES, widthOf } from './diagram';

describe('the drawing of the state diagram', () => {
  it('has a box for each state and a shape for each arrow of the figure, and none besides', () => {
    expect(new Set(BOXES.map(({ state }) => state))).toEqual(new Set(TCP_STATES));
    expect(Object.keys(SHAPES).toSorted()).toEqual(
      STATE_ARROWS.map(({ from, to }) => `${from}>${to}`).toSorted(),
    );
  });

  it('keeps its boxes apart and inside', () => {
    for (const one of BOXES) {
      expect(one.x - widthOf(one) / 2).toBeGreaterThanOrEqual(0);
      expect(one.x + widthOf(one) / 2).toBeLessThanOrEqual(DIAGRAM.width);
      for (const other of BOXES) {
        if (one === other || one.y !== other.y) continue;
        expect(Math.abs(one.x - other.x)).toBeGreaterThan((widthOf(one) + widthOf(other)) / 2);
      }
    }
  });

  it('has a connection begin at the upper CLOSED and end at the lower', () => {
    expect(boxOf('CLOSED', false).y).toBeLessThan(boxOf('CLOSED', true).y);
    expect(boxOf('ESTABLISHED', true)).toBe(boxOf('ESTABLISHED', false));
  });

  it('draws a RST, which the figure has no arrow for, straight to the end', () => {
    expect(shapeOf('ESTABLISHED', 'CLOSED')).toBe('M165,324 L275,574');
  });
});
