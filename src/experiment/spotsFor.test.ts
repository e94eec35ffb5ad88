import { describe, expect, it } from 'vitest';
import { bigTown } from '../../tests/bigTown';
import { MAP_HEIGHT, MAP_WIDTH } from './spot';
import { MAP_STEP, spotsFor } from './spotsFor';

describe('spots for a town without any', () => {
  it.each([
    [1, 1],
    [3, 2],
    [12, 8],
    [30, 20],
  ])('lie on the grid of the map, one for each of %i hosts and %i routers', (hosts, routers) => {
    const { town } = bigTown(hosts, routers, 3);
    const spots = spotsFor(town);
    expect(spots.size).toBe(hosts + routers);
    expect(new Set([...spots.values()].map(({ x, y }) => `${x} ${y}`)).size).toBe(hosts + routers);
    for (const { x, y } of spots.values()) {
      expect([x % MAP_STEP, y % MAP_STEP]).toEqual([0, 0]);
      expect(x >= 0 && x <= MAP_WIDTH && y >= 0 && y <= MAP_HEIGHT).toBe(true);
    }
    expect(spotsFor(town)).toEqual(spots);
  });

  it('stand nearer to their neighbours than to others', () => {
    const { town } = bigTown(14, 9, 8);
    const spots = spotsFor(town);
    const between = (a: string, b: string): number =>
      Math.hypot(spots.get(a)!.x - spots.get(b)!.x, spots.get(a)!.y - spots.get(b)!.y);
    const mean = (values: readonly number[]): number =>
      values.reduce((sum, value) => sum + value, 0) / values.length;
    const ids = [...spots.keys()];
    const joined = mean(town.links.map(({ from, to }) => between(from, to)));
    const any = mean(ids.flatMap((a, i) => ids.slice(i + 1).map((b) => between(a, b))));
    expect(joined).toBeLessThan(any * 0.6);
  });

  it('put the two ends of a street left and right, its routers between in their order', () => {
    const { town } = bigTown(2, 1, 1);
    const chain = {
      ...town,
      routers: [{ ...town.routers[0]!, id: 'R1' }],
      hosts: town.hosts,
      links: [
        { ...town.links[0]!, from: 'H1', to: 'R1' },
        { ...town.links[0]!, from: 'R1', to: 'H2' },
      ],
    };
    const spots = spotsFor(chain);
    const x = ['H1', 'R1', 'H2'].map((id) => spots.get(id)!.x);
    expect(x[1]).toBe((x[0]! + x[2]!) / 2);
    expect(Math.abs(x[0]! - x[2]!)).toBeGreaterThan(MAP_WIDTH * 0.7);
  });
});
