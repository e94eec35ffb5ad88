import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Reassembly } from './reassembly';

const segment = fc.record({
  position: fc.integer({ min: 0, max: 60 }),
  length: fc.integer({ min: 0, max: 25 }),
});

describe('Reassembly', () => {
  it('holds exactly what a map of positions would hold', () => {
    fc.assert(
      fc.property(fc.array(segment, { maxLength: 30 }), fc.integer({ min: 0, max: 70 }), (segments, from) => {
        const reassembly = new Reassembly();
        const held = new Set<number>();
        for (const { position, length } of segments) {
          reassembly.insert(
            position,
            Uint8Array.from({ length }, (_, i) => position + i),
          );
          for (let i = 0; i < length; i += 1) held.add(position + i);
          expect(reassembly.bytes).toBe(held.size);
        }
        const blocks = reassembly.newestBlocks(100);
        const covered = blocks.flatMap(({ start, end }) =>
          Array.from({ length: end - start }, (_, i) => start + i),
        );
        expect(covered.toSorted((a, b) => a - b)).toEqual([...held].toSorted((a, b) => a - b));
        const expected: number[] = [];
        while (held.has(from + expected.length)) expected.push(from + expected.length);
        expect(reassembly.takeFrom(from).flatMap((chunk) => [...chunk])).toEqual(expected);
        expect(reassembly.bytes).toBe(
          [...held].filter((position) => position > from + expected.length).length,
        );
      }),
      { numRuns: 500 },
    );
  });

  it('keeps what came first where two disagree', () => {
    const reassembly = new Reassembly();
    reassembly.insert(5, Uint8Array.of(1, 1));
    reassembly.insert(4, Uint8Array.of(2, 2, 2, 2));
    expect(reassembly.takeFrom(4).flatMap((chunk) => [...chunk])).toEqual([2, 1, 1, 2]);
  });
});
