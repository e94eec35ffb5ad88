import { describe, expect, it } from 'vitest';
import { MAP_HEIGHT, MAP_WIDTH } from '../../experiment/spot';
import { bigTown } from '../../../tests/bigTown';
import { mapPlan } from './mapPlan';
import { arrowOf, neighbourOf, pointOfSpot, spotAt, stepFrom } from './mapSpots';

const BUILDING = { leastText: 0, lens: 'all', keepsFrame: true } as const;
const planOn = (width: number, height: number) =>
  mapPlan(bigTown(4, 2, 2), null, { width, height }, BUILDING);

describe.each([
  [1400, 560],
  [390, 640],
])('spots on a stage of %i × %i', (width, height) => {
  const plan = planOn(width, height);

  it('are found again where they are drawn', () => {
    for (const spot of [
      { x: 0, y: 0 },
      { x: 420, y: 300 },
      { x: MAP_WIDTH, y: MAP_HEIGHT },
    ]) {
      expect(spotAt(plan, pointOfSpot(plan, spot))).toEqual(spot);
    }
  });

  it('stay on the map', () => {
    expect(spotAt(plan, { x: -500, y: 9000 })).toEqual(
      height > width ? { x: MAP_WIDTH, y: 0 } : { x: 0, y: MAP_HEIGHT },
    );
  });

  it('follow the arrows as they are seen', () => {
    const at = pointOfSpot(plan, { x: 400, y: 300 });
    const right = pointOfSpot(plan, stepFrom(plan, at, arrowOf('ArrowRight')!, 2));
    expect(right.x).toBeGreaterThan(at.x);
    expect(right.y).toBeCloseTo(at.y, 6);
  });
});

describe('the arrows from place to place', () => {
  const places = [
    { x: 0, y: 0 },
    { x: 100, y: 10 },
    { x: 300, y: 0 },
    { x: 0, y: 80 },
  ];

  it('lead to the nearest place in their direction, or nowhere', () => {
    expect(neighbourOf(places, 0, arrowOf('ArrowRight')!)).toBe(1);
    expect(neighbourOf(places, 0, arrowOf('ArrowDown')!)).toBe(3);
    expect(neighbourOf(places, 0, arrowOf('ArrowLeft')!)).toBeNull();
    expect(arrowOf('KeyA')).toBeNull();
  });
});
