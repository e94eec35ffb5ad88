import { describe, expect, it } from 'vitest';
import { defaultStreet, streetExperiment } from '../experiment/street';
import { townFacts } from './facts';
import { layoutTown } from './layout';
import { stretchBox } from './linkRoad';
import type { Box, Point } from './plan';
import { touchableAt } from './touchable';

const facts = townFacts(streetExperiment(defaultStreet('en')));

function middleOf({ x, y, width, height }: Box): Point {
  return { x: x + width / 2, y: y + height / 2 };
}

describe('what a hand can be laid on', () => {
  it.each([
    [1280, 560],
    [390, 640],
  ])('is each link on each road, and each host, at %i × %i', (width, height) => {
    const plan = layoutTown(facts, { width, height }, 0);
    for (const road of plan.roads) {
      const ids = facts.links.map((_, number) => {
        const point = middleOf(stretchBox(road, number, plan));
        return touchableAt(plan, facts, point)?.id;
      });
      expect(ids).toEqual(facts.links);
    }
    expect(touchableAt(plan, facts, middleOf(plan.client.lobby))).toEqual({ kind: 'host', id: 'C' });
    expect(touchableAt(plan, facts, middleOf(plan.server.sign))).toEqual({ kind: 'host', id: 'S' });
    expect(touchableAt(plan, facts, { x: width / 2, y: 1 })).toBeNull();
  });
});
