import * as fc from 'fast-check';
import type { LinkSettings, Weather } from '../src/experiment/experiment';
import { LIMITS } from '../src/experiment/limits';

export const whole = (min: number, max: number): fc.Arbitrary<number> => fc.integer({ min, max });
const probability = (): fc.Arbitrary<number> => fc.double({ min: 0, max: 1, noNaN: true });
/** Any link of the first town. */
export const road = (): fc.Arbitrary<string> => fc.constantFrom('C-R1', 'R1-R2', 'R2-R3', 'R3-S');

export const anyWeather = (): fc.Arbitrary<Weather> =>
  fc.record({
    loss: probability(),
    reorder: probability(),
    reorderDelayNs: whole(0, LIMITS.delayNs),
    duplicate: probability(),
    corrupt: probability(),
  });

export const anyLink = (): fc.Arbitrary<LinkSettings> =>
  fc.record({
    delayNs: whole(0, LIMITS.delayNs),
    rateBps: fc.oneof(fc.constant(0), whole(LIMITS.slowestRateBps, LIMITS.rateBps)),
    queuePackets: whole(0, LIMITS.queuePackets),
  });
