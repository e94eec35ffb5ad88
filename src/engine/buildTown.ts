import { HostNode } from './host';
import { LinkWay } from './link';
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
