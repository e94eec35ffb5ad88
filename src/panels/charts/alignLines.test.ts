import { describe, expect, it } from 'vitest';
import { alignLines, extentOf, valueAt } from './alignLines';
import type { ChartLine } from './chartSpec';

const line = (times: number[], values: (number | null)[], look: ChartLine['look'] = 'solid'): ChartLine => ({
  id: 'x',
  label: 'x',
  look,
  color: '--ink',
  width: 1,
  isOther: false,
  times,
  values,
});

describe('lines with times of their own', () => {
  it('come over one list of times, each value held until the next', () => {
    const { times, values } = alignLines([line([10, 30], [1, 2]), line([20], [5])], 40);
    expect(times).toEqual([0, 10, 20, 30, 40]);
    expect(values).toEqual([
      [null, 1, 1, 2, 2],
      [null, null, 5, 5, 5],
    ]);
  });

  it('show the last of several values at one time, and points at their own times only', () => {
    const { times, values } = alignLines([line([10, 10], [1, 2]), line([20], [5], 'points')], 30);
    expect(times).toEqual([0, 10, 20, 30]);
    expect(values).toEqual([
      [null, 2, 2, 2],
      [null, null, 5, null],
    ]);
  });

  it('end where the chart ends', () => {
    expect(alignLines([line([10, 50], [1, 2])], 20).times).toEqual([0, 10, 20]);
  });

  it('tell their value at a moment, and how far they go', () => {
    const one = line([10, 20], [4, null]);
    expect([5, 10, 19, 25].map((time) => valueAt(one, time))).toEqual([null, 4, 4, null]);
    expect(extentOf(one)).toEqual([4, 4]);
    expect(extentOf(line([], []))).toBeNull();
  });
});
