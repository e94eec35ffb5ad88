import { detourOf } from '../experiment/detour';
import type { Link, LinkId } from '../experiment/experiment';
import { Crossroads } from './crossroads';
import { HostNode } from './host';
import { LinkWay } from './link';
import type { Outlet } from './outlet';
import { RouterNode } from './router';
import type { NetworkNode, World } from './world';

/** The machines of one lane by their ids. */
export interface BuiltTown {
  readonly hosts: ReadonlyMap<string, HostNode>;
  /** Both ways of each link. */
  readonly ways: ReadonlyMap<string, readonly [LinkWay, LinkWay]>;
}

/** Hosts, routers and links as the experiment has them, tied together. */
export function buildTown(world: World): BuiltTown {
  const { town } = world.experiment;
  const nodes = new Map<string, NetworkNode>();
  // Links and nodes need each other: a link's end is looked up when the first packet gets there.
  const nodeAt = (id: string): NetworkNode => ({
    receive: (packet) => nodes.get(id)!.receive(packet),
    neighbourSilent: (packet, address) => nodes.get(id)!.neighbourSilent(packet, address),
  });
  const ways = new Map<string, readonly [LinkWay, LinkWay]>();
  const ends = new Map<string, readonly [Outlet, Outlet]>();
  for (const link of town.links) {
    const built = buildLink(world, link, nodeAt);
    ways.set(link.id, built.ways);
    ends.set(link.id, built.ends);
  }
  const outletFrom = (node: string, id: string): Outlet => {
    const link = town.links.find((one) => one.id === id)!;
    const direction = link.from === node ? 0 : 1;
    const straight = ends.get(id)![direction];
    if (!hasTurns(world, link, direction)) return straight;
    const directionOf = (other: LinkId): 0 | 1 | undefined => {
      const { from, to } = town.links.find((one) => one.id === other)!;
      return from === node ? 0 : to === node ? 1 : undefined;
    };
    const round = (other: LinkId): Outlet | undefined => {
      const turned = directionOf(other);
      return turned === undefined ? undefined : ends.get(other)![turned];
    };
    const wayOf = (other: LinkId): number => world.places.link(other) * 2 + (directionOf(other) ?? 0);
    return new Crossroads(world, link, direction, { straight, round, wayOf });
  };
  const hosts = new Map(
    town.hosts.map((host) => [host.id, new HostNode(world, host, outletFrom(host.id, host.link))]),
  );
  for (const [id, host] of hosts) nodes.set(id, host);
  for (const router of town.routers) {
    nodes.set(router.id, new RouterNode(world, router, (link) => outletFrom(router.id, link)));
  }
  return { hosts, ways };
}

/** Both ways of a link, and what its two ends are to the nodes there: the near end of each way. */
function buildLink(
  world: World,
  link: Link,
  nodeAt: (id: string) => NetworkNode,
): { readonly ways: readonly [LinkWay, LinkWay]; readonly ends: readonly [Outlet, Outlet] } {
  const [from, to] = [nodeAt(link.from), nodeAt(link.to)];
  if (!link.resolves) {
    const ways = [new LinkWay(world, link, 0, to), new LinkWay(world, link, 1, from)] as const;
    return { ways, ends: ways };
  }
  const { neighbours } = world.parts;
  const ends = [neighbours(world, link, 0, from), neighbours(world, link, 1, to)] as const;
  const ways = [new LinkWay(world, link, 0, ends[1]), new LinkWay(world, link, 1, ends[0])] as const;
  ends[0].connect(ways[0]);
  ends[1].connect(ways[1]);
  return { ways, ends };
}

/** Whether some packet may turn off before that link way. */
function hasTurns({ experiment: { town, rules } }: World, link: Link, direction: 0 | 1): boolean {
  if (detourOf(town, link, direction) !== undefined) return true;
  return rules.some(
    (rule) => rule.verdict.kind === 'via' && rule.link === link.id && rule.direction === direction,
  );
}
