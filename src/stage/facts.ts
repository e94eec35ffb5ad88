import type { Experiment, Link, Transport } from '../experiment/experiment';
import { senderOf } from '../experiment/pieces';
import { clamp, type HostFacts, type LaneFacts, type TownFacts } from './plan';

/** A link of the greatest delay is drawn so many times as long as one of the least. */
const LONGEST_WEIGHT = 2.4;

const known = new WeakMap<Experiment, TownFacts>();

/** What is to be drawn of an experiment's town: the chain of routers from the sender's host to the receiver's. */
export function townFacts(experiment: Experiment): TownFacts {
  let facts = known.get(experiment);
  if (!facts) {
    facts = findFacts(experiment);
    known.set(experiment, facts);
  }
  return facts;
}

function findFacts(experiment: Experiment): TownFacts {
  const { hosts } = experiment.town;
  const sender = experiment.apps.find((app) => app.kind === 'send');
  const client = hosts.find(({ id }) => id === sender?.host) ?? hosts[0];
  const server = hosts.find(({ address }) => address === sender?.to.address) ?? hosts.at(-1);
  if (!client || !server) throw new Error('a town needs two hosts');
  const chain = chainBetween(experiment, client.id, server.id);
  const chained = chain.slice(1).flatMap((node, i) => linkBetween(experiment, chain[i]!, node) ?? []);
  return {
    client: hostFacts(client),
    server: hostFacts(server),
    routers: chain.slice(1, -1),
    links: chained.map(({ id }) => id),
    weights: weightsOf(chained.map(({ delayNs }) => delayNs)),
    isCall: senderOf(experiment)?.payload.kind === 'call',
    lanes: experiment.lanes.map((transport) => laneFacts(experiment, transport)),
  };
}

function hostFacts({ id, address }: { readonly id: string; readonly address: string }): HostFacts {
  return { host: id, address };
}

function laneFacts({ apps }: Experiment, transport: Transport): LaneFacts {
  const sender = apps.find((app) => app.kind === 'send');
  const receiver = apps.find((app) => app.kind === 'receive');
  const targetPort = sender?.to.port[transport] ?? 0;
  return {
    transport,
    clientPort: sender?.port ?? 0,
    serverPort: receiver?.port[transport] ?? targetPort,
    targetPort,
  };
}

function linkBetween({ town }: Experiment, a: string, b: string): Link | undefined {
  return town.links.find(({ from, to }) => (from === a && to === b) || (from === b && to === a));
}

/** A road is as long as its link takes, by the square root: the longest must leave the others room to be seen. */
function weightsOf(delays: readonly number[]): readonly number[] {
  const shortest = Math.min(...delays.filter((delayNs) => delayNs > 0));
  return delays.map((delayNs) => clamp(Math.sqrt(delayNs / shortest) || 1, 1, LONGEST_WEIGHT));
}

/** The shortest way from node to node, both included (breadth first, links in the town's order). */
function chainBetween({ town }: Experiment, from: string, to: string): readonly string[] {
  const cameFrom = new Map<string, string | null>([[from, null]]);
  const waiting = [from];
  for (let node = waiting.shift(); node !== undefined && node !== to; node = waiting.shift()) {
    for (const link of town.links) {
      const next = link.from === node ? link.to : link.to === node ? link.from : null;
      if (next === null || cameFrom.has(next)) continue;
      cameFrom.set(next, node);
      waiting.push(next);
    }
  }
  const chain: string[] = [];
  for (
    let node: string | null | undefined = to;
    node !== null && node !== undefined;
    node = cameFrom.get(node)
  )
    chain.unshift(node);
  return chain;
}
