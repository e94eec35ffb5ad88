import { describe, expect, it } from 'vitest';
import { defaultStreet, type Street } from '../experiment/street';
import { type HistoryStep, NO_HISTORY, remember, sharesMoments, stepBack, stepForward } from './history';

const [first, second, third, fourth] = [1, 2, 3, 4].map((seed): Street => ({ ...defaultStreet('en'), seed }));

/** Undo (`<`), redo (`>`) and a new street (itself), one after the other. */
function walk(...steps: readonly (Street | '<' | '>' | undefined)[]): HistoryStep {
  let at: HistoryStep = { history: NO_HISTORY, subject: first! };
  for (const step of steps) {
    if (step === '<') at = stepBack(at.history, at.subject) ?? at;
    else if (step === '>') at = stepForward(at.history, at.subject) ?? at;
    else if (step) at = { history: remember(at.history, at.subject), subject: step };
  }
  return at;
}

describe('history', () => {
  it('goes back and forth through the same streets', () => {
    expect(walk(second, third, '<').subject).toBe(second);
    expect(walk(second, third, '<', '<').subject).toBe(first);
    expect(walk(second, third, '<', '<', '>').subject).toBe(second);
    expect(walk(second, third, '<', '<', '>', '>').subject).toBe(third);
  });

  it('ends at the first and the latest street', () => {
    expect(stepBack(NO_HISTORY, first!)).toBeNull();
    expect(stepForward(NO_HISTORY, first!)).toBeNull();
    expect(walk(second, '<', '<', '<').subject).toBe(first);
    expect(walk(second, '<', '>', '>', '>').subject).toBe(second);
  });

  it('forgets what was taken back once something else is done', () => {
    const changed = walk(second, third, '<', fourth);
    expect(changed.subject).toBe(fourth);
    expect(stepForward(changed.history, changed.subject)).toBeNull();
    expect(stepBack(changed.history, changed.subject)?.subject).toBe(second);
  });

  it('keeps a hundred steps', () => {
    const streets = Array.from({ length: 150 }, (_, seed): Street => ({ ...first!, seed }));
    expect(walk(...streets).history.past).toHaveLength(100);
    expect(walk(...streets, '<').subject).toBe(streets.at(-2));
  });
});

describe('moments of two streets', () => {
  it('are the same as long as message, rooms and luck are', () => {
    const rainy: Street = { ...first!, weather: { ...first!.weather, loss: 1 } };
    expect(sharesMoments(first!, rainy)).toBe(true);
    expect(sharesMoments(first!, second!)).toBe(false);
    expect(sharesMoments(first!, { ...first!, ports: { tcp: 9999, udp: 9999 } })).toBe(false);
    expect(sharesMoments(first!, { ...first!, payload: { ...first!.payload } })).toBe(false);
  });
});
