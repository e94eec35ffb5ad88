import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ms } from '../../../tests/handMade';
import { LABEL_HEIGHT, ladderScale } from './scale';
import type { Stop } from './stops';

function stop(startMs: number, endMs: number, side: 0 | 1 = 0): Stop {
  return { startNs: ms(startMs), endNs: ms(endMs), side, rows: 1, drop: 0 };
}

const anyStops = fc
  .array(
    fc.tuple(
      fc.integer({ min: 0, max: 3000 }),
      fc.integer({ min: 0, max: 90 }),
      fc.constantFrom<0 | 1>(0, 1),
    ),
  )
  .map((list) =>
    list
      .toSorted(([a], [b]) => a - b)
      .map(([startMs, flight, side]) => stop(startMs, startMs + flight, side)),
  );

describe('ladderScale', () => {
  it('never puts a later moment higher, and gives the moment of a height back', () => {
    fc.assert(
      fc.property(anyStops, fc.array(fc.integer({ min: 0, max: 4000 })), (stops, times) => {
        const scale = ladderScale([stops]);
        const ys = times.toSorted((a, b) => a - b).map((time) => scale.toY(ms(time)));
        expect(ys).toEqual(ys.toSorted((a, b) => a - b));
        for (const { startNs } of stops) {
          expect(scale.toTime(scale.toY(startNs))).toBeCloseTo(startNs, -3);
        }
      }),
    );
  });

  it('leaves room for the name of every sending of a side, and ends no arrow above its start', () => {
    fc.assert(
      fc.property(anyStops, (stops) => {
        const scale = ladderScale([stops]);
        const starts = scale.starts[0]!;
        for (const side of [0, 1]) {
          const own = [...starts].filter((_, i) => stops[i]!.side === side);
          own.slice(1).forEach((y, i) => expect(y - own[i]!).toBeGreaterThanOrEqual(LABEL_HEIGHT - 1e-6));
        }
        stops.forEach(({ startNs, endNs }, i) => {
          if (endNs > startNs) expect(scale.toArrivalY(endNs)).toBeGreaterThan(starts[i]!);
        });
      }),
    );
  });

  it('folds a second of silence so that it shares a screen with milliseconds', () => {
    const scale = ladderScale([[stop(0, 60), stop(1, 61), stop(1061, 1121)]]);
    expect(scale.folds).toHaveLength(1);
    expect(scale.folds[0]).toMatchObject({ startNs: ms(61), endNs: ms(1061) });
    expect(scale.height).toBeLessThan(400);
  });

  it('does not fold while a packet is under way', () => {
    expect(ladderScale([[stop(0, 60), stop(1, 61), stop(2, 900)]]).folds).toEqual([]);
  });

  it('passes over packets sent at one instant all at once', () => {
    const scale = ladderScale([[stop(0, 60), stop(0, 60), stop(0, 60)]]);
    const [first, , last] = scale.starts[0]!;
    expect(last! - first!).toBe(2 * LABEL_HEIGHT);
    expect(scale.toY(0)).toBe(last);
  });

  it('lines two lanes up on one scale', () => {
    const scale = ladderScale([[stop(0, 60), stop(20, 80)], [stop(20, 80)]]);
    expect(scale.starts[1]![0]).toBe(scale.starts[0]![1]);
  });

  it('makes all of it smaller with the zoom, and only time larger', () => {
    const stops = [stop(0, 60), stop(1, 61), stop(1061, 1121)];
    const heightAt = (zoom: number) => ladderScale([stops], { unit: 1, zoom, isTrue: false }).height;
    expect(heightAt(0.5)).toBeLessThan(heightAt(1) * 0.75);
    expect(heightAt(4)).toBeGreaterThan(heightAt(1));
    const [first, second] = ladderScale([stops], { unit: 1, zoom: 4, isTrue: false }).starts[0]!;
    expect(second! - first!).toBe(LABEL_HEIGHT);
  });

  it('gives equal times equal heights when it is to be true', () => {
    const stops = [stop(0, 60), stop(1, 61), stop(1061, 1121)];
    const { toY, toTime, folds, starts } = ladderScale([stops], { unit: 1, zoom: 1, isTrue: true });
    expect(folds).toEqual([]);
    expect(toY(ms(200)) - toY(ms(100))).toBeCloseTo(toY(ms(1100)) - toY(ms(1000)), 6);
    expect(toTime(toY(ms(77)))).toBeCloseTo(ms(77), 3);
    expect(starts[0]![1]).toBe(toY(ms(1)));
  });

  it('leaves room for a second line, and above what stands below its moment', () => {
    const two = { ...stop(0, 60), rows: 2 };
    const plate = { ...stop(5, 5), drop: 1 };
    const [first, second, third] = ladderScale([[two, plate, stop(5, 65)]]).starts[0]!;
    expect(second! - first!).toBeGreaterThanOrEqual(2 * LABEL_HEIGHT);
    expect(third! - second!).toBe(LABEL_HEIGHT);
    const scale = ladderScale([[{ ...stop(5, 5), drop: 1 }]]);
    expect(scale.starts[0]![0]! - scale.toArrivalY(ms(5))).toBe(LABEL_HEIGHT);
  });
});
