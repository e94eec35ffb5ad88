import type { Nanoseconds } from '../../experiment/experiment';
import { type Ending, endingsBetween, flightIndex, lastFlightOf } from '../../trace/legs';
import type { Run } from '../../trace/run';
import { seesLosses } from '../losses';
import { packetFace, transportOf } from '../packetFace';
import { clamp, type Point } from '../plan';
import type { ScenePacket, SceneScar } from '../sceneTypes';
import { seenFace } from '../seenFace';
import { tempoOf } from '../tempo';
import { isDamaged, isMarked, progressOf } from '../traffic';
import { pointOnRoad } from './mapRoad';
import { directionOf, roadOfWay } from './mapTraffic';
import type { MapPlan } from './mapTypes';
import { slotOf, STACK_SLOTS } from './queueStack';

interface Losses {
  readonly packets: readonly ScenePacket[];
  readonly scars: readonly SceneScar[];
}

/** Packets of a lane that were lost or thrown away just now, and the ✕ where that was. */
export function mapLosses(run: Run, plan: MapPlan, lane: number, timeNs: Nanoseconds): Losses {
  const trace = run.traces[lane];
  if (!trace) return { packets: [], scars: [] };
  const { scarNs, fallNs } = tempoOf(run.experiment);
  const most = Math.floor(plan.scars / run.traces.length);
  const endings = endingsBetween(flightIndex(trace), timeNs - scarNs, timeNs).slice(-most);
  const packets: ScenePacket[] = [];
  const scars: SceneScar[] = [];
  for (const ending of endings) {
    const place = placeOfMapEnding(run, plan, lane, ending);
    if (!place) continue;
    const age = (timeNs - ending.timeNs) / fallNs;
    if (age < 1) packets.push(...falling({ run, plan, lane, timeNs }, ending, place, age));
    const opacity = clamp(1.25 - (timeNs - ending.timeNs) / scarNs, 0, 1);
    if (seesLosses(plan.lens)) scars.push(scarOf(run, plan, lane, ending, place, opacity));
  }
  return { packets, scars: scars.map((scar, i) => ({ ...scar, isNamed: i === scars.length - 1 })) };
}

/** Where a packet ended: on its way along a road, on top of a full stack, or beside the machine that threw it away. */
function placeOfMapEnding(run: Run, plan: MapPlan, lane: number, ending: Ending): Point | null {
  const { way, node, packet, timeNs, why } = ending;
  if (why === 'queueFull') {
    const road = roadOfWay(plan, way);
    if (!road) return null;
    // Off the top of the stack, beside its figures.
    const { x, y } = slotOf(plan, road, directionOf(way), STACK_SLOTS);
    return { x: x + plan.card.dot * 1.5, y: y + plan.card.dot };
  }
  if (node >= 0) return besideNode(plan, node);
  const flight = lastFlightOf(flightIndex(run.traces[lane]!), packet, timeNs);
  const road = roadOfWay(plan, flight?.way ?? way);
  if (!road) return null;
  const progress = flight?.outcome === 'lost' ? progressOf(flight, flight.endNs) : ending.fraction;
  return pointOnRoad(road, directionOf(flight?.way ?? way), road.length * progress);
}

function besideNode({ nodes, unit }: MapPlan, number: number): Point | null {
  const node = nodes[number];
  if (!node) return null;
  const { body } = node;
  return { x: body.x + body.width + 2 * unit, y: body.y + body.height - 4 * unit };
}

interface Moment {
  readonly run: Run;
  readonly plan: MapPlan;
  readonly lane: number;
  readonly timeNs: Nanoseconds;
}

/** Stops, tilts, sinks and fades to its outline; what a machine threw away shrinks. */
function falling(
  { run, plan, lane, timeNs }: Moment,
  { packet, node }: Ending,
  place: Point,
  age: number,
): readonly ScenePacket[] {
  const face = seenFace(run, plan.lens, lane, packet, timeNs);
  if (!face) return [];
  const isBinned = node >= 0;
  const sunk = age * age * (isBinned ? 12 : 26) * plan.unit;
  return [
    {
      x: place.x,
      y: place.y + sunk,
      key: `${lane}:${packet}`,
      lane,
      packet,
      transport: transportOf(face, run.traces[lane]!.lane),
      face,
      detail: isBinned || plan.tier === 'mark' ? 'dot' : 'full',
      tilt: 20 * Math.min(1, age * 3),
      scale: isBinned ? 1.5 - 0.9 * age : 1,
      opacity: clamp(1.4 * (1 - age), 0, 1),
      isDamaged: isDamaged(run, lane, packet, timeNs),
      isMarked: isMarked(run, lane, packet, timeNs),
      hops: 0,
      wraps: 0,
      state: isBinned ? 'binned' : 'falling',
    },
  ];
}

function scarOf(
  run: Run,
  { unit, font, height }: MapPlan,
  lane: number,
  { packet, why }: Ending,
  place: Point,
  opacity: number,
): SceneScar {
  const name = font.small * 1.5;
  const below = place.y + 11 * unit;
  return {
    ...place,
    // At the foot of the map there is only room above.
    nameTop: below + name < height ? below : place.y - 11 * unit - name,
    key: `${lane}:${packet}`,
    lane,
    packet,
    face: packetFace(run, lane, packet),
    why,
    opacity,
    isNamed: false,
  };
}
