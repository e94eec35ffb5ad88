import { eventPlace } from '../../trace/eventPlace';
import type { WhyStep } from '../../trace/whyStep';
import type { LaneDrawing } from './drawing';
import type { LadderScale } from './scale';

/** The number of a step, where it stands on a lane. */
export interface WhyBadge {
  readonly step: WhyStep;
  /** From 1. */
  readonly number: number;
  readonly x: number;
  readonly y: number;
}

/** A lane as it is drawn. */
export interface BadgeLane {
  readonly drawing: LaneDrawing;
  readonly scale: LadderScale;
  readonly lifelines: { readonly left: number; readonly right: number };
  /** Where the life line of a node stands, in pixels. */
  readonly lineOf: (node: number) => number;
  readonly radius: number;
}

/** A badge for each step: on its arrow, where that began, ended or was hit, or on the lifeline of its host; none over another. */
export function whyBadges(steps: readonly WhyStep[], lane: BadgeLane): readonly WhyBadge[] {
  const badges: WhyBadge[] = [];
  const { left, right } = lane.lifelines;
  const apart = lane.radius * 2.2;
  steps.forEach((step, nth) => {
    const place = placeOf(step, lane);
    const inwards = place.x < (left + right) / 2 ? 1 : -1;
    let { x } = place;
    while (badges.some((badge) => Math.hypot(badge.x - x, badge.y - place.y) < apart)) x += inwards * apart;
    badges.push({ step, number: nth + 1, x, y: place.y });
  });
  return badges;
}

function placeOf(step: WhyStep, lane: BadgeLane): { readonly x: number; readonly y: number } {
  const { event, packet } = step;
  const { arrows, positions } = lane.drawing;
  const drawn = packet && arrows[positions.get(packet.packet) ?? -1];
  if (!drawn) return onLifeline(step, lane);
  const { x1, y1, x2, y2, arrow } = drawn;
  const beside = Math.sign(x2 - x1) * lane.radius * 1.6;
  switch (event.kind) {
    case 'packetSent':
      return { x: x1 + beside, y: y1 };
    case 'packetLost':
    case 'packetDropped':
      return { x: x2, y: y2 };
    case 'packetAccepted':
    case 'packetArrived':
    case 'bytesDelivered':
      return { x: x2 - beside, y: y2 };
    default: {
      const part = (step.timeNs - arrow.startNs) / Math.max(1, arrow.endNs - arrow.startNs);
      const share = Math.min(1, Math.max(0, part));
      return { x: x1 + (x2 - x1) * share, y: y1 + (y2 - y1) * share };
    }
  }
}

function onLifeline({ event, timeNs }: WhyStep, lane: BadgeLane): { readonly x: number; readonly y: number } {
  const where = eventPlace(event);
  const x = where?.kind === 'node' ? lane.lineOf(where.node) : lane.lifelines.left;
  return { x, y: lane.scale.toY(timeNs) };
}
