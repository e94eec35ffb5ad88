import type { Nanoseconds } from '../experiment/experiment';
import { type Ending, endingsBetween, flightIndex, lastFlightOf } from '../trace/legs';
import type { Run } from '../trace/run';
import { packetFace } from './packetFace';
import { clamp, type Point, type RoadPlan, type TownPlan } from './plan';
import { distanceOn, pointOn, type Stretch } from './route';
import type { ScenePacket, SceneScar } from './sceneTypes';
import { tempoOf } from './tempo';
import { detourOf, detourWidth, isDamaged } from './traffic';

/** More ✕ than these would hide the road. */
const SCARS_PER_LANE = 7;

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
    const place = placeOf(run, plan, road, stretches, ending);
    if (!place) continue;
    if (age < 1) packets.push(falling(run, plan, road, ending, place, age, timeNs));
    if (ending.way >= 0) {
      scars.push(scar(run, road, ending, place, clamp(1.25 - (timeNs - ending.timeNs) / scarNs, 0, 1)));
    }
  }
  const newest = scars.length - 1;
  return { packets, scars: scars.map((mark, i) => (i === newest ? { ...mark, isNamed: true } : mark)) };
}

/** Where a packet ended: on its way along a road, at a full queue, or at a machine's door. */
function placeOf(
  run: Run,
  plan: TownPlan,
  road: RoadPlan,
  stretches: ReadonlyMap<number, Stretch>,
  { way, node, packet, timeNs, fraction, why }: Ending,
): Point | null {
  const flight = lastFlightOf(flightIndex(run.traces[road.lane]!), packet, timeNs);
  const stretch = stretches.get(way >= 0 ? way : (flight?.way ?? -1));
  if (!stretch) return null;
  if (node >= 0) return binPoint(plan, road, stretch);
  const distance = distanceOn(road, stretch, why === 'queueFull' ? 0 : fraction);
  const aside = flight ? detourOf(flight, fraction) * detourWidth(road, stretch.direction) : 0;
  return pointOn(road, stretch.direction, distance, aside);
}

function binPoint(plan: TownPlan, road: RoadPlan, stretch: Stretch): Point {
  const end = distanceOn(road, stretch, 1);
  return pointOn(road, stretch.direction, end - (plan.shape === 'wide' ? 6 : 2) * plan.unit);
}

/** Stops, tilts, sinks off the road and fades. */
function falling(
  run: Run,
  plan: TownPlan,
  road: RoadPlan,
  { packet, node, why }: Ending,
  place: Point,
  age: number,
  timeNs: Nanoseconds,
): ScenePacket {
  const sunk = age * age * 30 * plan.unit;
  const isBinned = node >= 0;
  return {
    x: place.x + (plan.shape === 'portrait' && !isBinned ? -sunk * 0.3 : 0),
    y: place.y + (isBinned ? sunk * 0.4 : sunk),
    key: `${road.lane}:${packet}`,
    lane: road.lane,
    packet,
    transport: road.transport,
    face: packetFace(run, road.lane, packet),
    detail: 'full',
    tilt: 20 * Math.min(1, age * 3),
    opacity: clamp(1.4 * (1 - age), 0, 1),
    isDamaged: isDamaged(run, road.lane, packet, timeNs) && why !== 'portClosed',
    state: isBinned ? 'binned' : 'falling',
  };
}

function scar(run: Run, road: RoadPlan, ending: Ending, place: Point, opacity: number): SceneScar {
  return {
    ...place,
    key: `${road.lane}:${ending.packet}`,
    lane: road.lane,
    packet: ending.packet,
    face: packetFace(run, road.lane, ending.packet),
    why: ending.why === 'queueFull' ? 'queueFull' : 'weather',
    opacity,
    isNamed: false,
  };
}
