import type { Experiment } from '../experiment/experiment';
import { eventPlace } from '../trace/eventPlace';
import { townIndex } from '../trace/townIndex';
import type { StepRole, WhyStep } from '../trace/whyStep';
import { townFacts } from './facts';
import { type Box, clamp, type Point, type TownPlan } from './plan';
import { distanceOn, pointOn, roadLength, stretchesOf } from './route';

/** The number of a step, at the place where it happened. */
export interface WhyMark extends Point {
  readonly step: WhyStep;
  /** From 1. */
  readonly number: number;
}

/** Steps that happen in an app's room; the others of a host happen at its door. */
const IN_ROOM: ReadonlySet<StepRole> = new Set<StepRole>([
  'appStarted',
  'appWrote',
  'appResumed',
  'notReading',
  'appTold',
  'timerSet',
  'timerExpired',
  'changed',
  'waitsForTimer',
  'waitsForByte',
  'waitsForApp',
  'waitsForAnswer',
]);

/** Radius of a number's disc. */
export function markRadius({ font }: TownPlan): number {
  return font.small * 0.85;
}

/** A disc for each step that has a place in the town, none over another. */
export function whyMarks(
  experiment: Experiment,
  plan: TownPlan,
  steps: readonly WhyStep[],
): readonly WhyMark[] {
  const marks: WhyMark[] = [];
  const apart = markRadius(plan) * 2.3;
  steps.forEach((step, nth) => {
    const place = placeOf(experiment, plan, step);
    if (!place) return;
    // Towards the middle of the town there is road, the other way the edge of the stage.
    const inwards = place.x < plan.width / 2 ? 1 : -1;
    let { x, y } = place;
    while (marks.some((mark) => Math.hypot(mark.x - x, mark.y - y) < apart)) {
      if (plan.shape === 'wide') x += inwards * apart * 0.5;
      else y += (place.y < plan.height / 2 ? 1 : -1) * apart * 0.5;
    }
    marks.push({ step, number: nth + 1, ...inside(plan, { x, y }) });
  });
  return marks;
}

/** The line from one disc to the next, bowed upwards, and the head at its end; null where they touch. */
export function whyArrow(
  from: Point,
  to: Point,
  radius: number,
): { readonly line: string; readonly head: string } | null {
  const length = Math.hypot(to.x - from.x, to.y - from.y);
  if (length < radius * 2.6) return null;
  const bow = clamp(length * 0.22, radius, radius * 6);
  const middle = { x: (from.x + to.x) / 2, y: Math.min(from.y, to.y) - bow };
  const start = towards(from, middle, radius);
  const end = towards(to, middle, radius * 1.25);
  const angle = Math.atan2(end.y - middle.y, end.x - middle.x);
  const barb = (turn: number): string =>
    `${end.x - Math.cos(angle + turn) * radius} ${end.y - Math.sin(angle + turn) * radius}`;
  return {
    line: `M${start.x} ${start.y}Q${middle.x} ${middle.y} ${end.x} ${end.y}`,
    head: `M${barb(0.5)}L${end.x} ${end.y}L${barb(-0.5)}`,
  };
}

function placeOf(experiment: Experiment, plan: TownPlan, step: WhyStep): Point | null {
  const where = eventPlace(step.event);
  const road = plan.roads[step.lane];
  if (!where || !road) return null;
  const facts = townFacts(experiment);
  const places = townIndex(experiment);
  if (where.kind === 'way') {
    const stretch = stretchesOf(experiment, facts).get(where.way);
    return stretch
      ? pointOn(road, stretch.direction, distanceOn(road, stretch, where.fraction))
      : atNode(plan, facts.routers, places.way(where.way).from, step.lane);
  }
  const node = places.nodes[where.node] ?? '';
  const side = node === facts.client.host ? 'client' : node === facts.server.host ? 'server' : null;
  if (side === null) return atNode(plan, facts.routers, node, step.lane);
  const room = plan[side].rooms.find(({ lane }) => lane === step.lane);
  if (room && IN_ROOM.has(step.role)) return besideRoad(room.box, side, plan);
  const isSending = step.event.kind === 'packetSent';
  const direction = (side === 'client') === isSending ? 0 : 1;
  return pointOn(road, direction, isSending ? 0 : roadLength(road));
}

/** The edge of a room that looks at the road. */
function besideRoad(box: Box, side: 'client' | 'server', { shape, unit }: TownPlan): Point {
  const y = box.y + box.height / 2;
  if (shape === 'portrait') return { x: box.x + box.width / 2, y };
  return { x: side === 'client' ? box.x + box.width - 14 * unit : box.x + 14 * unit, y };
}

function atNode(plan: TownPlan, routers: readonly string[], node: string, lane: number): Point | null {
  const gate = plan.offices[routers.indexOf(node)]?.gates[lane];
  return gate ? { x: gate.x + gate.width / 2, y: gate.y + gate.height / 2 } : null;
}

function inside(plan: TownPlan, { x, y }: Point): Point {
  const edge = markRadius(plan) * 1.2;
  return { x: clamp(x, edge, plan.width - edge), y: clamp(y, edge, plan.height - edge) };
}

function towards(from: Point, to: Point, distance: number): Point {
  const length = Math.hypot(to.x - from.x, to.y - from.y) || 1;
  return {
    x: from.x + ((to.x - from.x) / length) * distance,
    y: from.y + ((to.y - from.y) / length) * distance,
  };
}
