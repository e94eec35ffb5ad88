import { describe, expect, it } from 'vitest';
import { simulateAll } from '../engine/simulate';
import { defaultStreet, streetExperiment } from '../experiment/street';
import { whyOf } from '../trace/why';
import { townFacts } from './facts';
import { layoutTown } from './layout';
import { markRadius, whyArrow, whyMarks } from './whyMarks';

const run = simulateAll(streetExperiment(defaultStreet('en')));
const trace = run.traces[0]!;
const packets = Array.from({ length: trace.packetCount }, (_, packet) => packet);
const SIZES = [
  { width: 1400, height: 560 },
  { width: 900, height: 360 },
  { width: 390, height: 560 },
];

describe('the steps of a why on the stage', () => {
  it('lie within it, none over another, in every size and for every packet', () => {
    for (const size of SIZES) {
      const plan = layoutTown(townFacts(run.experiment), size, 0);
      const radius = markRadius(plan);
      for (const packet of packets) {
        const marks = whyMarks(run.experiment, plan, whyOf(run, { kind: 'sent', lane: 0, packet }));
        expect(marks.length).toBeGreaterThan(1);
        marks.forEach(({ x, y }, nth) => {
          expect(x).toBeGreaterThanOrEqual(radius);
          expect(x).toBeLessThanOrEqual(size.width - radius);
          expect(y).toBeGreaterThanOrEqual(radius);
          expect(y).toBeLessThanOrEqual(size.height - radius);
          const before = marks.slice(0, nth).map((mark) => Math.hypot(mark.x - x, mark.y - y));
          expect(Math.min(Infinity, ...before)).toBeGreaterThan(radius * 2);
        });
      }
    }
  });

  it('begin where the piece was lost and end at the door it left again', () => {
    const plan = layoutTown(townFacts(run.experiment), SIZES[0]!, 0);
    const again = packets.find((packet) => {
      const { reason } = trace.event(trace.packet(packet).madeBy);
      return reason.kind === 'tripleDuplicateAck';
    })!;
    const marks = whyMarks(run.experiment, plan, whyOf(run, { kind: 'sent', lane: 0, packet: again }));
    const [lost, ...others] = marks;
    const road = plan.roads[0]!;
    expect(lost!.x).toBeGreaterThan(road.stops[2]!);
    expect(lost!.x).toBeLessThan(road.stops[3]!);
    expect(others.slice(0, 3).every(({ x }) => x > road.stops[3]!)).toBe(true);
    expect(others.at(-1)!.x).toBeCloseTo(road.stops[0]!);
  });

  it('are joined by arrows where they are apart', () => {
    expect(whyArrow({ x: 0, y: 0 }, { x: 10, y: 0 }, 10)).toBeNull();
    expect(whyArrow({ x: 0, y: 100 }, { x: 200, y: 100 }, 10)?.line).toMatch(/^M.*Q100 /u);
  });
});
