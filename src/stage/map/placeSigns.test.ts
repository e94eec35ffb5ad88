import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bigTown } from '../../../tests/bigTown';
import { PRESETS } from '../../experiment/presets/inOrder';
import { townExperiment } from '../../experiment/townFile';
import { edgeTowards } from '../noteSpot';
import { type Box, overlapArea } from '../plan';
import { isTooNear } from './keepApart';
import { mapPlan } from './mapPlan';
import { distanceToRoad } from './mapRoad';
import type { MapPlan, RoadLabel } from './mapTypes';

/** Width and height of the stage and the least size of writing: a laptop, a large screen, a phone, a projector's two sizes. */
const SIZES = [
  [934, 490, 0],
  [1402, 770, 0],
  [390, 548, 0],
  [1280, 430, 24],
  [1920, 700, 36],
] as const;

interface Named extends Box {
  readonly name: string;
}

function platesOf({ roads }: MapPlan): readonly (RoadLabel & Named)[] {
  return roads.flatMap(({ label, link }) => (label ? [{ ...label, name: `figures ${link}` }] : []));
}

/** Notes of NAT routers. */
function notesOf({ nodes, notes }: MapPlan): readonly Named[] {
  return nodes.flatMap((node, i) => (node.isNat ? [{ ...notes[i]!, name: `note ${node.id}` }] : []));
}

/** Clouds of bad weather. */
function cloudsOf({ skies, roads }: MapPlan): readonly Named[] {
  return skies.flatMap(({ isRough, cloud }, i) =>
    isRough ? [{ ...cloud, name: `cloud ${roads[i]!.link}` }] : [],
  );
}

/** Pairs of which one hides a part of the other. */
function overlaps(signs: readonly Named[], nodes: MapPlan['nodes']): readonly string[] {
  const all = [...signs, ...nodes.map(({ id, box }) => ({ ...box, name: id }))];
  return signs.flatMap((sign, i) =>
    all
      .slice(i + 1)
      .flatMap((other) => (isTooNear(sign, other, -0.5) ? [`${sign.name} over ${other.name}`] : [])),
  );
}

describe.each(SIZES)(
  'the signs on a map of %i × %i px with writing of at least %i px',
  (width, height, leastText) => {
    const options = { leastText, lens: 'all', keepsFrame: false } as const;
    const plans = PRESETS.map(({ town }) =>
      mapPlan(townExperiment(town), town.spots, { width, height }, options),
    );

    it('lie over no other sign and no building in any preset', () => {
      for (const plan of plans) {
        const signs = [...platesOf(plan), ...notesOf(plan)];
        expect(overlaps(signs, plan.nodes)).toEqual([]);
        expect(overlaps([...signs, ...cloudsOf(plan)], [])).toEqual([]);
        // Where roads are short a cloud has to hang over the eaves of a house.
        for (const cloud of cloudsOf(plan)) {
          const hidden = plan.nodes.reduce((sum, { box }) => sum + overlapArea(box, cloud), 0);
          expect(hidden / (cloud.width * cloud.height)).toBeLessThan(0.3);
        }
      }
    });

    it('lie over no other figures and no building in any town', () => {
      const anyTown = fc.record({
        hosts: fc.integer({ min: 1, max: 30 }),
        routers: fc.integer({ min: 1, max: 20 }),
        seed: fc.nat({ max: 10_000 }),
      });
      fc.assert(
        fc.property(anyTown, ({ hosts, routers, seed }) => {
          const plan = mapPlan(bigTown(hosts, routers, seed), null, { width, height }, options);
          expect(overlaps(platesOf(plan), plan.nodes)).toEqual([]);
        }),
        { numRuns: 8 },
      );
    });

    it('point at the kerb of the road whose figures they bear, over no other road', () => {
      for (const plan of plans) {
        const step = plan.unit * plan.scale;
        for (const road of plan.roads) {
          const { label } = road;
          if (!label) continue;
          const fromMiddle = distanceToRoad(road.points, label.tip);
          expect(Math.abs(fromMiddle - road.width / 2)).toBeLessThan(4 * step);
          const foot = edgeTowards(label, label.tip);
          for (const other of plan.roads) {
            if (other === road) continue;
            for (const part of [0, 0.25, 0.5]) {
              const at = {
                x: foot.x + (label.tip.x - foot.x) * part,
                y: foot.y + (label.tip.y - foot.y) * part,
              };
              expect(distanceToRoad(other.points, at)).toBeGreaterThan(other.width / 2);
            }
          }
        }
      }
    });

    it('are the same whenever they are asked for', () => {
      const { town } = PRESETS.find(({ id }) => id === 'data-centre')!;
      const plan = (): readonly Named[] =>
        platesOf(mapPlan(townExperiment(town), town.spots, { width, height }, options));
      expect(plan()).toEqual(plan());
    });
  },
);
