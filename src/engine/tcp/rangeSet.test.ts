import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lostBelow } from './duplicateThreshold';
import { type Range, RangeSet } from './rangeSet';

const MSS = 10;

function setOf(...blocks: readonly (readonly [number, number])[]): RangeSet {
  const board = new RangeSet();
  for (const [start, end] of blocks) board.add({ start, end });
  return board;
}

/** IsLost() of RFC 6675 §4, word by word. */
function isLost(held: readonly boolean[], position: number): boolean {
  let runs = 0;
  let bytes = 0;
  for (let at = position + 1; at < held.length; at += 1) {
    if (!held[at]) continue;
    bytes += 1;
    if (!held[at - 1]) runs += 1;
  }
  return runs >= 3 || bytes > 2 * MSS;
}

describe('what the peer has reported (RFC 6675 §3, §4)', () => {
  it('counts each position once, however often and in whatever pieces it is reported', () => {
    const board = setOf([20, 30], [40, 50], [20, 30], [25, 45]);
    expect(board.bytes).toBe(30);
    expect(board.gapFrom(1)).toEqual({ start: 1, end: 20 });
    expect(board.gapFrom(22)).toEqual({ start: 50, end: Infinity });
  });

  it('takes a position for lost when three separate runs lie above it, however small', () => {
    expect(lostBelow(setOf([3, 4], [5, 6]).runs, MSS, 3)).toBe(0);
    expect(lostBelow(setOf([3, 4], [5, 6], [7, 8]).runs, MSS, 3)).toBe(3);
    expect(lostBelow(setOf([3, 4], [5, 6], [7, 8], [9, 10]).runs, MSS, 3)).toBe(5);
  });

  it('takes a position for lost when more than two segments lie above it, even in one run', () => {
    expect(lostBelow(setOf([11, 31]).runs, MSS, 3)).toBe(0);
    expect(lostBelow(setOf([11, 32]).runs, MSS, 3)).toBe(11);
  });

  it('forgets what is acknowledged, and keeps what lies beyond', () => {
    const board = setOf([11, 21], [31, 41]);
    board.release(36);
    expect(board.bytes).toBe(5);
    expect(board.gapFrom(36)).toEqual({ start: 41, end: Infinity });
    board.release(41);
    expect([board.bytes, board.end]).toEqual([0, 0]);
  });

  it('answers as a list of all positions would', () => {
    const edge = fc.integer({ min: 0, max: 60 });
    const step = fc.record({ start: edge, length: fc.nat(15), release: fc.option(edge, { freq: 5 }) });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), edge, (steps, probe) => {
        const board = new RangeSet();
        const held = Array.from({ length: 80 }, () => false);
        for (const { start, length, release } of steps) {
          board.add({ start, end: start + length });
          held.fill(true, start, start + length);
          if (release !== null) board.release(release);
          if (release !== null) held.fill(false, 0, release);
        }
        const count = (from: number, to: number): number => held.slice(from, to).filter(Boolean).length;
        expect(board.bytes).toBe(count(0, 80));
        expect(board.covers({ start: probe, end: probe + 3 })).toBe(count(probe, probe + 3) === 3);
        expect(board.end).toBe(held.lastIndexOf(true) + 1);
        const gap: Range = board.gapFrom(probe);
        const first = held.indexOf(false, probe);
        expect(gap.start).toBe(first);
        expect(gap.end).toBe(held.includes(true, first) ? held.indexOf(true, first) : Infinity);
        const below = lostBelow(board.runs, MSS, 3);
        for (let at = 0; at < 80; at += 1) if (!held[at]) expect(at < below).toBe(isLost(held, at));
      }),
    );
  });
});
