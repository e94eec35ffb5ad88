import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Range, Scoreboard } from './scoreboard';

const MSS = 10;

function boardOf(...blocks: readonly (readonly [number, number])[]): Scoreboard {
  const board = new Scoreboard();
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

describe('the scoreboard (RFC 6675 §3, §4)', () => {
  it('counts each position once, however often and in whatever pieces it is reported', () => {
    const board = boardOf([20, 30], [40, 50], [20, 30], [25, 45]);
    expect(board.bytes).toBe(30);
    expect(board.gapFrom(1)).toEqual({ start: 1, end: 20 });
    expect(board.gapFrom(22)).toEqual({ start: 50, end: Infinity });
  });

  it('takes a position for lost when three separate runs lie above it, however small', () => {
    expect(boardOf([3, 4], [5, 6]).lostBelow(MSS)).toBe(0);
    expect(boardOf([3, 4], [5, 6], [7, 8]).lostBelow(MSS)).toBe(3);
    expect(boardOf([3, 4], [5, 6], [7, 8], [9, 10]).lostBelow(MSS)).toBe(5);
  });

  it('takes a position for lost when more than two segments lie above it, even in one run', () => {
    expect(boardOf([11, 31]).lostBelow(MSS)).toBe(0);
    expect(boardOf([11, 32]).lostBelow(MSS)).toBe(11);
  });

  it('forgets what is acknowledged, and keeps what lies beyond', () => {
    const board = boardOf([11, 21], [31, 41]);
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
        const board = new Scoreboard();
        const held = Array.from({ length: 80 }, () => false);
        for (const { start, length, release } of steps) {
          board.add({ start, end: start + length });
          held.fill(true, start, start + length);
          if (release !== null) board.release(release);
          if (release !== null) held.fill(false, 0, release);
        }
        const count = (from: number, to: number): number => held.slice(from, to).filter(Boolean).length;
        expect(board.bytes).toBe(count(0, 80));
        expect(board.bytesBefore(probe)).toBe(count(0, probe));
        expect(board.end).toBe(held.lastIndexOf(true) + 1);
        const gap: Range = board.gapFrom(probe);
        const first = held.indexOf(false, probe);
        expect(gap.start).toBe(first);
        expect(gap.end).toBe(held.includes(true, first) ? held.indexOf(true, first) : Infinity);
        const below = board.lostBelow(MSS);
        for (let at = 0; at < 80; at += 1) if (!held[at]) expect(at < below).toBe(isLost(held, at));
      }),
    );
  });
});
