import type { Nanoseconds } from '../experiment/experiment';
import { endingsBetween, type Flight, flightIndex, flightsAt, lastFlightOf } from '../trace/legs';
import { restedNs } from '../trace/rests';
import type { Run } from '../trace/run';
import { cardSize } from './card';
import { laneIndex } from './laneIndex';
import { type RoadPlan, clamp, type TownPlan } from './plan';
import { type InLine, type Mover, spread } from './queueing';
import { type Direction, distanceOn, pointOn, roadLength, type Stretch } from './route';
import type { ScenePacket } from './sceneTypes';
import { seenFace } from './seenFace';
import { tempoOf } from './tempo';
import { wrapsAt } from './wraps';

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
    const mover = stretch && moverAt(run, plan, road, flight, stretch, timeNs);
    if (mover) movers.push(mover);
  }
  const line: InLine[] = movers
    .filter(({ detour }) => detour === 0)
    .map((mover) => ({ mover, closing: null }));
  line.push(...gapsAt(run, plan, stretches, road, timeNs));
  for (const direction of [0, 1] as const) {
    const half = line.filter(({ mover }) => mover.direction === direction);
    // Receipts are too narrow a lane for two rows.
    spread(half, roadLength(road), direction === 0 ? 2 : 1);
  }
  movers.sort((a, b) => Number(a.isRushing) - Number(b.isRushing));
  return movers.map((mover) => draw(run, plan, road, mover, timeNs));
}

/** Share of its way that a flight has covered at `timeNs`; more than 1 for one that was lost and would be over. */
export function progressOf({ kind, startNs, dueNs, rests }: Flight, timeNs: Nanoseconds): number {
  if (kind === 'queue') return 0;
  const wayNs = dueNs - startNs - restedNs(rests);
  return wayNs <= 0 ? 1 : (timeNs - startNs - restedNs(rests, timeNs)) / wayNs;
}

function moverAt(
  run: Run,
  plan: TownPlan,
  road: RoadPlan,
  flight: Flight,
  stretch: Stretch,
  timeNs: Nanoseconds,
): Mover | null {
  const face = seenFace(run, plan.lens, road.lane, flight.packet, timeNs);
  if (!face) return null;
  const progress = progressOf(flight, timeNs);
  const distance = distanceOn(road, stretch, progress);
  const along = road.axis === 'x' ? 'width' : 'height';
  const isDoomed = flight.kind === 'link' && flight.outcome !== 'arrived';
  const end = isDoomed ? distanceOn(road, stretch, progressOf(flight, flight.endNs)) : Infinity;
  return {
    flight,
    face,
    direction: stretch.direction,
    hops: stretch.direction === 0 ? stretch.from : road.stops.length - 1 - stretch.from,
    distance,
    toEnd: Math.max(0, end - distance),
    detour: detourOf(flight, progress),
    full: cardSize(face, 'full', plan)[along],
    short: cardSize(face, 'short', plan)[along],
    drawn: distance,
    isRushing: false,
    isCovered: false,
    detail: 'full',
    row: 0,
  };
}

/** How far off its half a packet is, from 0 to 1: a late one leaves it early on the way and comes back at its end. */
export function detourOf({ delayedNs }: Flight, progress: number): number {
  return delayedNs > 0 ? detourAt(progress) : 0;
}

/** The course of the detour along a stretch. */
export function detourAt(progress: number): number {
  const edge = clamp(Math.min(progress, 1 - progress) / 0.16, 0, 1);
  return edge * edge * (3 - 2 * edge);
}

/** Gaps that packets leave which were lost, or went in at the door, just now: they go on as the packets would have. */
function gapsAt(
  run: Run,
  plan: TownPlan,
  stretches: ReadonlyMap<number, Stretch>,
  road: RoadPlan,
  timeNs: Nanoseconds,
): InLine[] {
  const { closeNs, foldNs } = tempoOf(run.experiment);
  const index = flightIndex(run.traces[road.lane]!);
  const lost = endingsBetween(index, timeNs - closeNs, timeNs).map(({ packet, timeNs: endNs }) =>
    lastFlightOf(index, packet, endNs),
  );
  const wereThere = flightsAt(index, Math.max(0, timeNs - foldNs));
  const arrived = wereThere.filter(({ outcome, endNs }) => outcome === 'arrived' && endNs <= timeNs);
  return [...lost, ...arrived].flatMap((flight) => {
    const stretch = flight && stretches.get(flight.way);
    if (!flight || !stretch || flight.kind === 'queue' || flight.delayedNs > 0) return [];
    if (flight.outcome === 'arrived' && stretch.to !== 0 && stretch.to !== road.stops.length - 1) return [];
    const mover = moverAt(run, plan, road, flight, stretch, timeNs);
    const age = clamp((timeNs - flight.endNs) / (flight.outcome === 'lost' ? closeNs : foldNs), 0, 1);
    return mover ? [{ mover, closing: age * age * (3 - 2 * age) }] : [];
  });
}

function draw(run: Run, plan: TownPlan, road: RoadPlan, mover: Mover, timeNs: Nanoseconds): ScenePacket {
  const { flight, direction, drawn, detour, row, detail } = mover;
  const aside = detour * detourWidth(road, direction) + (row * road.halfWidths[direction]) / 4;
  const fromDoor = Math.min(drawn, roadLength(road) - drawn);
  // Grows out of one door and shrinks into the other, so that no card lies across a wall.
  const reach = 0.5 * (detail === 'full' ? mover.full : mover.short);
  const scale = clamp((fromDoor + 10 * plan.unit) / reach, 0.3, 1);
  return {
    ...pointOn(road, direction, drawn, aside),
    key: `${road.lane}:${flight.packet}`,
    lane: road.lane,
    packet: flight.packet,
    transport: road.transport,
    face: mover.face,
    // Writing that shrinks with its card would be too small to read.
    detail: scale === 1 ? detail : scale > 0.96 ? 'short' : 'dot',
    tilt: 0,
    scale,
    opacity: clamp(fromDoor / (12 * plan.unit), 0, 1),
    isDamaged: isDamaged(run, road.lane, flight.packet, timeNs),
    isMarked: isMarked(run, road.lane, flight.packet, timeNs),
    hops: mover.hops,
    wraps: wrapsAt(plan, road, direction, drawn),
    state: flight.delayedNs > 0 ? 'late' : flight.kind === 'queue' ? 'waiting' : 'moving',
  };
}

/** The detour runs just beside the road; beside one that runs down there is hardly any room. */
export function detourWidth({ halfWidths, axis }: RoadPlan, direction: Direction): number {
  return halfWidths[direction] * (axis === 'x' ? 0.86 : 0.15);
}

/** Whether a bit of the packet is inverted by then. */
export function isDamaged(run: Run, lane: number, packet: number, timeNs: Nanoseconds): boolean {
  const hurtNs = flightIndex(run.traces[lane]!).damaged.get(packet);
  return hurtNs !== undefined && hurtNs <= timeNs;
}

/** Whether a queue has marked the packet by then. */
export function isMarked(run: Run, lane: number, packet: number, timeNs: Nanoseconds): boolean {
  const markedNs = laneIndex(run.traces[lane]!).marked.get(packet);
  return markedNs !== undefined && markedNs <= timeNs;
}
