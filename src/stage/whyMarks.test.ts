import { describe, expect, it } from 'vitest';
import { simulateAll } from '../engine/simulate';
import { defaultStreet, streetExperiment } from '../experiment/street';
import { whyOf } from '../trace/why';
import { whyLinks } from '../trace/whyLinks';
import { townFacts } from './facts';
import { layoutTown } from './layout';
import { markRadius, whyArrow } from './whyMark';
import { whyMarks } from './whyMarks';

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
        const marks = whyMarks(run, plan, whyOf(run, { kind: 'sent', lane: 0, packet }));
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
    const marks = whyMarks(run, plan, whyOf(run, { kind: 'sent', lane: 0, packet: again }));
    const [lost, ...others] = marks;
    const road = plan.roads[0]!;
    expect(lost!.x).toBeGreaterThan(road.stops[2]!);
    expect(lost!.x).toBeLessThan(road.stops[3]!);
    expect(others.slice(0, 3).every(({ x }) => x > road.stops[3]!)).toBe(true);
    expect(others.at(-1)!.x).toBeCloseTo(road.stops[0]!);
  });

  it('of a silence lie at the timers that run, the gap in the buffer, and the packet under way', () => {
    for (const size of SIZES) {
      const plan = layoutTown(townFacts(run.experiment), size, 0);
      for (let timeNs = 0; timeNs < 1_600_000_000; timeNs += 7_000_000) {
        const steps = whyOf(run, { kind: 'silence', lane: 0, timeNs });
        const marks = whyMarks(run, plan, steps);
        for (const { step, x, y } of marks) {
          const isTimer = step.role === 'waitsForTimer';
          const rooms = [...plan.client.rooms, ...plan.server.rooms].filter(({ lane }) => lane === 0);
          const isInRow = rooms.some(({ box }) => y >= box.y && y <= box.y + box.height);
          if (isTimer && marks.length < 4 && plan.shape === 'wide') expect(isInRow).toBe(true);
          expect(x).toBeGreaterThan(0);
          expect(x).toBeLessThan(size.width);
        }
        expect(marks.length).toBe(steps.length);
        const links = whyLinks(
          trace,
          marks.map(({ step }) => step),
        );
        expect(links.map(({ to }) => to)).toEqual(marks.slice(1).map((_, nth) => nth + 1));
        expect(links.every(({ from, to }) => from < to)).toBe(true);
      }
    }
  });

  it('are joined by arrows where they are apart', () => {
    expect(whyArrow({ x: 0, y: 0 }, { x: 10, y: 0 }, 10, 'up')).toBeNull();
    expect(whyArrow({ x: 0, y: 100 }, { x: 200, y: 100 }, 10, 'up')?.line).toMatch(/^M.*Q100 /u);
  });
});
