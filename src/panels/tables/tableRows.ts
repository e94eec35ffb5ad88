import type { LinkId, NodeId, Route, Router, Town } from '../../experiment/experiment';
import { isWithin, parsePrefix } from '../../experiment/prefix';
import { longestMatch, type RouteLead, routeLead } from '../../experiment/routeLead';
import { type Ipv4Address, parseAddress } from '../../wire/address';

/** One row of a routing table, as it is shown. */
export interface TableRow extends Route {
  readonly bits: number;
  /** The node at the far end of the link. */
  readonly next: NodeId;
  /** Where a packet by this row ends up, if not at the host that it is for. */
  readonly trouble: Exclude<RouteLead, { readonly kind: 'arrives' }> | null;
}

/** The rows in the order in which they are asked: the longest prefix first. */
export function tableRows(town: Town, router: Router): readonly TableRow[] {
  return router.routes
    .map((route) => ({
      ...route,
      bits: parsePrefix(route.prefix)?.bits ?? 0,
      next: farEnd(town, route.link, router.id),
      trouble: troubleOf(town, router, route),
    }))
    .toSorted((one, other) => other.bits - one.bits);
}

/** What becomes of packets for those hosts of the town that this row is taken for; only what is amiss with one of them. */
function troubleOf(town: Town, router: Router, route: Route): TableRow['trouble'] {
  for (const host of town.hosts) {
    const address = parseAddress(host.address);
    if (address === undefined || longestMatch(router.routes, address) !== route) continue;
    const lead = routeLead(town, router.id, address);
    if (lead.kind !== 'arrives') return lead;
  }
  return null;
}

/** Whether a row fits an address, so that only a longer one can be preferred. */
export function fits({ prefix }: Route, address: Ipv4Address): boolean {
  const parsed = parsePrefix(prefix);
  return parsed !== undefined && isWithin(parsed, address);
}

/** The node at the other end of a link. */
export function farEnd({ links }: Town, id: LinkId, near: NodeId): NodeId {
  const link = links.find((one) => one.id === id);
  return link ? (link.from === near ? link.to : link.from) : '';
}

/** The links that a node hangs on. */
export function linksAt({ links }: Town, node: NodeId): readonly LinkId[] {
  return links.filter(({ from, to }) => from === node || to === node).map(({ id }) => id);
}

/** Why a prefix cannot be written into a table; `null`: it can. */
export function prefixProblem(text: string, others: readonly Route[]): 'notPrefix' | 'taken' | null {
  if (!parsePrefix(text)) return 'notPrefix';
  return others.some(({ prefix }) => prefix === text) ? 'taken' : null;
}
