import { describe, expect, it } from 'vitest';
import { simulateAll } from '../../engine/simulate';
import { dnsTree } from '../../experiment/presets/dnsTree';
import { homeAndStreet } from '../../experiment/presets/homeAndStreet';
import { ttl } from '../../experiment/presets/ttl';
import { type TownFile, townExperiment } from '../../experiment/townFile';
import type { Run } from '../../trace/run';
import { whyOf, type WhyQuestion } from '../../trace/why';
import { isIn } from '../plan';
import { markRadius } from '../whyMark';
import { mapPlan } from './mapPlan';
import type { MapPlan } from './mapTypes';
import { mapWhyMarks } from './mapWhyMarks';

const SIZES = [
  { width: 1400, height: 860 },
  { width: 934, height: 487 },
  { width: 390, height: 560 },
];
const TOWNS = [dnsTree.town, ttl.town, homeAndStreet.town];

const runOf = (town: TownFile): Run => simulateAll(townExperiment(town));
const planOf = (town: TownFile, size: (typeof SIZES)[number], leastText = 0): MapPlan =>
  mapPlan(town.experiment, town.spots, size, { leastText, lens: 'all', keepsFrame: false });

/** A question about every eighth packet: why it was sent, and why it ended. */
function questionsOf(run: Run): readonly WhyQuestion[] {
  const count = run.traces[0]!.packetCount;
  return Array.from({ length: Math.ceil(count / 8) }, (_, i) => i * 8).flatMap((packet) =>
    (['sent', 'ended'] as const).map((kind): WhyQuestion => ({ kind, lane: 0, packet })),
  );
}

describe('the steps of a why on the map', () => {
  it('lie on it, none over another, in every size and for every packet', () => {
    for (const town of TOWNS) {
      const run = runOf(town);
      for (const plan of [...SIZES.map((size) => planOf(town, size)), planOf(town, SIZES[0]!, 36)]) {
        const radius = markRadius(plan);
        for (const question of questionsOf(run)) {
          const steps = whyOf(run, question);
          const marks = mapWhyMarks(run, plan, steps);
          expect(marks.map(({ number }) => number)).toEqual(steps.map((_, nth) => nth + 1));
          marks.forEach(({ x, y }, nth) => {
            expect(isIn({ x: 0, y: 0, ...plan }, { x, y })).toBe(true);
            const others = marks.slice(0, nth).map((mark) => Math.hypot(mark.x - x, mark.y - y));
            expect(Math.min(Infinity, ...others)).toBeGreaterThan(radius * 1.9);
          });
        }
      }
    }
  });

  it('stand at the house or post office where they happened, in their order, and hide no name there', () => {
    const run = runOf(dnsTree.town);
    const plan = planOf(dnsTree.town, SIZES[1]!);
    // The answer of the last of the servers that were asked one after the other.
    const packet = 6;
    const marks = mapWhyMarks(run, plan, whyOf(run, { kind: 'sent', lane: 0, packet }));
    expect(marks.map(({ tray }) => plan.nodes[tray!]!.id)).toEqual([
      'C',
      'C',
      'D',
      'root',
      'D',
      'com',
      'D',
      'ns',
    ]);
    for (const { x, y, tray } of marks) {
      const { at, box } = plan.nodes[tray!]!;
      expect(Math.hypot(x - at.x, y - at.y)).toBeLessThan(box.width);
      expect(plan.nodes.some(({ name, sign }) => isIn(name, { x, y }) || isIn(sign, { x, y }))).toBe(false);
    }
  });

  it('of a loss stand on the road where it was lost, on the half that leads there', () => {
    const cut = { kind: 'cutLink', atNs: 12_000_000, link: 'R1-R2' } as const;
    const town = { ...dnsTree.town, experiment: { ...dnsTree.town.experiment, commands: [cut] } };
    const run = runOf(town);
    const plan = planOf(town, SIZES[0]!);
    const packets = Array.from({ length: run.traces[0]!.packetCount }, (_, packet) => packet);
    const answers = packets.map((packet) => whyOf(run, { kind: 'ended', lane: 0, packet }));
    const marks = mapWhyMarks(
      run,
      plan,
      answers.find((steps) => steps.at(-1)?.role === 'lost')!,
    );
    const road = plan.roads.find(({ link }) => link === 'R1-R2')!;
    const lost = marks.at(-1)!;
    expect(lost.tray).toBeUndefined();
    const [from, to] = [road.points[0]!, road.points.at(-1)!];
    expect(lost.x).toBeGreaterThan(Math.min(from.x, to.x));
    expect(lost.x).toBeLessThan(Math.max(from.x, to.x));
    // What the person did stands in the middle of that road.
    const command = marks.find(({ step }) => step.role === 'command')!;
    expect(Math.hypot(command.x - (from.x + to.x) / 2, command.y - (from.y + to.y) / 2)).toBeLessThan(60);
  });
});
