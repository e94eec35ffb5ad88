import { eventPlace } from '../trace/eventPlace';
import { flightIndex, flightsAt } from '../trace/legs';
import type { Run } from '../trace/run';
import { townIndex } from '../trace/townIndex';
import { isWait } from '../trace/whyLinks';
import type { StepRole, WhyStep } from '../trace/whyStep';
import { townFacts } from './facts';
import type { Box, Point, RoomPlan, TownPlan } from './plan';
import { roomInside } from './roomPlan';
import { distanceOn, pointOn, roadLength, stretchesOf } from './route';
import { progressOf } from './traffic';
import { insideSheet, markRadius, type WhyMark } from './whyMark';

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
  'waitsForNext',
]);

const TIMERS: ReadonlySet<StepRole> = new Set<StepRole>(['timerSet', 'timerExpired', 'waitsForTimer']);

/** A disc for each step that has a place in the town, none over another. */
export function whyMarks(run: Run, plan: TownPlan, steps: readonly WhyStep[]): readonly WhyMark[] {
  const marks: WhyMark[] = [];
  const apart = markRadius(plan) * 2.3;
  steps.forEach((step, nth) => {
    const place = placeOfStep(run, plan, step);
    if (!place) return;
    // Towards the middle of the town there is road, the other way the edge of the stage.
    const inwards = place.x < plan.width / 2 ? 1 : -1;
    let { x, y } = place;
    while (marks.some((mark) => Math.hypot(mark.x - x, mark.y - y) < apart)) {
      if (plan.shape === 'wide') x += inwards * apart * 0.5;
      else y += (place.y < plan.height / 2 ? 1 : -1) * apart * 0.5;
    }
    marks.push({ step, number: nth + 1, ...insideSheet(plan, { x, y }) });
  });
  return marks;
}

/** Where a step happened, in stage coordinates; null: nowhere in the town. */
export function placeOfStep(run: Run, plan: TownPlan, step: WhyStep): Point | null {
  const { experiment } = run;
  const underWay = step.role === 'underWay' && isWait(step) ? beforePacket(run, plan, step) : null;
  if (underWay) return underWay;
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
  return atHost(plan, side, step);
}

/** At its timers, its receive buffer, in its app's room, or at its door. */
function atHost(plan: TownPlan, side: 'client' | 'server', { lane, role, event }: WhyStep): Point {
  const room = plan[side].rooms.find((one) => one.lane === lane);
  if (room && TIMERS.has(role) && room.transport === 'tcp') return besideTimer(room, plan);
  if (room && role === 'waitsForByte') return onCrate(room, side, plan);
  if (room && IN_ROOM.has(role)) return besideRoad(room.box, side, plan);
  const road = plan.roads[lane]!;
  const isSending = event.kind === 'packetSent';
  return pointOn(road, (side === 'client') === isSending ? 0 : 1, isSending ? 0 : roadLength(road));
}

/** Just off a packet that is on its way, so that its card can be read. */
function beforePacket(run: Run, plan: TownPlan, { lane, packet, timeNs }: WhyStep): Point | null {
  const road = plan.roads[lane]!;
  const flight = flightsAt(flightIndex(run.traces[lane]!), timeNs).find(
    (one) => one.packet === packet?.packet,
  );
  const stretch = flight && stretchesOf(run.experiment, townFacts(run.experiment)).get(flight.way);
  if (!stretch) return null;
  const { x, y } = pointOn(road, stretch.direction, distanceOn(road, stretch, progressOf(flight, timeNs)));
  const { data } = plan.card;
  const radius = markRadius(plan);
  return road.axis === 'x'
    ? { x, y: y - data.height / 2 - radius }
    : { x: x + (x < plan.width / 2 ? 1 : -1) * (data.width / 2 + radius), y };
}

/** At the outer end of the desk, beside the ring of its first timer. */
function besideTimer(room: RoomPlan, plan: TownPlan): Point {
  const { desk, deskRows } = roomInside(room, plan);
  const row = desk.height / deskRows;
  return { x: room.box.x - 10 * plan.unit, y: desk.y + desk.height - row / 2 };
}

/** At the receive buffer with its gap, where there is room for one. */
function onCrate(room: RoomPlan, side: 'client' | 'server', plan: TownPlan): Point {
  const { crate } = roomInside(room, plan);
  if (!crate) return besideRoad(room.box, side, plan);
  return { x: crate.x + crate.width, y: crate.y + crate.height / 2 };
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
