import type { Nanoseconds } from '../../experiment/experiment';
import { hostCondition } from '../../experiment/conditions';
import { flightIndex, flightsAt } from '../../trace/legs';
import type { Run } from '../../trace/run';
import type { LinkView, PacketScene, ScenePacket, SceneScar, Swarm } from '../sceneTypes';
import { hideCoveredNames, separate } from '../separate';
import { emptySwarm, eventfulOf, scatter, SWARM_FROM } from '../swarm';
import { swarmLook } from '../swarmLook';
import { progressOf } from '../traffic';
import { linkSettingsAt, linkViewAt } from '../weatherView';
import { mapLosses } from './mapLosses';
import { pointOnRoad } from './mapRoad';
import { directionOf, mapTraffic, roadOfWay } from './mapTraffic';
import type { MapPlan } from './mapTypes';
import { slotOf, type Stack, stackOf } from './queueStack';
import { type MapNote, notesAt } from './notesAt';
import { type MapRoom, roomsAt } from './roomsAt';

/** Packets that wait before a link way. */
export interface MapQueue extends Stack {
  readonly way: number;
  readonly waiting: number;
  readonly limit: number;
}

/** Everything on the map that moves or changes, at one moment. */
export interface MapScene extends PacketScene {
  /** By the numbers of the town's links. */
  readonly links: readonly LinkView[];
  readonly queues: readonly MapQueue[];
  /** By the numbers of the town's nodes. */
  readonly rooms: readonly (readonly MapRoom[])[];
  readonly isOff: readonly boolean[];
  readonly notes: readonly MapNote[];
}

/** Everything on the map that moves or changes at `timeNs`: a pure function of the run so far. */
export function mapSceneAt(run: Run, plan: MapPlan, timeNs: Nanoseconds): MapScene {
  const { town, commands } = run.experiment;
  const swarm = mapSwarm(run, plan, timeNs);
  const packets: ScenePacket[] = swarm ? [...eventfulOf(run, swarm, timeNs)] : [];
  const scars: SceneScar[] = [];
  run.traces.forEach((_, lane) => {
    const losses = mapLosses(run, plan, lane, timeNs);
    scars.push(...losses.scars);
    packets.push(...losses.packets);
    if (!swarm) packets.push(...mapTraffic(run, plan, lane, timeNs));
  });
  const separated = separate(packets, plan);
  return {
    timeNs,
    packets: separated,
    swarm,
    scars: hideCoveredNames(scars, separated, plan),
    links: town.links.map(({ id }) => linkViewAt(run.experiment, id, timeNs)),
    queues: queuesAt(run, plan, timeNs),
    notes: notesAt(run, plan, timeNs),
    rooms: roomsAt(run, plan.nodes.length, timeNs),
    isOff: plan.nodes.map(({ kind, id }) => kind === 'host' && hostCondition(commands, id, timeNs).isOff),
  };
}

/** How many packets wait before each link way, where any do. */
function queuesAt(run: Run, plan: MapPlan, timeNs: Nanoseconds): readonly MapQueue[] {
  const waiting = new Map<number, number>();
  for (const trace of run.traces) {
    for (const { kind, way } of flightsAt(flightIndex(trace), timeNs)) {
      if (kind === 'queue') waiting.set(way, (waiting.get(way) ?? 0) + 1);
    }
  }
  return [...waiting].flatMap(([way, count]) => {
    const road = roadOfWay(plan, way);
    if (!road) return [];
    const limit = linkSettingsAt(run.experiment, road.link, timeNs)?.queuePackets ?? 0;
    return [{ way, ...stackOf(plan, road, directionOf(way)), waiting: count, limit }];
  });
}

/** All packets on their way as columns, or null where there are few enough to draw each with its words. */
function mapSwarm(run: Run, plan: MapPlan, timeNs: Nanoseconds): Swarm | null {
  const flights = run.traces.map((trace) => flightsAt(flightIndex(trace), timeNs));
  const most = flights.reduce((sum, list) => sum + list.length, 0);
  if (most <= SWARM_FROM) return null;
  const swarm = emptySwarm(most);
  let count = 0;
  flights.forEach((list, lane) => {
    for (const flight of list.toReversed()) {
      const road = roadOfWay(plan, flight.way);
      if (!road) continue;
      const { x, y } =
        flight.kind === 'queue'
          ? slotOf(plan, road, directionOf(flight.way), count % 10)
          : pointOnRoad(
              road,
              directionOf(flight.way),
              road.length * progressOf(flight, timeNs),
              scatter(flight.packet) * road.width * 0.4,
            );
      swarm.x[count] = x;
      swarm.y[count] = y;
      swarm.lane[count] = lane;
      swarm.packet[count] = flight.packet;
      swarm.look[count] = swarmLook(run, lane, flight.packet);
      swarm.opacity[count] = 255;
      count += 1;
    }
  });
  return { ...swarm, count };
}
