import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addHost, emptyTown } from '../../experiment/townEdits';
import { MAP_HEIGHT, MAP_WIDTH } from '../../experiment/spot';
import { isTooNear } from './keepApart';
import { bigTown } from '../../../tests/bigTown';
import { mapPlan, type Spots } from './mapPlan';
import type { MapPlan } from './mapTypes';
import { distanceToRoad } from './mapRoad';
import { sceneryOf } from './scenery';

const SIZES = [
  [1402, 570],
  [934, 340],
  [390, 440],
] as const;
const USUAL = { leastText: 0, lens: 'all', keepsFrame: false } as const;

const anyTown = fc.record({
  hosts: fc.integer({ min: 1, max: 30 }),
  routers: fc.integer({ min: 1, max: 20 }),
  seed: fc.nat({ max: 10_000 }),
});

/** Spots as a careless hand might set them: many at one place. */
const anySpots = fc.array(
  fc.record({ x: fc.integer({ min: 0, max: MAP_WIDTH }), y: fc.integer({ min: 0, max: MAP_HEIGHT }) }),
  { minLength: 50, maxLength: 50 },
);

function overlaps({ nodes }: MapPlan): readonly string[] {
  return nodes.flatMap((node, i) =>
    nodes
      .slice(i + 1)
      .flatMap((other) => (isTooNear(node.box, other.box, -0.5) ? [`${node.id} ${other.id}`] : [])),
  );
}

describe.each(SIZES)('a map of %i × %i px', (width, height) => {
  const size = { width, height };

  it('keeps all houses of any town apart and on the stage, wherever their spots are', () => {
    fc.assert(
      fc.property(anyTown, fc.option(anySpots), ({ hosts, routers, seed }, places) => {
        const experiment = bigTown(hosts, routers, seed);
        const { town } = experiment;
        const ids = [...town.hosts, ...town.routers].map(({ id }) => id);
        const spots: Spots | null = places && Object.fromEntries(ids.map((id, i) => [id, places[i]!]));
        const plan = mapPlan(experiment, spots, size, USUAL);
        expect(overlaps(plan)).toEqual([]);
        for (const { box } of plan.nodes) {
          expect(box.x).toBeGreaterThanOrEqual(0);
          expect(box.y).toBeGreaterThanOrEqual(0);
          expect(box.x + box.width).toBeLessThanOrEqual(width);
          expect(box.y + box.height).toBeLessThanOrEqual(height);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('writes nothing smaller than 13 px, and no figures over a house or over each other', () => {
    for (const [hosts, routers] of [
      [2, 1],
      [6, 4],
      [12, 8],
      [30, 20],
    ] as const) {
      const plan = mapPlan(bigTown(hosts, routers, 5), null, size, USUAL);
      expect(plan.font.small).toBeGreaterThanOrEqual(13);
      const labels = plan.roads.flatMap(({ label }) => label ?? []);
      const others = plan.nodes.map(({ box }) => box);
      labels.forEach((label, i) => {
        for (const box of [...others, ...labels.slice(i + 1)]) expect(isTooNear(label, box, 0)).toBe(false);
      });
    }
  });

  it('lets no tree stand on a road or a house, and no house in the river', () => {
    const plan = mapPlan(bigTown(8, 5, 3), null, size, USUAL);
    const { trees, river, riverWidth } = sceneryOf(plan);
    for (const { x, y } of trees) {
      for (const road of plan.roads)
        expect(distanceToRoad(road.points, { x, y })).toBeGreaterThan(road.width / 2);
      for (const { box } of plan.nodes) expect(isTooNear({ x, y, width: 0, height: 0 }, box, 0)).toBe(false);
    }
    for (const { x, y } of river) {
      for (const { box } of plan.nodes)
        expect(isTooNear({ x, y, width: 0, height: 0 }, box, riverWidth / 2)).toBe(false);
    }
  });
});

describe('the map', () => {
  it('shows rooms and addresses in a small town, and marks where there are many houses', () => {
    const tier = (hosts: number, routers: number): string =>
      mapPlan(bigTown(hosts, routers, 4), null, { width: 1402, height: 570 }, USUAL).tier;
    expect([tier(2, 1), tier(5, 4), tier(30, 20)]).toEqual(['rooms', 'rooms', 'mark']);
  });

  it('is turned on a stage that is higher than wide: what lies left lies above', () => {
    const experiment = bigTown(3, 2, 1);
    const ids = [...experiment.town.hosts, ...experiment.town.routers].map(({ id }) => id);
    const spots: Spots = Object.fromEntries(ids.map((id, i) => [id, { x: 100 + i * 200, y: 300 }]));
    const middles = (width: number, height: number): MapPlan['nodes'] =>
      mapPlan(experiment, spots, { width, height }, USUAL).nodes;
    const wide = middles(1400, 560).map(({ at }) => at.x);
    const high = middles(390, 640).map(({ at }) => at.y);
    expect(wide).toEqual(wide.toSorted((a, b) => a - b));
    expect(high).toEqual(high.toSorted((a, b) => a - b));
  });

  it('moves no other house for one that somebody builds beside it, but draws all of them smaller', () => {
    let file = emptyTown('small', bigTown(1, 1, 1));
    for (let i = 0; i < 3; i += 1) file = addHost(file, null)!.town;
    const plan = mapPlan(
      file.experiment,
      file.spots,
      { width: 934, height: 487 },
      { ...USUAL, keepsFrame: true },
    );
    const { frame } = plan;
    for (const { id, at } of plan.nodes) {
      expect(at.x).toBeCloseTo(frame.x + (file.spots[id]!.x / MAP_WIDTH) * frame.width);
      expect(at.y).toBeCloseTo(frame.y + (file.spots[id]!.y / MAP_HEIGHT) * frame.height);
    }
    expect(overlaps(plan)).toEqual([]);
  });

  it('grows its writing for a projector', () => {
    const plan = mapPlan(bigTown(3, 2, 1), null, { width: 1400, height: 900 }, { ...USUAL, leastText: 30 });
    expect(plan.font.small).toBe(30);
    expect(overlaps(plan)).toEqual([]);
  });

  it('leads every road from one of its ends to the other', () => {
    const plan = mapPlan(bigTown(10, 6, 9), null, { width: 1402, height: 570 }, USUAL);
    for (const { way, ends } of plan.roads) {
      expect(way[0]).toEqual(plan.nodes[ends[0]]!.at);
      expect(way.at(-1)).toEqual(plan.nodes[ends[1]]!.at);
    }
  });
});
