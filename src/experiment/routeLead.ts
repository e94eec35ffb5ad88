import { type Ipv4Address, parseAddress } from '../wire/address';
import type { NodeId, Route, Town } from './experiment';
import { isWithin, parsePrefix } from './prefix';

/** Where a packet for an address comes to if every table stays as it is. */
export type RouteLead =
  | { readonly kind: 'arrives' }
  /** These routers pass it to each other until its TTL is used up. */
  | { readonly kind: 'loops'; readonly among: readonly NodeId[] }
  /** Router `at` has no row for it. */
  | { readonly kind: 'ends'; readonly at: NodeId }
  /** It comes to a host with another address. */
  | { readonly kind: 'strays'; readonly at: NodeId };

/** The row that a router takes for an address: of those that fit, the one with the most bits (RFC 1812 §5.2.4.3). */
export function longestMatch(routes: readonly Route[], address: Ipv4Address): Route | undefined {
  let best: { readonly route: Route; readonly bits: number } | undefined;
  for (const route of routes) {
    const prefix = parsePrefix(route.prefix);
    if (!prefix || !isWithin(prefix, address) || prefix.bits <= (best?.bits ?? -1)) continue;
    best = { route, bits: prefix.bits };
  }
  return best?.route;
}

/** Follows the tables of a town from a router on. */
export function routeLead(town: Town, from: NodeId, address: Ipv4Address): RouteLead {
  const seen: NodeId[] = [];
  let at = from;
  for (;;) {
    const router = town.routers.find(({ id }) => id === at);
    if (!router) return arrivalAt(town, at, address);
    if (parseAddress(router.address) === address) return { kind: 'arrives' };
    const before = seen.indexOf(at);
    if (before >= 0) return { kind: 'loops', among: seen.slice(before) };
    seen.push(at);
    const row = longestMatch(router.routes, address);
    const link = town.links.find(({ id }) => id === row?.link);
    if (!link) return { kind: 'ends', at };
    at = link.from === at ? link.to : link.from;
  }
}

function arrivalAt({ hosts }: Town, at: NodeId, address: Ipv4Address): RouteLead {
  const host = hosts.find(({ id }) => id === at);
  return host && parseAddress(host.address) === address ? { kind: 'arrives' } : { kind: 'strays', at };
}
