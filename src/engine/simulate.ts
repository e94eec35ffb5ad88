import type { App, Experiment, Transport } from '../experiment/experiment';
import type { Run, RunResult } from '../trace/run';
import { laneResults } from '../trace/result';
import { Trace } from '../trace/trace';
import { receiveOverTcp } from './apps/receiveOverTcp';
import { receiveOverUdp } from './apps/receiveOverUdp';
import { sendOverTcp } from './apps/sendOverTcp';
import { sendOverUdp } from './apps/sendOverUdp';
import { HostNode } from './host';
import { LinkWay } from './link';
import type { Recorder } from './recorder';
import { RouterNode } from './router';
import { type NetworkNode, World } from './world';

/** Actions between two looks at how much there is to report. */
const ACTIONS_PER_STEP = 1_000;
/** A run that has not ended by then is cut off: a day of virtual time. */
const MAX_RUN_NS = 86_400_000_000_000;
/** …and so is one that made so many events. */
const MAX_EVENTS = 4_000_000;

/** One lane under way: call `step` until it returns false. */
export interface LaneSimulation {
  /** Runs up to `actions` more actions; false when nothing is left to happen. */
  step(actions: number): boolean;
  /** A limit ended the run while something was still to happen. */
  readonly isCutOff: boolean;
}

/** Builds the town of one lane and its apps; nothing has happened yet but time 0. */
export function simulateLane(
  experiment: Experiment,
  transport: Transport,
  recorder: Recorder,
): LaneSimulation {
  const world = new World(experiment, recorder);
  const town = buildTown(world);
  scheduleCommands(world, town);
  for (const app of experiment.apps) startApp(world, town.hosts, app, transport);
  const isOverLimit = (): boolean =>
    !world.queue.isEmpty && (world.queue.nextNs > MAX_RUN_NS || recorder.eventCount > MAX_EVENTS);
  return {
    get isCutOff() {
      return isOverLimit();
    },
    step(actions) {
      for (let i = 0; i < actions; i += 1) {
        if (world.queue.isEmpty || isOverLimit()) return false;
        world.now = world.queue.nextNs;
        world.queue.take()();
      }
      return true;
    },
  };
}

/**
 * Simulates all lanes side by side and yields whenever a lane's trace has grown; returns the verdict.
 * Deterministic: the same experiment gives the same traces everywhere.
 */
export function* simulateSteps(
  experiment: Experiment,
): Generator<{ readonly lane: number; readonly trace: Trace }, RunResult> {
  const lanes = experiment.lanes.map((transport, lane) => {
    const trace = new Trace(transport);
    return { lane, trace, simulation: simulateLane(experiment, transport, trace) };
  });
  let running = lanes;
  while (running.length > 0) {
    const stillRunning = [];
    for (const entry of running) {
      const isRunning = entry.simulation.step(ACTIONS_PER_STEP);
      yield { lane: entry.lane, trace: entry.trace };
      if (isRunning) stillRunning.push(entry);
    }
    running = stillRunning;
  }
  const cutOff = new Set(lanes.filter(({ simulation }) => simulation.isCutOff).map(({ trace }) => trace));
  return laneResults(
    experiment,
    lanes.map(({ trace }) => trace),
    cutOff,
  );
}

/** The whole run at once, for the command line and tests. */
export function simulateAll(experiment: Experiment): Run {
  const traces: Trace[] = [];
  const steps = simulateSteps(experiment);
  for (;;) {
    const step = steps.next();
    if (step.done) return { experiment, traces, result: step.value };
    traces[step.value.lane] = step.value.trace;
  }
}

interface BuiltTown {
  readonly hosts: ReadonlyMap<string, HostNode>;
  /** Both ways of each link. */
  readonly ways: ReadonlyMap<string, readonly [LinkWay, LinkWay]>;
}

function buildTown(world: World): BuiltTown {
  const { town } = world.experiment;
  const nodes = new Map<string, NetworkNode>();
  const ways = new Map<string, readonly [LinkWay, LinkWay]>();
  // Links and nodes need each other: a link's end is looked up when the first packet gets there.
  const endAt = (id: string): NetworkNode => ({ receive: (packet) => nodes.get(id)!.receive(packet) });
  for (const link of town.links) {
    ways.set(link.id, [
      new LinkWay(world, link, 0, endAt(link.to)),
      new LinkWay(world, link, 1, endAt(link.from)),
    ]);
  }
  const wayFrom = (node: string, link: string): LinkWay => {
    const { from } = town.links.find(({ id }) => id === link)!;
    return ways.get(link)![from === node ? 0 : 1];
  };
  const hosts = new Map(
    town.hosts.map((host) => [host.id, new HostNode(world, host, wayFrom(host.id, host.link))]),
  );
  for (const [id, host] of hosts) nodes.set(id, host);
  for (const router of town.routers) {
    nodes.set(router.id, new RouterNode(world, router, (link) => wayFrom(router.id, link)));
  }
  return { hosts, ways };
}

function scheduleCommands(world: World, { ways }: BuiltTown): void {
  world.experiment.commands.forEach((command, number) => {
    world.at(command.atNs, () => {
      world.record('commandApplied', { command: number }, -1, { kind: 'command' });
      if (command.kind !== 'setLink') return;
      for (const way of ways.get(command.link)!) way.change(command.settings);
    });
  });
}

function startApp(world: World, hosts: ReadonlyMap<string, HostNode>, app: App, transport: Transport): void {
  const host = hosts.get(app.host)!;
  const isTcp = transport === 'tcp';
  switch (app.kind) {
    case 'send':
      return isTcp ? sendOverTcp(world, host, app) : sendOverUdp(world, host, app);
    case 'receive':
      return isTcp ? receiveOverTcp(world, host, app) : receiveOverUdp(world, host, app);
  }
}
