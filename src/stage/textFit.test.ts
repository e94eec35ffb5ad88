import { describe, expect, it } from 'vitest';
import { fitText, guessWidth, nameSize } from './textFit';

describe('the size of a name', () => {
  it('is the usual one where there is room', () => {
    expect(nameSize('R1', 24, 100)).toBe(24);
  });

  it('is smaller where only that keeps the name whole', () => {
    const size = nameSize('office1', 24, 70);
    expect(size).toBeLessThan(24);
    expect(guessWidth('office1', size)).toBeLessThanOrEqual(70 + 1e-9);
    expect(fitText('office1', size - 1e-9, 70)).toBe('office1');
  });

  it('is never too small to be read: then the name is cut off', () => {
    expect(nameSize('a name without an end', 24, 20)).toBeCloseTo(15.6);
    expect(nameSize('a name without an end', 13, 20)).toBe(13);
  });
});
