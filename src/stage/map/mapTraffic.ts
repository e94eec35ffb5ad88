import type { Nanoseconds } from '../../experiment/experiment';
import { type Flight, flightIndex, flightsAt } from '../../trace/legs';
import type { Run } from '../../trace/run';
import { cardSize } from '../card';
import { transportOf } from '../packetFace';
import { clamp, type Point } from '../plan';
import { type InLine, type Mover, spread } from '../queueing';
import type { Detail, ScenePacket } from '../sceneTypes';
import { seenFace } from '../seenFace';
import { hopsOf } from '../swarm';
import { detourOf, isDamaged, isMarked, progressOf } from '../traffic';
import { isTooNear } from './keepApart';
import { pointOnRoad } from './mapRoad';
import type { MapPlan, MapRoad } from './mapTypes';
import { slotOf } from './queueStack';

/** Packets of one lane that are on the roads or wait before one, back to front. */
export function mapTraffic(
  run: Run,
  plan: MapPlan,
  lane: number,
  timeNs: Nanoseconds,
): readonly ScenePacket[] {
  const trace = run.traces[lane];
  if (!trace) return [];
  const ways = new Map<number, Flight[]>();
  for (const flight of flightsAt(flightIndex(trace), timeNs)) {
    const own = ways.get(flight.way);
    if (own) own.push(flight);
    else ways.set(flight.way, [flight]);
  }
  return [...ways].flatMap(([way, flights]) => {
    const road = roadOfWay(plan, way);
    return road ? wayTraffic({ run, plan, lane, timeNs, road, direction: directionOf(way) }, flights) : [];
  });
}

const known = new WeakMap<MapPlan, ReadonlyMap<number, MapRoad>>();

/** The road of a link way; ways that lead nowhere have none. */
export function roadOfWay(plan: MapPlan, way: number): MapRoad | undefined {
  let roads = known.get(plan);
  if (!roads) known.set(plan, (roads = new Map(plan.roads.map((road) => [road.number, road]))));
  return roads.get(way >> 1);
}

/** The direction of a link way: 0 from the link's `from` to its `to`. */
export function directionOf(way: number): 0 | 1 {
  return way % 2 === 0 ? 0 : 1;
}

/** One direction of a road at one moment. */
interface Way {
  readonly run: Run;
  readonly plan: MapPlan;
  readonly lane: number;
  readonly timeNs: Nanoseconds;
  readonly road: MapRoad;
  readonly direction: 0 | 1;
}

function wayTraffic(way: Way, flights: readonly Flight[]): readonly ScenePacket[] {
  const driving = flights.filter(({ kind }) => kind === 'link');
  const waiting = flights.filter(({ kind }) => kind === 'queue').toSorted((a, b) => a.startNs - b.startNs);
  const movers = driving.flatMap((flight) => moverOn(way, flight) ?? []);
  const line: InLine[] = movers
    .filter(({ detour }) => detour === 0)
    .map((mover) => ({ mover, closing: null }));
  spread(line, way.road.length, 1);
  movers.sort((a, b) => Number(a.isRushing) - Number(b.isRushing));
  return [
    ...movers.map((mover) => drawDriving(way, mover)),
    ...waiting.flatMap((flight, place) => drawWaiting(way, flight, place)).toReversed(),
  ];
}

function moverOn({ run, plan, lane, timeNs, road, direction }: Way, flight: Flight): Mover | null {
  const face = seenFace(run, plan.lens, lane, flight.packet, timeNs);
  if (!face) return null;
  const progress = progressOf(flight, timeNs);
  const distance = road.length * progress;
  const { angle } = pointOnRoad(road, direction, distance);
  const [along, across] = [
    Math.abs(Math.cos((angle * Math.PI) / 180)),
    Math.abs(Math.sin((angle * Math.PI) / 180)),
  ];
  const extent = (detail: Detail): number => {
    const { width, height } = cardSize(face, detail, plan);
    return along * width + across * height;
  };
  const isDoomed = flight.outcome !== 'arrived';
  const end = isDoomed ? road.length * progressOf(flight, flight.endNs) : Infinity;
  return {
    flight,
    face,
    direction,
    hops: 0,
    distance,
    toEnd: Math.max(0, end - distance),
    detour: detourOf(flight, progress),
    full: extent('full'),
    short: extent('short'),
    drawn: distance,
    isRushing: false,
    isCovered: false,
    detail: 'full',
    row: 0,
  };
}

function drawDriving(way: Way, mover: Mover): ScenePacket {
  const { road, direction, plan } = way;
  const { flight, drawn, detour } = mover;
  const room = Math.min(
    roomFrom(drawn, road.meets[direction], plan),
    roomFrom(road.length - drawn, road.meets[direction === 0 ? 1 : 0], plan),
  );
  // Small where both halves meet in a post office; out of a house's door and into it as on the street.
  const scale = clamp(0.55 + room / (16 * plan.unit), 0.55, 1);
  const { x, y } = pointOnRoad(road, direction, drawn, detour * road.width * 0.42);
  return {
    ...drawnOf(way, flight, { x, y }),
    face: mover.face,
    transport: transportOf(mover.face, way.run.traces[way.lane]!.lane),
    detail: detailFor(mover, { x, y }, way, room),
    scale,
    opacity: clamp(0.7 + room / (12 * plan.unit), 0, 1),
    wraps: scale < 1 ? 2 : 3,
    state: flight.delayedNs > 0 ? 'late' : 'moving',
  };
}

/** Px of open road before a card, from the square of a post office (where roads meet) or the wall of a house on. */
function roomFrom(distance: number, meet: number, { unit }: MapPlan): number {
  return distance - (meet > 0 ? meet * 0.8 : 4 * unit);
}

/** A card shows as much as neither hides a building nor the whole of a short road. */
function detailFor(mover: Mover, at: Point, { road, plan }: Way, room: number): Detail {
  const { face, full, short } = mover;
  const fits = (detail: Detail): boolean => {
    const { width, height } = cardSize(face, detail, plan);
    const card = { x: at.x - width / 2, y: at.y - height / 2, width, height };
    return plan.nodes.every(({ box }) => !isTooNear(box, card, 0));
  };
  if (mover.detail === 'dot') return 'dot';
  const isLong = mover.detail === 'full' && full * 1.9 <= road.length && room >= full * 0.42;
  if (isLong && fits('full')) return 'full';
  return short * 2.2 <= road.length && room >= short * 0.42 && fits('short') ? 'short' : 'dot';
}

function drawWaiting(way: Way, flight: Flight, place: number): readonly ScenePacket[] {
  const { run, plan, lane, timeNs, road, direction } = way;
  const face = seenFace(run, plan.lens, lane, flight.packet, timeNs);
  if (!face) return [];
  return [
    {
      ...drawnOf(way, flight, slotOf(plan, road, direction, place)),
      face,
      transport: transportOf(face, run.traces[lane]!.lane),
      detail: 'dot',
      scale: 0.9,
      opacity: 1,
      wraps: 2,
      state: 'waiting',
    },
  ];
}

function drawnOf({ run, lane, timeNs }: Way, { packet }: Flight, { x, y }: Point) {
  return {
    x,
    y,
    key: `${lane}:${packet}`,
    lane,
    packet,
    tilt: 0,
    isDamaged: isDamaged(run, lane, packet, timeNs),
    isMarked: isMarked(run, lane, packet, timeNs),
    hops: hopsOf(run.traces[lane]!, packet, timeNs),
  };
}
