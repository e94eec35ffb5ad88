import type { Experiment, Nanoseconds } from '../experiment/experiment';
import { flightIndex, flightsAt } from '../trace/legs';
import type { Run } from '../trace/run';
import { deskAt } from './deskView';
import { doorsAt } from './doors';
import { townFacts } from './facts';
import { hostViewAt } from './hostView';
import { lossesAt } from './losses';
import { hideCoveredNames, separate } from './separate';
import type { TownFacts, TownPlan } from './plan';
import { dropsAt, receiverAt, senderAt } from './rooms';
import { rulerAt } from './ruler';
import { type Stretch, stretchesOf } from './route';
import type { LaneScene, QueueView, Scene, ScenePacket, SceneScar, SceneTie } from './sceneTypes';
import { eventfulOf, swarmAt } from './swarm';
import { tiesOf } from './ties';
import { trafficAt } from './traffic';
import { linkSettingsAt, linkViewAt } from './weatherView';

/**
 * Everything on the stage that moves or changes, at `timeNs`: a pure function of the run so far. Nothing remembers an
 * earlier moment, so a jump shows what playing up to there would.
 */
export function sceneAt(run: Run, plan: TownPlan, timeNs: Nanoseconds): Scene {
  const facts = townFacts(run.experiment);
  const stretches = stretchesFor(run.experiment, facts);
  const lanes = run.traces.map((_, lane) => lane);
  const swarm = swarmAt(run, plan, stretches, timeNs);
  const packets: ScenePacket[] = swarm ? [...eventfulOf(run, swarm, timeNs)] : [];
  const scars: SceneScar[] = [];
  const ties: SceneTie[] = [];
  for (const lane of lanes) {
    const losses = lossesAt(run, plan, stretches, lane, timeNs);
    scars.push(...losses.scars);
    packets.push(...losses.packets);
    const road = plan.roads[lane];
    if (swarm || !road) continue;
    const traffic = trafficAt(run, plan, stretches, lane, timeNs);
    packets.push(...traffic);
    ties.push(...tiesOf(run, { road, stretches }, traffic));
  }
  const separated = separate(packets, plan);
  return {
    timeNs,
    packets: separated,
    swarm,
    scars: hideCoveredNames(scars, separated, plan),
    ties,
    drops: lanes.flatMap((lane) => dropsAt(run, lane, timeNs)),
    lanes: lanes.map((lane) => laneScene(run, facts, stretches, lane, timeNs)),
    hosts: {
      client: hostViewAt(run.experiment, facts.client.host, timeNs),
      server: hostViewAt(run.experiment, facts.server.host, timeNs),
    },
    links: facts.links.map((link) => linkViewAt(run.experiment, link, timeNs)),
  };
}

function laneScene(
  run: Run,
  facts: TownFacts,
  stretches: ReadonlyMap<number, Stretch>,
  lane: number,
  timeNs: Nanoseconds,
): LaneScene {
  return {
    sender: senderAt(run, facts, lane, timeNs),
    receiver: receiverAt(run, facts, lane, timeNs),
    clientDesk: deskAt(run, facts.client.host, lane, timeNs),
    serverDesk: deskAt(run, facts.server.host, lane, timeNs),
    ...doorsAt(run, facts, stretches, lane, timeNs),
    ruler: rulerAt(run, facts, lane, timeNs),
    queues: queuesAt(run, stretches, lane, timeNs),
  };
}

/** How many packets wait at each office, where any do. */
function queuesAt(
  run: Run,
  stretches: ReadonlyMap<number, Stretch>,
  lane: number,
  timeNs: Nanoseconds,
): readonly QueueView[] {
  const trace = run.traces[lane];
  if (!trace) return [];
  const waiting = new Map<number, number>();
  for (const { kind, way } of flightsAt(flightIndex(trace), timeNs)) {
    if (kind === 'queue') waiting.set(way, (waiting.get(way) ?? 0) + 1);
  }
  return [...waiting].flatMap(([way, count]) => {
    const stretch = stretches.get(way);
    const link = run.experiment.town.links[way >> 1];
    if (!stretch || !link) return [];
    const limit = linkSettingsAt(run.experiment, link.id, timeNs)?.queuePackets ?? 0;
    return [{ router: stretch.from - 1, direction: stretch.direction, waiting: count, limit }];
  });
}

const known = new WeakMap<Experiment['town'], ReadonlyMap<number, Stretch>>();

function stretchesFor(experiment: Experiment, facts: TownFacts): ReadonlyMap<number, Stretch> {
  let stretches = known.get(experiment.town);
  if (!stretches) {
    stretches = stretchesOf(experiment, facts);
    known.set(experiment.town, stretches);
  }
  return stretches;
}
