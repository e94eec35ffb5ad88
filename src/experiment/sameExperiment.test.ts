import { describe, expect, it } from 'vitest';
import { isSameExperiment } from './sameExperiment';
import { defaultStreet, streetExperiment, textPayload } from './street';

describe('the same experiment', () => {
  const street = defaultStreet('en');

  it('is one that asks for the same, however it came about', () => {
    expect(isSameExperiment(streetExperiment(street), streetExperiment({ ...street }))).toBe(true);
  });

  it('is not one with other weather, luck or message', () => {
    const others = [
      { weather: { ...street.weather, loss: 0.21 } },
      { seed: street.seed + 1 },
      { payload: textPayload('HELLO, WORLE') },
    ];
    for (const other of others) {
      expect(isSameExperiment(streetExperiment(street), streetExperiment({ ...street, ...other }))).toBe(
        false,
      );
    }
  });
});
