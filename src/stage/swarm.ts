import type { Nanoseconds } from '../experiment/experiment';
import { flightIndex, flightsAt } from '../trace/legs';
import { packetEvents } from '../trace/packetBytesAt';
import type { PacketRef, Run } from '../trace/run';
import type { Trace } from '../trace/trace';
import { packetFace, transportOf } from './packetFace';
import { clamp, type Point, type RoadPlan, type TownPlan } from './plan';
import { type Stretch, roadLength } from './route';
import type { PacketScene, ScenePacket, Swarm } from './sceneTypes';
import { isEventful, swarmLook } from './swarmLook';
import { detourOf, detourWidth, isDamaged, isMarked, progressOf } from './traffic';

/** From so many packets on they are a swarm: dots without words, in columns instead of objects. */
export const SWARM_FROM = 300;
/** Of a swarm so many packets to which something happened stay cards that can be reached by keys. */
const MOST_EVENTFUL = 24;
/** Dots spread over this share of their half of the road, so that many at one place are seen to be many. */
const SPREAD = 0.72;
const FADE_PX = 12;

/** All packets that are on their way at `timeNs`, or null where there are few enough to draw each with its words. */
export function swarmAt(
  run: Run,
  plan: TownPlan,
  stretches: ReadonlyMap<number, Stretch>,
  timeNs: Nanoseconds,
): Swarm | null {
  const flights = run.traces.map((trace) => flightsAt(flightIndex(trace), timeNs));
  const most = flights.reduce((sum, list) => sum + list.length, 0);
  if (most <= SWARM_FROM) return null;
  const swarm = emptySwarm(most);
  let count = 0;
  flights.forEach((list, lane) => {
    const road = plan.roads[lane];
    if (!road) return;
    const length = roadLength(road);
    // The earliest first, so that the latest lies on top.
    for (let i = list.length - 1; i >= 0; i -= 1) {
      const flight = list[i]!;
      const stretch = stretches.get(flight.way);
      if (!stretch) continue;
      const progress = progressOf(flight, timeNs);
      const { from, to, direction } = stretch;
      const along = road.stops[from]! + (road.stops[to]! - road.stops[from]!) * progress;
      const aside = flight.delayedNs > 0 ? detourOf(flight, progress) * detourWidth(road, direction) : 0;
      const across =
        road.halves[direction] +
        kerbward(road, direction) * (aside + scatter(flight.packet) * road.halfWidths[direction]);
      swarm.x[count] = road.axis === 'x' ? along : across;
      swarm.y[count] = road.axis === 'x' ? across : along;
      swarm.lane[count] = lane;
      swarm.packet[count] = flight.packet;
      swarm.look[count] = swarmLook(run, lane, flight.packet);
      const travelled = along - road.stops[0]!;
      swarm.opacity[count] =
        255 * clamp(Math.min(travelled, length - travelled) / (FADE_PX * plan.unit), 0, 1);
      count += 1;
    }
  });
  return { ...swarm, count };
}

/** Columns for so many packets. */
export function emptySwarm(most: number): Swarm {
  return {
    count: 0,
    x: new Float32Array(most),
    y: new Float32Array(most),
    lane: new Uint8Array(most),
    packet: new Int32Array(most),
    look: new Uint8Array(most),
    opacity: new Uint8Array(most),
  };
}

function kerbward({ halves: [out, back] }: RoadPlan, direction: 0 | 1): number {
  return Math.sign(direction === 0 ? out - back : back - out);
}

/** A place across the road that is always the same packet's, from -SPREAD/2 to SPREAD/2. */
export function scatter(packet: number): number {
  return SPREAD * (((Math.imul(packet + 1, 0x9e37_79b1) >>> 16) & 0xff) / 255 - 0.5);
}

/** The packets of a swarm to which something happened, as cards. */
export function eventfulOf(run: Run, swarm: Swarm, timeNs: Nanoseconds): readonly ScenePacket[] {
  const packets: ScenePacket[] = [];
  for (let i = swarm.count - 1; i >= 0 && packets.length < MOST_EVENTFUL; i -= 1) {
    if (isEventful(swarm.look[i]!)) packets.push(swarmPacket(run, swarm, i, timeNs));
  }
  return packets;
}

/** Entry `i` of a swarm as a card with a number. */
function swarmPacket(run: Run, swarm: Swarm, i: number, timeNs: Nanoseconds): ScenePacket {
  const lane = swarm.lane[i]!;
  const packet = swarm.packet[i]!;
  const face = packetFace(run, lane, packet);
  return {
    x: swarm.x[i]!,
    y: swarm.y[i]!,
    key: `${lane}:${packet}`,
    lane,
    packet,
    transport: transportOf(face, run.traces[lane]!.lane),
    face,
    detail: 'short',
    tilt: 0,
    scale: 1,
    opacity: swarm.opacity[i]! / 255,
    isDamaged: isDamaged(run, lane, packet, timeNs),
    isMarked: isMarked(run, lane, packet, timeNs),
    hops: hopsOf(run.traces[lane]!, packet, timeNs),
    wraps: 0,
    state: 'moving',
  };
}

/** Routers that have passed it on by then. */
export function hopsOf(trace: Trace, packet: number, timeNs: Nanoseconds): number {
  return packetEvents(trace, packet).filter(
    (event) => trace.kindAt(event) === 'packetForwarded' && trace.timeAt(event) <= timeNs,
  ).length;
}

/** The entry nearest to a point of the stage, at most `reach` px away, or -1; of equals the last, which lies on top. */
export function nearestInSwarm({ count, x, y }: Swarm, point: Point, reach: number): number {
  let nearest = -1;
  let least = reach * reach;
  for (let i = 0; i < count; i += 1) {
    const distance = (x[i]! - point.x) ** 2 + (y[i]! - point.y) ** 2;
    if (distance > least) continue;
    nearest = i;
    least = distance;
  }
  return nearest;
}

/** The chosen ones of a swarm as cards, but those that the scene has as cards already. */
export function chosenInSwarm(
  run: Run,
  { swarm, packets, timeNs }: PacketScene,
  chosen: readonly (PacketRef | null)[],
): readonly ScenePacket[] {
  if (!swarm) return [];
  const cards = new Map<string, ScenePacket>();
  for (const ref of chosen) {
    if (!ref || packets.some(({ lane, packet }) => lane === ref.lane && packet === ref.packet)) continue;
    const place = placeInSwarm(swarm, ref);
    if (place >= 0) cards.set(`${ref.lane}:${ref.packet}`, swarmPacket(run, swarm, place, timeNs));
  }
  return [...cards.values()];
}

function placeInSwarm({ count, lane, packet }: Swarm, ref: PacketRef): number {
  for (let i = count - 1; i >= 0; i -= 1) if (packet[i] === ref.packet && lane[i] === ref.lane) return i;
  return -1;
}
