import { describe, expect, it } from 'vitest';
import { simulateAll } from '../engine/simulate';
import { ping } from '../experiment/presets/ping';
import { townExperiment } from '../experiment/townFile';
import { firstDelay } from './firstDelay';

const experiment = townExperiment(ping.town);
const untouched = simulateAll(experiment);
const MS = 1_000_000;

describe('the first that an app hears at another time', () => {
  it('is none between two equal futures', () => {
    expect(firstDelay(untouched, simulateAll(experiment))).toBeNull();
  });

  it('is never heard where the answer was lost for good', () => {
    const off = simulateAll({ ...experiment, commands: [{ kind: 'powerOff', atNs: 0, host: 'B' }] });
    const delay = firstDelay(off, untouched)!;
    expect(delay).toMatchObject({ where: 'A', hereNs: null });
    expect(delay.thereNs).toBeCloseTo(80.4 * MS, -6);
  });
});
