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
  const ports = facts.lanes[lane];
  const last = facts.links.length;
  const passing = passingAt(run, lane, timeNs);
  const swing = (stop: number): number =>
    passing.reduce((most, { flight, push }) => {
      const stretch = stretches.get(flight.way);
      const isThere = stretch && (push.isEntering ? stretch.to : stretch.from) === stop;
      return isThere ? Math.max(most, push.amount) : most;
    }, 0);
  return {
    clientDoor: {
      isBound: isClientBound(run, facts, lane, timeNs),
      swing: swing(0),
    },
    serverDoor: {
      isBound: ports !== undefined && isServerBound(run, facts, lane, timeNs),
      swing: swing(last),
    },
  };
}

interface Push {
  readonly isEntering: boolean;
  readonly amount: number;
}

/** Flights that begin or end at about `timeNs`, and how near that is. */
function passingAt(
  run: Run,
  lane: number,
  timeNs: Nanoseconds,
): readonly { readonly flight: Flight; readonly push: Push }[] {
  const trace = run.traces[lane];
  if (!trace) return [];
  const { swingNs } = tempoOf(run.experiment);
  const index = flightIndex(trace);
  const now = flightsAt(index, timeNs);
  const before = flightsAt(index, Math.max(0, timeNs - swingNs)).filter(({ endNs }) => endNs <= timeNs);
  return [...now, ...before].flatMap((flight) => {
    if (flight.kind !== 'link') return [];
    const left = nearness(timeNs - flight.startNs, swingNs);
    const came = flight.outcome === 'arrived' ? nearness(Math.abs(flight.endNs - timeNs), swingNs) : 0;
    return [
      { flight, push: { isEntering: false, amount: left } },
      { flight, push: { isEntering: true, amount: came } },
    ];
  });
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
