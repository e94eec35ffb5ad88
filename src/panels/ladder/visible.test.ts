import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { visibleIndex } from './visible';

const extents = fc
  .array(fc.tuple(fc.integer({ min: 0, max: 500 }), fc.integer({ min: 0, max: 300 })))
  .map((list) =>
    list.toSorted(([a], [b]) => a - b).map(([startY, length]) => ({ startY, endY: startY + length })),
  );

describe('visibleIndex', () => {
  it('finds the same arrows as looking at each of them', () => {
    fc.assert(
      fc.property(extents, fc.integer({ min: 0, max: 900 }), fc.nat(300), (all, top, height) => {
        const bottom = top + height;
        const expected = all.flatMap(({ startY, endY }, i) => (startY <= bottom && endY >= top ? [i] : []));
        expect(visibleIndex(all).within(top, bottom)).toEqual(expected);
      }),
    );
  });
});
