import { describe, expect, it } from 'vitest';
import { simulateAll } from '../../engine/simulate';
import { defaultStreet, streetExperiment } from '../../experiment/street';
import { whyOf } from '../../trace/why';
import { drawLanes } from './drawLanes';
import { FIRST_LOOK } from './look';
import { whyBadges } from './whyBadges';

const run = simulateAll(streetExperiment(defaultStreet('en')));
const trace = run.traces[0]!;
const packets = Array.from({ length: trace.packetCount }, (_, packet) => packet);

describe('the steps of a why on the ladder', () => {
  const lifelines = { left: 120, right: 420 };
  const { drawings, scale } = drawLanes([{ run, lane: 0 }], lifelines, 1, FIRST_LOOK);
  const drawing = drawings[0]!;
  const badgesOf = (packet: number) =>
    whyBadges(whyOf(run, { kind: 'sent', lane: 0, packet }), {
      drawing,
      scale,
      lifelines,
      lineOf: (node) => (node === 0 ? lifelines.left : lifelines.right),
      radius: 9,
    });

  it('stand between the lifelines, none over another', () => {
    for (const packet of packets) {
      const badges = badgesOf(packet);
      badges.forEach(({ x, y }, nth) => {
        expect(x).toBeGreaterThanOrEqual(lifelines.left);
        expect(x).toBeLessThanOrEqual(lifelines.right);
        const before = badges.slice(0, nth).map((badge) => Math.hypot(badge.x - x, badge.y - y));
        expect(Math.min(Infinity, ...before)).toBeGreaterThan(18);
      });
    }
  });

  it('mark the loss where the arrow ends, and the resend where its arrow begins', () => {
    const again = packets.find((packet) => {
      const { reason } = trace.event(trace.packet(packet).madeBy);
      return reason.kind === 'tripleDuplicateAck';
    })!;
    const badges = badgesOf(again);
    const lost = drawing.arrows[badges[0]!.step.packet!.packet]!;
    expect(badges[0]).toMatchObject({ x: lost.x2, y: lost.y2 });
    expect(badges.at(-1)!.y).toBe(drawing.arrows[again]!.y1);
  });
});
