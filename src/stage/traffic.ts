import type { Nanoseconds } from '../experiment/experiment';
import { type Flight, flightIndex, flightsAt } from '../trace/legs';
import type { Run } from '../trace/run';
import { packetFace } from './packetFace';
import { type RoadPlan, clamp, type TownPlan } from './plan';
import { type Direction, distanceOn, pointOn, roadLength, type Stretch } from './route';
import type { Detail, ScenePacket } from './sceneTypes';

interface Mover {
  readonly flight: Flight;
  readonly direction: Direction;
  /** Distance from the door it started at, as the trace has it. */
  readonly distance: number;
  /** How far off the half's middle a late packet's detour is, from 0 to 1. */
  readonly detour: number;
  /** Distance it is drawn at, after cards have made room for each other. */
  drawn: number;
  detail: Detail;
}

/** Packets of one lane that are on the road or wait at an office, back to front. */
export function trafficAt(
  run: Run,
  plan: TownPlan,
  stretches: ReadonlyMap<number, Stretch>,
  lane: number,
  timeNs: Nanoseconds,
): readonly ScenePacket[] {
  const trace = run.traces[lane];
  const road = plan.roads[lane];
  if (!trace || !road) return [];
  const movers: Mover[] = [];
  for (const flight of flightsAt(flightIndex(trace), timeNs)) {
    const stretch = stretches.get(flight.way);
    if (stretch) movers.push(moverAt(road, flight, stretch, timeNs));
  }
  for (const direction of [0, 1] as const) {
    spread(
      movers.filter((mover) => mover.direction === direction && mover.detour === 0),
      plan,
      road,
      direction,
    );
  }
  return movers.map((mover) => draw(run, plan, road, mover, timeNs));
}

/** Share of its way that a flight has covered at `timeNs`. */
export function progressOf({ kind, startNs, endNs, fraction }: Flight, timeNs: Nanoseconds): number {
  if (kind === 'queue') return 0;
  return endNs <= startNs ? fraction : (fraction * (timeNs - startNs)) / (endNs - startNs);
}

function moverAt(road: RoadPlan, flight: Flight, stretch: Stretch, timeNs: Nanoseconds): Mover {
  const progress = progressOf(flight, timeNs);
  const distance = distanceOn(road, stretch, progress);
  return {
    flight,
    direction: stretch.direction,
    distance,
    detour: detourOf(flight, progress),
    drawn: distance,
    detail: 'full',
  };
}

/** A late packet leaves its half early on the way and comes back at its end. */
export function detourOf({ delayedNs }: Flight, progress: number): number {
  if (delayedNs <= 0) return 0;
  const edge = clamp(Math.min(progress, 1 - progress) / 0.16, 0, 1);
  return edge * edge * (3 - 2 * edge);
}

/** Size along the road of a card shown with that much detail. */
export function lengthOf(plan: TownPlan, direction: Direction, detail: Detail): number {
  const { card, shape } = plan;
  const size = direction === 1 ? card.stub : detail === 'full' ? card.data : card.short;
  return shape === 'wide' ? size.width : size.height;
}

/**
 * Cards that the trace has at one place (a burst leaves in microseconds) drive one behind the other: each keeps a
 * card's length from the one ahead, but never lags by more than its distance from either door, so that bursts unfold
 * when they leave and fold when they arrive.
 */
function spread(movers: Mover[], plan: TownPlan, road: RoadPlan, direction: Direction): void {
  const full = lengthOf(plan, direction, 'full') + 4;
  const short = Math.min(full, lengthOf(plan, direction, 'short') + 4);
  const length = roadLength(road);
  movers.sort(inOrder);
  let ahead = Infinity;
  for (const mover of movers) {
    const slack = 0.85 * Math.min(mover.distance, length - mover.distance);
    mover.drawn = Math.min(mover.distance, Math.max(ahead - short, mover.distance - slack));
    const gap = ahead - mover.drawn;
    mover.detail = gap >= full ? 'full' : gap >= short - 0.5 ? 'short' : 'dot';
    ahead = mover.drawn;
  }
  for (let i = 0; i < movers.length - 1; i += 1) {
    const mover = movers[i]!;
    const gap = mover.drawn - movers[i + 1]!.drawn;
    // The card ahead shrinks too when the one behind it is near, but keeps its number: it lies on top.
    if (mover.detail === 'full' && gap < full) mover.detail = 'short';
  }
}

function inOrder(a: Mover, b: Mover): number {
  return (
    b.distance - a.distance ||
    a.flight.endNs - b.flight.endNs ||
    a.flight.startNs - b.flight.startNs ||
    a.flight.packet - b.flight.packet
  );
}

function draw(run: Run, plan: TownPlan, road: RoadPlan, mover: Mover, timeNs: Nanoseconds): ScenePacket {
  const { flight, direction, drawn, detour } = mover;
  const aside = detour * detourWidth(road, direction);
  const face = packetFace(run, road.lane, flight.packet);
  const length = roadLength(road);
  const fromDoor = Math.min(drawn, length - drawn);
  return {
    ...pointOn(road, direction, drawn, aside),
    key: `${road.lane}:${flight.packet}`,
    lane: road.lane,
    packet: flight.packet,
    transport: road.transport,
    face,
    detail: mover.detail,
    tilt: 0,
    // Comes out of one door and goes in at the other.
    opacity: clamp(fromDoor / (16 * plan.unit), 0, 1),
    isDamaged: isDamaged(run, road.lane, flight.packet, timeNs),
    state: flight.delayedNs > 0 ? 'late' : flight.kind === 'queue' ? 'waiting' : 'moving',
  };
}

/** The detour runs just beside the road. */
export function detourWidth({ halfWidths }: RoadPlan, direction: Direction): number {
  return halfWidths[direction] * 0.86;
}

/** Whether a bit of the packet is inverted by then. */
export function isDamaged(run: Run, lane: number, packet: number, timeNs: Nanoseconds): boolean {
  const hurtNs = flightIndex(run.traces[lane]!).damaged.get(packet);
  return hurtNs !== undefined && hurtNs <= timeNs;
}
