import { describe, expect, it } from 'vitest';
import { defaultStreet, streetExperiment } from '../experiment/street';
import { townFacts } from './facts';
import { layoutTown } from './layout';
import { rateShare, stretchBox, verges } from './linkRoad';
import { linkViewAt } from './weatherView';

const MS = 1_000_000;

describe('a link of the town', () => {
  it('is as long as its delay says and as wide as its rate', () => {
    const street = defaultStreet('ko');
    const slow = { ...street, link: { ...street.link, delayNs: 90 * MS } };
    const lengths = (of: typeof street): readonly number[] => {
      const plan = layoutTown(townFacts(streetExperiment(of)), { width: 1402, height: 570 });
      return plan.skies.map((_, link) => stretchBox(plan.roads[0]!, link, plan).width);
    };
    const usual = lengths(street);
    expect(usual[2]).toBeGreaterThan(usual[1]!);
    expect(lengths(slow)[2]).toBeGreaterThan(usual[2]!);
    expect(usual.every((length) => length > 20)).toBe(true);
    expect([0, 1e9, 1e8, 1e6, 1e4, 1e2].map(rateShare)).toEqual([1, 1, 1, 0.6, 0.2, 0]);
  });

  it('leaves an unlimited road whole and narrows a slow one on both sides', () => {
    const plan = layoutTown(townFacts(streetExperiment(defaultStreet('ko'))), { width: 1280, height: 600 });
    const road = plan.roads[0]!;
    const stretch = stretchBox(road, 2, plan);
    expect(verges(road, stretch, 1, 4)).toEqual([]);
    expect(verges(road, stretch, 0.5, 4)).toHaveLength(2);
  });

  it('has its own weather, from a command on a new one', () => {
    const street = defaultStreet('ko');
    const weather = { ...street.weather, loss: 0.5, corrupt: 0.1 };
    const experiment = streetExperiment({
      ...street,
      commands: [{ kind: 'setWeather', atNs: 50 * MS, link: 'C-R1', weather }],
    });
    expect(linkViewAt(experiment, 'C-R1', 49 * MS)).toMatchObject({ loss: 0, corrupt: 0, fog: 0 });
    expect(linkViewAt(experiment, 'C-R1', 50 * MS)).toMatchObject({ loss: 0.5, corrupt: 0.1 });
    expect(linkViewAt(experiment, 'R2-R3', 50 * MS)).toMatchObject({ loss: 0.2, corrupt: 0 });
  });
});
