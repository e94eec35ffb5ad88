import { formatAddress, parseAddress } from '../wire/address';
import type { NodeId, Town } from './experiment';

/** Hosts of a network are numbered from here, as the lecture numbers them; routers are its 1. */
const FIRST_HOST = 10;
const LAST_HOST = 254;
const NETWORKS = 256;

/** A name that no house has: one letter for hosts as long as there are any, then with a number behind `prefix`. */
export function freeId(town: Town, prefix: string): NodeId {
  const taken = new Set([...town.hosts, ...town.routers, ...town.links].map(({ id }) => id));
  if (prefix === '') {
    const letter = [...'ABCDEFGHIJKLMNOPQUVWXYZ'].find((one) => !taken.has(one));
    if (letter !== undefined) return letter;
  }
  let number = 1;
  while (taken.has(`${prefix || 'H'}${number}`)) number += 1;
  return `${prefix || 'H'}${number}`;
}

/** An address that nobody has, for a host behind this router: in the network of its other hosts, or in one of its own. */
export function freeHostAddress(town: Town, router: NodeId | null): string {
  const taken = takenAddresses(town);
  for (const network of [...networksAt(town, router), ...freeNetworks(taken)]) {
    for (let last = FIRST_HOST; last <= LAST_HOST; last += 1) {
      const address = network * 256 + last;
      if (!taken.has(address)) return formatAddress(address);
    }
  }
  throw new Error('no address is free');
}

/** An address that nobody has, in a network of its own. */
export function freeRouterAddress(town: Town): string {
  const [network] = freeNetworks(takenAddresses(town));
  return formatAddress(network! * 256 + 1);
}

function takenAddresses({ hosts, routers }: Town): ReadonlySet<number> {
  return new Set([...hosts, ...routers].map(({ address }) => parseAddress(address) ?? 0));
}

/** The networks (first three octets) of the hosts at a router. */
function networksAt({ hosts, links }: Town, router: NodeId | null): readonly number[] {
  const at = hosts.filter(({ id }) =>
    links.some(({ from, to }) => (from === id && to === router) || (to === id && from === router)),
  );
  return [...new Set(at.map(({ address }) => Math.floor((parseAddress(address) ?? 0) / 256)))];
}

/** Private networks 10.0.0 to 10.0.255 in which nobody is (RFC 1918 §3), at least one as a town has fewer houses. */
function freeNetworks(taken: ReadonlySet<number>): readonly number[] {
  const used = new Set([...taken].map((address) => Math.floor(address / 256)));
  const first = (parseAddress('10.0.0.0') ?? 0) / 256;
  return Array.from({ length: NETWORKS }, (_, i) => first + i).filter((network) => !used.has(network));
}
