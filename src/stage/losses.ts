import type { Nanoseconds } from '../experiment/experiment';
import { type Ending, endingsBetween, flightIndex, lastFlightOf } from '../trace/legs';
import type { Run } from '../trace/run';
import type { Lens } from './lens';
import { packetFace } from './packetFace';
import { type Box, clamp, type Point, type RoadPlan, SCARS_PER_LANE, type TownPlan } from './plan';
import { distanceOn, pointOn, type Stretch } from './route';
import type { ScenePacket, SceneScar } from './sceneTypes';
import { seenFace } from './seenFace';
import { tempoOf } from './tempo';
import { detourOf, detourWidth, isDamaged, isMarked, progressOf } from './traffic';

interface Losses {
  readonly packets: readonly ScenePacket[];
  readonly scars: readonly SceneScar[];
}

/** Packets that were lost or thrown away just now, and the ✕ that losses leave on the road. */
export function lossesAt(
  run: Run,
  plan: TownPlan,
  stretches: ReadonlyMap<number, Stretch>,
  lane: number,
  timeNs: Nanoseconds,
): Losses {
  const trace = run.traces[lane];
  const road = plan.roads[lane];
  if (!trace || !road) return { packets: [], scars: [] };
  const { scarNs, fallNs } = tempoOf(run.experiment);
  const endings = endingsBetween(flightIndex(trace), timeNs - scarNs, timeNs);
  const packets: ScenePacket[] = [];
  const scars: SceneScar[] = [];
  for (const ending of endings.slice(-SCARS_PER_LANE)) {
    const age = (timeNs - ending.timeNs) / fallNs;
    const place = placeOfEnding(run, { road, stretches }, ending);
    if (!place) continue;
    if (age < 1) packets.push(...falling(run, plan, road, ending, place, age, timeNs));
    if (ending.way >= 0 && seesLosses(plan.lens)) {
      scars.push(scar(run, plan, road, ending, place, clamp(1.25 - (timeNs - ending.timeNs) / scarNs, 0, 1)));
    }
  }
  const newest = scars.length - 1;
  return { packets, scars: scars.map((mark, i) => (i === newest ? { ...mark, isNamed: true } : mark)) };
}

/** Only the network itself: an app hears nothing of a loss, a transport has to guess. */
export function seesLosses(lens: Lens): boolean {
  return lens !== 'application' && lens !== 'transport';
}

/** What the place of an ending is found on. */
export interface EndingPlace {
  readonly road: RoadPlan;
  readonly stretches: ReadonlyMap<number, Stretch>;
}

/** Where a packet ended: on its way along a road, at a full queue, or at a machine's door. */
export function placeOfEnding(
  run: Run,
  { road, stretches }: EndingPlace,
  { way, packet, timeNs, why }: Ending,
): Point | null {
  const flight = lastFlightOf(flightIndex(run.traces[road.lane]!), packet, timeNs);
  if (why === 'queueFull') {
    const stretch = stretches.get(way);
    return stretch ? pointOn(road, stretch.direction, distanceOn(road, stretch, 0)) : null;
  }
  const stretch = flight && stretches.get(flight.way);
  if (!stretch) return null;
  const progress = flight.outcome === 'lost' ? progressOf(flight, flight.endNs) : 1;
  const aside = detourOf(flight, progress) * detourWidth(road, stretch.direction);
  return pointOn(road, stretch.direction, distanceOn(road, stretch, progress), aside);
}

/** Stops, tilts, sinks off the road and fades; what a machine threw away shrinks into the bin of its lobby. */
function falling(
  run: Run,
  plan: TownPlan,
  road: RoadPlan,
  { packet, node, why }: Ending,
  place: Point,
  age: number,
  timeNs: Nanoseconds,
): readonly ScenePacket[] {
  const face = seenFace(run, plan.lens, road.lane, packet, timeNs);
  if (!face) return [];
  const isBinned = node >= 0;
  const rack = why === 'queueFull' ? plan.offices.find(({ body }) => isBeside(body, place)) : undefined;
  const drawn: ScenePacket = {
    ...(isBinned
      ? towardsBin(plan, road.lane, place, age)
      : rack
        ? offRack(plan, rack.racks[road.lane]!, place, age)
        : sinking(plan, place, age)),
    key: `${road.lane}:${packet}`,
    lane: road.lane,
    packet,
    transport: road.transport,
    face,
    detail: isBinned ? 'dot' : 'full',
    tilt: 20 * Math.min(1, age * 3),
    opacity: clamp(1.4 * (1 - age), 0, 1),
    isDamaged: isDamaged(run, road.lane, packet, timeNs) && why !== 'portClosed',
    isMarked: isMarked(run, road.lane, packet, timeNs),
    hops: 0,
    wraps: 0,
    state: isBinned ? 'binned' : 'falling',
  };
  return [drawn];
}

function sinking({ unit, shape }: TownPlan, place: Point, age: number): Point & { readonly scale: number } {
  const sunk = age * age * 30 * unit;
  return { x: place.x - (shape === 'portrait' ? sunk * 0.3 : 0), y: place.y + sunk, scale: 1 };
}

function isBeside({ x, y, width, height }: Box, place: Point): boolean {
  return place.x >= x - 1 && place.x <= x + width + 1 && place.y >= y - 1 && place.y <= y + height + 1;
}

/** Part of its fall in which a packet climbs to the top of the rack, where there is no slot for it. */
const CLIMB = 0.3;

function offRack(plan: TownPlan, rack: Box, place: Point, age: number): Point & { readonly scale: number } {
  const top = { x: rack.x + rack.width, y: rack.y };
  const climb = clamp(age / CLIMB, 0, 1);
  const fallen = clamp((age - CLIMB) / (1 - CLIMB), 0, 1);
  return {
    x: place.x + (top.x - place.x) * climb + fallen * 34 * plan.unit,
    y: place.y + (top.y - place.y) * climb + fallen * fallen * 70 * plan.unit,
    scale: 1 - 0.35 * climb,
  };
}

function towardsBin(
  plan: TownPlan,
  lane: number,
  place: Point,
  age: number,
): Point & { readonly scale: number } {
  const building = place.x + place.y < (plan.width + plan.height) / 2 ? plan.client : plan.server;
  const bin = building.bins[lane];
  if (!bin) return { ...place, scale: 1 };
  const eased = age * age * (3 - 2 * age);
  return {
    x: place.x + (bin.x + bin.width / 2 - place.x) * eased,
    y: place.y + (bin.y - place.y) * eased,
    scale: 1.5 - 0.9 * eased,
  };
}

function scar(
  run: Run,
  { unit }: TownPlan,
  road: RoadPlan,
  ending: Ending,
  place: Point,
  opacity: number,
): SceneScar {
  return {
    ...place,
    nameTop: road.box.y + road.box.height + road.deck + 2 * unit,
    key: `${road.lane}:${ending.packet}`,
    lane: road.lane,
    packet: ending.packet,
    face: packetFace(run, road.lane, ending.packet),
    why: ending.why,
    opacity,
    isNamed: false,
  };
}
