import { hostCondition, isPortClosed } from '../experiment/conditions';
import type { Nanoseconds } from '../experiment/experiment';
import { type Flight, flightIndex, flightsAt } from '../trace/legs';
import type { Run } from '../trace/run';
import { laneIndex, latest, socketKey } from './laneIndex';
import { nodeOf } from './nodes';
import { clamp, type TownFacts } from './plan';
import type { Stretch } from './route';
import type { DoorView } from './sceneTypes';
import { tempoOf } from './tempo';

/** The doors of a lane: open exactly while a socket is bound, and wider as packets pass. */
export function doorsAt(
  run: Run,
  facts: TownFacts,
  stretches: ReadonlyMap<number, Stretch>,
  lane: number,
  timeNs: Nanoseconds,
): { readonly clientDoor: DoorView; readonly serverDoor: DoorView } {
  const [client, server] = swingsAt(run, stretches, lane, facts.links.length, timeNs);
  return {
    clientDoor: { isBound: isClientBound(run, facts, lane, timeNs), swing: client },
    serverDoor: { isBound: isServerBound(run, facts, lane, timeNs), swing: server },
  };
}

/** How far packets that pass at about `timeNs` push the doors at stop 0 and at stop `last`. */
function swingsAt(
  run: Run,
  stretches: ReadonlyMap<number, Stretch>,
  lane: number,
  last: number,
  timeNs: Nanoseconds,
): readonly [number, number] {
  const trace = run.traces[lane];
  if (!trace) return [0, 0];
  const { swingNs } = tempoOf(run.experiment);
  const index = flightIndex(trace);
  let client = 0;
  let server = 0;
  const push = (stop: number, distanceNs: Nanoseconds): void => {
    if (stop === 0) client = Math.max(client, nearness(distanceNs, swingNs));
    else if (stop === last) server = Math.max(server, nearness(distanceNs, swingNs));
  };
  const note = ({ kind, way, startNs, endNs, outcome }: Flight): void => {
    const stretch = kind === 'link' ? stretches.get(way) : undefined;
    if (!stretch) return;
    push(stretch.from, timeNs - startNs);
    if (outcome === 'arrived') push(stretch.to, Math.abs(endNs - timeNs));
  };
  for (const flight of flightsAt(index, timeNs)) note(flight);
  for (const flight of flightsAt(index, Math.max(0, timeNs - swingNs)))
    if (flight.endNs <= timeNs) note(flight);
  return [client, server];
}

function nearness(distanceNs: Nanoseconds, reachNs: Nanoseconds): number {
  const near = clamp(1 - distanceNs / reachNs, 0, 1);
  return near * near * (3 - 2 * near);
}

function isClientBound(run: Run, facts: TownFacts, lane: number, timeNs: Nanoseconds): boolean {
  const trace = run.traces[lane];
  const port = facts.lanes[lane]?.clientPort;
  if (!trace || port === undefined) return false;
  const { commands } = run.experiment;
  const { host } = facts.client;
  const node = nodeOf(run.experiment, host);
  const byHand = { host, transport: trace.lane, port };
  if (isPortClosed(commands, byHand, timeNs) || hostCondition(commands, host, timeNs).isOff) return false;
  return latest(laneIndex(trace).sockets.get(socketKey(node, port)), timeNs) ?? false;
}

/** A server's room stays open when one of its callers has hung up: it goes on listening. */
function isServerBound(run: Run, facts: TownFacts, lane: number, timeNs: Nanoseconds): boolean {
  const trace = run.traces[lane];
  const port = facts.lanes[lane]?.serverPort;
  if (!trace || port === undefined) return false;
  const { commands } = run.experiment;
  const { host } = facts.server;
  const node = nodeOf(run.experiment, host);
  const byHand = { host, transport: trace.lane, port };
  if (isPortClosed(commands, byHand, timeNs) || hostCondition(commands, host, timeNs).isOff) return false;
  const history = laneIndex(trace).sockets.get(socketKey(node, port));
  return history !== undefined && history.times[0]! <= timeNs;
}
