import { formatAddress, type Ipv4Address, parseAddress } from '../wire/address';
import type { Link, LinkId, NodeId, Route, Router, Town } from './experiment';

/** Networks that are told apart by their first three octets, as in most homes and offices. */
const NETWORK_BITS = 24;
const NETWORK_SIZE = 2 ** (32 - NETWORK_BITS);

/** Where one address is reached from a router. */
interface Way {
  readonly address: Ipv4Address;
  readonly link: LinkId;
}

/** The town with the table of every router worked out from its links. */
export function autoRoutes(town: Town): Town {
  return { ...town, routers: town.routers.map((router) => ({ ...router, routes: tableOf(router, town) })) };
}

/**
 * One row for each network of 256 addresses that lies in one direction, and one for each address of a network that does
 * not. The way is the one of the shortest delay, then of the fewest links, then of the link that was built first.
 */
function tableOf(router: Router, town: Town): readonly Route[] {
  const ways = waysFrom(router.id, town);
  const networks = [...new Set(ways.map(networkOf))].toSorted((one, other) => one - other);
  return networks.flatMap((network) => {
    const inside = ways.filter((way) => networkOf(way) === network);
    return rowsOf(network, inside);
  });
}

function networkOf({ address }: Way): number {
  return Math.floor(address / NETWORK_SIZE);
}

function rowsOf(network: number, ways: readonly Way[]): readonly Route[] {
  const [first] = ways;
  if (ways.every(({ link }) => link === first!.link)) {
    return [{ prefix: `${formatAddress(network * NETWORK_SIZE)}/${NETWORK_BITS}`, link: first!.link }];
  }
  return ways
    .toSorted((one, other) => one.address - other.address)
    .map(({ address, link }) => ({ prefix: `${formatAddress(address)}/32`, link }));
}

/** Nobody outside knows a way to what is behind an address translation (RFC 1918 §3). */
function isFromOutside(town: Town, { id, last }: Reached): boolean {
  return town.routers.some((router) => router.id === id && router.nat?.outside === last);
}

interface Reached {
  readonly id: NodeId;
  readonly delayNs: number;
  readonly links: number;
  /** The first link of the way there. */
  readonly by: LinkId;
  /** …and the last. */
  readonly last: LinkId;
}

/** The first link to every address that can be reached; hosts pass nothing on (RFC 1122 §3.3.1: only routers do). */
function waysFrom(start: NodeId, town: Town): readonly Way[] {
  const addresses = new Map([...town.hosts, ...town.routers].map(({ id, address }) => [id, address]));
  const routers = new Set(town.routers.map(({ id }) => id));
  const done = new Map<NodeId, LinkId>();
  const open: Reached[] = neighbours(start, town.links).map(({ id, link }) => stepOver(id, link));
  while (open.length > 0) {
    const next = takeNearest(open);
    if (next.id === start || done.has(next.id)) continue;
    done.set(next.id, next.by);
    if (!routers.has(next.id) || isFromOutside(town, next)) continue;
    for (const { id, link } of neighbours(next.id, town.links)) open.push(stepOver(id, link, next));
  }
  return [...done].flatMap(([id, link]) => {
    const address = parseAddress(addresses.get(id) ?? '');
    return address === undefined ? [] : [{ address, link }];
  });
}

function stepOver(id: NodeId, link: Link, before?: Reached): Reached {
  const { delayNs, links, by } = before ?? { delayNs: 0, links: 0, by: link.id };
  return { id, delayNs: delayNs + link.delayNs, links: links + 1, by, last: link.id };
}

/** Takes out the nearest; of equals, the one that was found first. */
function takeNearest(open: Reached[]): Reached {
  let best = 0;
  for (const [i, one] of open.entries()) {
    const nearest = open[best]!;
    const isNearer =
      one.delayNs < nearest.delayNs || (one.delayNs === nearest.delayNs && one.links < nearest.links);
    if (isNearer) best = i;
  }
  return open.splice(best, 1)[0]!;
}

function neighbours(
  id: NodeId,
  links: readonly Link[],
): readonly { readonly id: NodeId; readonly link: Link }[] {
  return links.flatMap((link) => {
    if (link.from === id) return [{ id: link.to, link }];
    return link.to === id ? [{ id: link.from, link }] : [];
  });
}
