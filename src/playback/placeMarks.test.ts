import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Mark, MarkKind } from '../trace/marks';
import { placeLabels, placeMarks } from './placeMarks';
import { trueTimeMap } from './timeMap';
import { trackOf } from './track';

const MS = 1_000_000;
const map = trueTimeMap(1000 * MS, []);
const whole = trackOf(map, null);
const widthOf = (text: string): number => text.length * 8;
const textOf = ({ kind, piece }: Mark): string => `${kind}${piece}`;

function mark(kind: MarkKind, timeMs: number, piece = -1, count = 0): Mark {
  return { lane: 0, timeNs: timeMs * MS, kind, packet: 0, piece, count };
}

describe('marks on the timeline', () => {
  it('stand where their time is', () => {
    expect(placeMarks([mark('loss', 250), mark('fin', 1000)], whole, 400).map(({ x }) => x)).toEqual([
      100, 400,
    ]);
  });

  it('stand there of the stretch that is looked at, those outside it nowhere', () => {
    const track = trackOf(map, [200 * MS, 400 * MS]);
    const marks = [mark('syn', 100), mark('loss', 250), mark('fin', 400), mark('rst', 401)];
    expect(placeMarks(marks, track, 400).map(({ x }) => x)).toEqual([100, 400]);
  });

  it('lose their name to a more important neighbour', () => {
    const placed = placeMarks([mark('duplicateAck', 500, 1), mark('loss', 505, 2)], whole, 400);
    expect(placeLabels(placed, 400, textOf, widthOf).map(({ text }) => text)).toEqual(['loss2']);
  });

  it('name the third duplicate ACK before those around it, and none after it', () => {
    const duplicates = [1, 2, 3, 4, 7].map((count) => mark('duplicateAck', 496 + count * 4, count, count));
    const placed = placeMarks([...duplicates, mark('duplicateAck', 900, 9, 9)], whole, 400);
    expect(placeLabels(placed, 400, textOf, widthOf).map(({ text }) => text)).toEqual(['duplicateAck3']);
  });

  it('are not put into words where names have no room', () => {
    const marks = Array.from({ length: 10_000 }, (_, i) => mark('loss', i / 10, i));
    const placed = placeMarks(marks, whole, 800);
    let asked = 0;
    const counted = (one: Mark): string => {
      asked += 1;
      return textOf(one);
    };
    expect(placeLabels(placed, 800, counted, widthOf).length).toBeGreaterThan(5);
    expect(asked).toBeLessThan(2000);
  });

  it('never have names that touch or stick out', () => {
    const times = fc.array(fc.integer({ min: 0, max: 1000 }), { maxLength: 80 });
    fc.assert(
      fc.property(times, fc.integer({ min: 10, max: 1500 }), (timesMs, width) => {
        const marks = timesMs.map((timeMs, i) => mark(i % 2 === 0 ? 'loss' : 'duplicateAck', timeMs, i));
        const labels = placeLabels(placeMarks(marks, whole, width), width, textOf, widthOf).toSorted(
          (a, b) => a.left - b.left,
        );
        labels.forEach(({ left, text }, i) => {
          expect(left).toBeGreaterThanOrEqual(0);
          expect(left + widthOf(text)).toBeLessThanOrEqual(Math.min(width, labels[i + 1]?.left ?? width));
        });
      }),
      { numRuns: 500 },
    );
  });
});
