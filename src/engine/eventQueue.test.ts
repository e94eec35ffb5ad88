import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EventQueue } from './eventQueue';

describe('EventQueue', () => {
  it('gives actions in order of time, equal times in order of insertion', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 9 })), (times) => {
        const queue = new EventQueue();
        const taken: { timeNs: number; order: number }[] = [];
        times.forEach((timeNs, order) => queue.add(timeNs, () => taken.push({ timeNs, order })));
        while (!queue.isEmpty) queue.take()();
        const sorted = times
          .map((timeNs, order) => ({ timeNs, order }))
          .toSorted((a, b) => a.timeNs - b.timeNs || a.order - b.order);
        expect(taken).toEqual(sorted);
      }),
    );
  });

  it('takes a bug for what it is', () => {
    expect(() => new EventQueue().take()).toThrow('empty');
  });
});
