import type { Nanoseconds } from '../experiment/experiment';
import { endingsBetween, type Flight, flightIndex, flightsAt, lastFlightOf } from '../trace/legs';
import type { Run } from '../trace/run';
import { packetFace } from './packetFace';
import { type RoadPlan, clamp, type TownPlan } from './plan';
import { type Direction, distanceOn, pointOn, roadLength, type Stretch } from './route';
import type { Detail, ScenePacket } from './sceneTypes';
import { tempoOf } from './tempo';

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
  const inLine = movers.filter(({ detour }) => detour === 0).map((mover) => ({ mover, closing: null }));
  const line: InLine[] = [...inLine, ...gapsAt(run, stretches, road, timeNs)];
  for (const direction of [0, 1] as const) {
    spread(
      line.filter(({ mover }) => mover.direction === direction),
      plan,
      road,
      direction,
    );
  }
  return movers.map((mover) => draw(run, plan, road, mover, timeNs));
}

/** Share of its way that a flight has covered at `timeNs`; more than 1 for one that was lost and would be over. */
function progressOf({ kind, startNs, dueNs }: Flight, timeNs: Nanoseconds): number {
  if (kind === 'queue') return 0;
  return dueNs <= startNs ? 1 : (timeNs - startNs) / (dueNs - startNs);
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
function detourOf({ delayedNs }: Flight, progress: number): number {
  if (delayedNs <= 0) return 0;
  const edge = clamp(Math.min(progress, 1 - progress) / 0.16, 0, 1);
  return edge * edge * (3 - 2 * edge);
}

/** Size along the road of a card shown with that much detail. */
function lengthOf(plan: TownPlan, direction: Direction, detail: Detail): number {
  const { card, shape } = plan;
  const size = direction === 1 ? card.stub : detail === 'full' ? card.data : card.short;
  return shape === 'wide' ? size.width : size.height;
}

/** A mover, or the gap that a packet lost just now leaves among them; `closing` runs from 0 to 1. */
interface InLine {
  readonly mover: Mover;
  readonly closing: number | null;
}

/**
 * Cards that the trace has at one place (a burst leaves in microseconds) drive one behind the other: each keeps a
 * card's length from the one ahead, but never lags by more than its distance from either door, so that bursts unfold
 * when they leave and fold when they arrive. Where one is lost, those behind close up little by little.
 */
function spread(line: InLine[], plan: TownPlan, road: RoadPlan, direction: Direction): void {
  const full = lengthOf(plan, direction, 'full') + 4;
  const short = Math.min(full, lengthOf(plan, direction, 'short') + 4);
  const length = roadLength(road);
  line.sort((a, b) => inOrder(a.mover, b.mover));
  let ahead = Infinity;
  let last: Mover | null = null;
  for (const { mover, closing } of line) {
    const slack = LAG * Math.max(0, Math.min(mover.distance, length - mover.distance));
    mover.drawn = Math.min(mover.distance, Math.max(ahead - short, mover.distance - slack));
    if (closing !== null) {
      ahead = mover.drawn + (Math.min(ahead, mover.drawn + 3 * short) - mover.drawn) * closing;
      continue;
    }
    const gap = last === null ? Infinity : last.drawn - mover.drawn;
    mover.detail = gap >= full ? 'full' : gap >= short - 0.5 ? 'short' : 'dot';
    // The card ahead shrinks too when the one behind it is near, but keeps its number: it lies on top.
    if (last !== null && last.detail === 'full' && gap < full) last.detail = 'short';
    last = mover;
    ahead = mover.drawn;
  }
}

/** A card may lag by so much of its distance from the nearer door. */
const LAG = 0.85;

function inOrder(a: Mover, b: Mover): number {
  return (
    b.distance - a.distance ||
    a.flight.endNs - b.flight.endNs ||
    a.flight.startNs - b.flight.startNs ||
    a.flight.packet - b.flight.packet
  );
}

/** Gaps that packets leave which were lost, or went in at the door, just now: they go on as the packets would have. */
function gapsAt(
  run: Run,
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
    const age = clamp((timeNs - flight.endNs) / (flight.outcome === 'lost' ? closeNs : foldNs), 0, 1);
    return [{ mover: moverAt(road, flight, stretch, timeNs), closing: age * age * (3 - 2 * age) }];
  });
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
    scale: 1,
    // Comes out of one door and goes in at the other.
    opacity: clamp(fromDoor / (16 * plan.unit), 0, 1),
    isDamaged: isDamaged(run, road.lane, flight.packet, timeNs),
    state: flight.delayedNs > 0 ? 'late' : flight.kind === 'queue' ? 'waiting' : 'moving',
  };
}

/** The detour runs just beside the road; beside one that runs down there is hardly any room. */
function detourWidth({ halfWidths, axis }: RoadPlan, direction: Direction): number {
  return halfWidths[direction] * (axis === 'x' ? 0.86 : 0.15);
}

/** Whether a bit of the packet is inverted by then. */
export function isDamaged(run: Run, lane: number, packet: number, timeNs: Nanoseconds): boolean {
  const hurtNs = flightIndex(run.traces[lane]!).damaged.get(packet);
  return hurtNs !== undefined && hurtNs <= timeNs;
}
