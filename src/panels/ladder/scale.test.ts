import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ms } from '../../../tests/handMade';
import type { Arrow } from './arrows';
import { LABEL_HEIGHT, ladderScale } from './scale';

function arrow(startMs: number, endMs: number, fromX = 0): Arrow {
  const plain = {
    packet: 0,
    ending: 'arrived',
    original: -1,
    isCopy: false,
    isDamaged: false,
    isDelayed: false,
  } as const;
  return { ...plain, fromX, toX: 1 - fromX, startNs: ms(startMs), endNs: ms(endMs) };
}

const anyArrows = fc
  .array(fc.tuple(fc.integer({ min: 0, max: 3000 }), fc.integer({ min: 0, max: 90 }), fc.constantFrom(0, 1)))
  .map((list) =>
    list
      .toSorted(([a], [b]) => a - b)
      .map(([startMs, flight, fromX]) => arrow(startMs, startMs + flight, fromX)),
  );

describe('ladderScale', () => {
  it('never puts a later moment higher, and gives the moment of a height back', () => {
    fc.assert(
      fc.property(anyArrows, fc.array(fc.integer({ min: 0, max: 4000 })), (arrows, times) => {
        const scale = ladderScale([arrows]);
        const ys = times.toSorted((a, b) => a - b).map((time) => scale.toY(ms(time)));
        expect(ys).toEqual(ys.toSorted((a, b) => a - b));
        for (const { startNs } of arrows) {
          expect(scale.toTime(scale.toY(startNs))).toBeCloseTo(startNs, -3);
        }
      }),
    );
  });

  it('leaves room for the name of every sending of a side, and ends no arrow above its start', () => {
    fc.assert(
      fc.property(anyArrows, (arrows) => {
        const scale = ladderScale([arrows]);
        const starts = scale.starts[0]!;
        for (const side of [0, 1]) {
          const own = [...starts].filter((_, i) => arrows[i]!.fromX === side);
          own.slice(1).forEach((y, i) => expect(y - own[i]!).toBeGreaterThanOrEqual(LABEL_HEIGHT - 1e-6));
        }
        arrows.forEach(({ startNs, endNs }, i) => {
          if (endNs > startNs) expect(scale.toArrivalY(endNs)).toBeGreaterThan(starts[i]!);
        });
      }),
    );
  });

  it('folds a second of silence so that it shares a screen with milliseconds', () => {
    const scale = ladderScale([[arrow(0, 60), arrow(1, 61), arrow(1061, 1121)]]);
    expect(scale.folds).toHaveLength(1);
    expect(scale.folds[0]).toMatchObject({ startNs: ms(61), endNs: ms(1061) });
    expect(scale.height).toBeLessThan(400);
  });

  it('does not fold while a packet is under way', () => {
    expect(ladderScale([[arrow(0, 60), arrow(1, 61), arrow(2, 900)]]).folds).toEqual([]);
  });

  it('passes over packets sent at one instant all at once', () => {
    const scale = ladderScale([[arrow(0, 60), arrow(0, 60), arrow(0, 60)]]);
    const [first, , last] = scale.starts[0]!;
    expect(last! - first!).toBe(2 * LABEL_HEIGHT);
    expect(scale.toY(0)).toBe(last);
  });

  it('lines two lanes up on one scale', () => {
    const scale = ladderScale([[arrow(0, 60), arrow(20, 80)], [arrow(20, 80)]]);
    expect(scale.starts[1]![0]).toBe(scale.starts[0]![1]);
  });
});
