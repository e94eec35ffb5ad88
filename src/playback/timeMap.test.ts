import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evenTimeMap, type TimeMap, trueTimeMap } from './timeMap';

const SECOND = 1_000_000_000;

/** Stretches of activity and silence in turn, as a run has them. */
const runArbitrary = fc
  .array(fc.tuple(fc.integer({ min: 1, max: SECOND }), fc.integer({ min: 1, max: 400 * SECOND })), {
    minLength: 1,
    maxLength: 12,
  })
  .map((stretches) => {
    let now = 0;
    const silences = stretches.map(([active, silent]) => {
      const startNs = now + active;
      now = startNs + silent;
      return { startNs, endNs: now };
    });
    return { silences, endNs: now + SECOND };
  });

const momentsArbitrary = fc
  .uniqueArray(fc.integer({ min: 0, max: 500 * SECOND }), { minLength: 1, maxLength: 60 })
  .map((times) => times.toSorted((a, b) => a - b));

/** How far the map is from running forwards, and from being its own inverse, at two shares of the run. */
function faults(
  map: TimeMap,
  a: number,
  b: number,
): { backwards: number; inNs: number; inPositions: number } {
  const [early, late] = [Math.min(a, b) * map.endNs, Math.max(a, b) * map.endNs];
  return {
    backwards: Math.max(0, map.toPosition(early) - map.toPosition(late)),
    inNs: Math.abs(map.toTime(map.toPosition(early)) - early),
    inPositions: Math.abs(map.toPosition(map.toTime(a * map.length)) - a * map.length),
  };
}

const share = fc.double({ min: 0, max: 1, noNaN: true });

describe('true time', () => {
  it('never runs backwards and can be read both ways', () => {
    fc.assert(
      fc.property(runArbitrary, share, share, (run, a, b) => {
        const { backwards, inNs, inPositions } = faults(trueTimeMap(run.endNs, run.silences), a, b);
        expect(backwards).toBe(0);
        expect(Math.max(inNs, inPositions)).toBeLessThan(1);
      }),
      { numRuns: 500 },
    );
  });

  it('keeps one display nanosecond for each nanosecond outside folds', () => {
    const map = trueTimeMap(3 * SECOND, [{ startNs: SECOND, endNs: 2.5 * SECOND }]);
    expect(map.toPosition(0.5 * SECOND)).toBe(0.5 * SECOND);
    expect(map.toPosition(3 * SECOND) - map.toPosition(2.5 * SECOND)).toBe(0.5 * SECOND);
  });

  it('folds a long silence and says where, and leaves a short one', () => {
    const map = trueTimeMap(182 * SECOND, [
      { startNs: SECOND, endNs: 1.2 * SECOND },
      { startNs: 2 * SECOND, endNs: 181 * SECOND },
    ]);
    expect(map.folds.map(({ startNs, endNs }) => [startNs, endNs])).toEqual([[2 * SECOND, 181 * SECOND]]);
    expect(map.folds[0]!.start).toBe(map.toPosition(2 * SECOND));
    expect(map.folds[0]!.end).toBe(map.toPosition(181 * SECOND));
    expect(map.length).toBeLessThan(4 * SECOND);
  });

  it('has a timeline even for a run in which nothing takes time', () => {
    const map = trueTimeMap(0, []);
    expect(map.length).toBeGreaterThan(0);
    expect(map.toPosition(0)).toBe(0);
  });
});

describe('even spacing', () => {
  it('never runs backwards and can be read both ways', () => {
    fc.assert(
      fc.property(momentsArbitrary, share, share, (moments, a, b) => {
        const map = evenTimeMap(moments.at(-1)! + SECOND, moments);
        const { backwards, inNs, inPositions } = faults(map, a, b);
        expect(backwards).toBe(0);
        expect(Math.max(inNs, inPositions)).toBeLessThan(1);
      }),
      { numRuns: 500 },
    );
  });

  it('puts every moment the same distance from the next', () => {
    fc.assert(
      fc.property(momentsArbitrary, (moments) => {
        const map = evenTimeMap(moments.at(-1)!, moments);
        const positions = moments.map((moment) => map.toPosition(moment));
        const gaps = positions.slice(1).map((position, i) => position - positions[i]!);
        expect(new Set(gaps).size).toBeLessThanOrEqual(1);
      }),
      { numRuns: 500 },
    );
  });
});
