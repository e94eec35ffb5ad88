import { describe, expect, it } from 'vitest';
import { defaultStreet, streetExperiment } from '../experiment/street';
import { townFacts } from './facts';
import { layoutTown } from './layout';
import { distanceOn, pointOn, roadLength, stretchesOf } from './route';

const experiment = streetExperiment(defaultStreet('en'));
const facts = townFacts(experiment);
const stretches = stretchesOf(experiment, facts);

describe('stretchesOf', () => {
  it('knows both ways of every link on the road', () => {
    expect([...stretches.values()].filter(({ direction }) => direction === 0)).toEqual([
      { from: 0, to: 1, direction: 0 },
      { from: 1, to: 2, direction: 0 },
      { from: 2, to: 3, direction: 0 },
      { from: 3, to: 4, direction: 0 },
    ]);
    expect(stretches.get(1)).toEqual({ from: 1, to: 0, direction: 1 });
  });
});

describe.each([
  ['wide', { width: 1400, height: 800 }],
  ['low', { width: 934, height: 340 }],
  ['upright', { width: 390, height: 640 }],
] as const)('a road on a %s stage', (_name, size) => {
  const plan = layoutTown(facts, size);
  const [road] = plan.roads;

  it('leads from door to door without a jump between stretches', () => {
    for (const direction of [0, 1] as const) {
      const ways = direction === 0 ? [0, 2, 4, 6] : [7, 5, 3, 1];
      let reached = 0;
      for (const way of ways) {
        const stretch = stretches.get(way)!;
        expect(distanceOn(road!, stretch, 0)).toBeCloseTo(reached);
        reached = distanceOn(road!, stretch, 1);
      }
      expect(reached).toBeCloseTo(roadLength(road!));
    }
  });

  it('keeps what goes out and what comes back apart', () => {
    const out = pointOn(road!, 0, 50);
    const back = pointOn(road!, 1, roadLength(road!) - 50);
    const across = road!.axis === 'x' ? 'y' : 'x';
    const along = road!.axis === 'x' ? 'x' : 'y';
    expect(out[along]).toBeCloseTo(back[along]);
    const least =
      road!.axis === 'x' ? plan.card.data.height / 2 + plan.card.stub.height / 2 : plan.card.data.width / 2;
    expect(Math.abs(out[across] - back[across])).toBeGreaterThanOrEqual(least);
  });

  it('moves a late packet towards the kerb of its half', () => {
    const across = road!.axis === 'x' ? 'y' : 'x';
    for (const direction of [0, 1] as const) {
      const middle =
        road!.axis === 'x' ? road!.box.y + road!.box.height / 2 : road!.box.x + road!.box.width / 2;
      const usual = Math.abs(pointOn(road!, direction, 50)[across] - middle);
      expect(Math.abs(pointOn(road!, direction, 50, 10)[across] - middle)).toBeGreaterThan(usual);
    }
  });
});
