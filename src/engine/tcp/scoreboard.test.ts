import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Scoreboard, type SentSegment } from './scoreboard';

const MSS = 10;
const LENGTH = 100;

/** What is believed of each position; the slow and obvious way to keep the sums. */
interface Believed {
  isSacked: boolean;
  isLost: boolean;
  isResending: boolean;
}

function sumsOf(board: Scoreboard): readonly number[] {
  return [board.sackedBytes, board.lostBytes, board.resentBytes];
}

/** So many segments are sent, one each millisecond. */
function boardOf(segments: number): Scoreboard {
  const board = new Scoreboard();
  for (let i = 0; i < segments; i += 1) board.sent(i * MSS, (i + 1) * MSS, i * 1e6, false);
  return board;
}

describe('the scoreboard (RFC 6675 §3)', () => {
  it('knows when a segment was last sent, and that it was sent more than once (Karn, RFC 6298 §3)', () => {
    const board = boardOf(3);
    board.sent(10, 20, 7e6, true);
    const arrived: SentSegment[] = [];
    board.acknowledge(30, arrived);
    expect(arrived.map(({ sentNs, resends }) => [sentNs, resends])).toEqual([
      [0, 0],
      [7e6, 1],
      [2e6, 0],
    ]);
    expect(board.first).toBeUndefined();
  });

  it('takes a block for news once, whatever it cuts', () => {
    const board = boardOf(3);
    const arrived: SentSegment[] = [];
    board.report({ start: 5, end: 15 }, arrived);
    board.report({ start: 5, end: 15 }, arrived);
    expect(arrived.map(({ start, end }) => [start, end])).toEqual([
      [5, 10],
      [10, 15],
    ]);
    expect(board.sackedSegments).toBe(2);
    board.acknowledge(30, arrived);
    expect(arrived.map(({ start }) => start)).toEqual([5, 10, 0, 15, 20]);
    expect(sumsOf(board)).toEqual([0, 0, 0]);
  });

  it('hands out what is lost in order, and again only if the copy is lost too (RFC 8985 §6.2)', () => {
    const board = boardOf(4);
    board.eachMissing(0, (segment) => {
      board.lose(segment);
      return segment.start < 10;
    });
    expect(board.nextLost()?.start).toBe(0);
    board.sent(0, 10, 9e6, true);
    expect(board.nextLost()?.start).toBe(10);
    board.sent(10, 20, 9e6, true);
    expect(board.nextLost()).toBeUndefined();
    board.loseAgain(board.first!);
    expect(board.nextLost()?.start).toBe(0);
  });

  it('sums as a list of all positions would', () => {
    const edge = fc.nat(LENGTH);
    const act = fc.record({
      kind: fc.constantFrom('report', 'acknowledge', 'loseAll', 'loseNothing', 'resend', 'forget'),
      start: edge,
      length: fc.nat(30),
    });
    fc.assert(
      fc.property(fc.array(act, { maxLength: 20 }), (acts) => {
        const board = boardOf(LENGTH / MSS);
        const model: Believed[] = Array.from({ length: LENGTH }, () => ({
          isSacked: false,
          isLost: false,
          isResending: false,
        }));
        let unacked = 0;
        for (const { kind, start, length } of acts) {
          const from = Math.max(start, unacked);
          const to = Math.min(from + length, LENGTH);
          const part = model.slice(from, to);
          const open = model.slice(unacked);
          if (kind === 'acknowledge') {
            unacked = Math.max(unacked, start);
            board.acknowledge(unacked, []);
          } else if (kind === 'report' && from < to) {
            board.report({ start: from, end: to }, []);
            for (const one of part) Object.assign(one, { isSacked: true, isLost: false, isResending: false });
          } else if (kind === 'resend' && from < to) {
            board.sent(from, to, 0, true);
            for (const one of part) one.isResending ||= !one.isSacked;
          } else if (kind === 'loseAll') {
            board.loseAll();
            for (const one of open) Object.assign(one, { isLost: !one.isSacked, isResending: false });
          } else if (kind === 'loseNothing') {
            board.loseNothing();
            for (const one of open) Object.assign(one, { isLost: false, isResending: false });
          } else if (kind === 'forget') {
            board.forgetReports();
            for (const one of open) one.isSacked = false;
          }
          const left = model.slice(unacked);
          const count = (key: keyof Believed): number => left.filter((one) => one[key]).length;
          expect(sumsOf(board)).toEqual([count('isSacked'), count('isLost'), count('isResending')]);
          const next = left.findIndex((one) => one.isLost && !one.isResending);
          expect(board.nextLost()?.start).toBe(next < 0 ? undefined : next + unacked);
        }
      }),
    );
  });
});
