import { describe, expect, it } from 'vitest';
import { PRESETS } from '../../experiment/presets/inOrder';
import { townExperiment } from '../../experiment/townFile';
import type { Box } from '../plan';
import { isTooNear } from './keepApart';
import { mapPlan } from './mapPlan';
import type { MapPlan, MapRoad } from './mapTypes';
import { placesFor, type Stack, stackBox, stackOf } from './queueStack';

const SIZES = [
  [1402, 570],
  [390, 548],
] as const;

function signsOf({ nodes, roads, skies, notes }: MapPlan): readonly Box[] {
  return [
    ...nodes.map(({ sign }) => sign),
    ...roads.flatMap(({ label }) => label ?? []),
    ...skies.flatMap(({ isRough, cloud }) => (isRough ? [cloud] : [])),
    ...notes.filter((_, i) => nodes[i]!.isNat),
  ];
}

function isOver(plan: MapPlan, stack: Stack, taken: readonly Box[]): boolean {
  return taken.some((box) => isTooNear(stackBox(plan, stack), box, 0));
}

describe.each(SIZES)('the trays of waiting packets on a map of %i × %i px', (width, height) => {
  const plans = PRESETS.map(({ id, town }) => {
    const options = { leastText: 0, lens: 'all', keepsFrame: false } as const;
    return { id, plan: mapPlan(townExperiment(town), town.spots, { width, height }, options) };
  });
  const stacks = plans.flatMap(({ id, plan }) =>
    plan.roads.flatMap((road) =>
      ([0, 1] as const).map((direction) => ({ id, plan, road, direction, name: `${id} ${road.link}` })),
    ),
  );

  it('hide no sign, house or figures where they have a free place on the stage', () => {
    const isOnStage = (plan: MapPlan, stack: Stack): boolean => {
      const box = stackBox(plan, stack);
      return box.x >= 0 && box.y >= 0 && box.x + box.width <= width && box.y + box.height <= height;
    };
    const hiding = stacks.filter(({ plan, road, direction }) => {
      const taken = [...signsOf(plan), ...plan.nodes.flatMap(({ box, name }) => [box, name])];
      const isFree = (stack: Stack): boolean => isOnStage(plan, stack) && !isOver(plan, stack, taken);
      return placesFor(plan, road, direction).some(isFree) && !isFree(stackOf(plan, road, direction));
    });
    expect(hiding.map(({ name }) => name)).toEqual([]);
  });

  it('hide fewer signs and figures than at their usual place', () => {
    const covering = (placed: (plan: MapPlan, road: MapRoad, direction: 0 | 1) => Stack): number =>
      stacks.filter(({ plan, road, direction }) => isOver(plan, placed(plan, road, direction), signsOf(plan)))
        .length;
    const usual = covering((plan, road, direction) => placesFor(plan, road, direction)[0]!);
    expect(covering(stackOf)).toBeLessThan(usual * 0.75);
  });
});
