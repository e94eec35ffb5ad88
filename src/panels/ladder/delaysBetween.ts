import type { NodeId, Town } from '../../experiment/experiment';

/** One nanosecond for each hop, so that links without delay still have some width. */
const HOP_NS = 1;

type Delays = ReadonlyMap<NodeId, number>;

const known = new WeakMap<Town, ReadonlyMap<NodeId, Delays>>();

/** Least total propagation delay from every node to every one that can be reached from it, ns. */
export function delaysBetween(town: Town): ReadonlyMap<NodeId, Delays> {
  let all = known.get(town);
  if (!all) {
    const nodes = [...town.hosts, ...town.routers];
    known.set(town, (all = new Map(nodes.map(({ id }) => [id, delaysFrom(town, id)]))));
  }
  return all;
}

/** Bellman and Ford's way, for towns are small. */
function delaysFrom(town: Town, start: NodeId): Delays {
  const delays = new Map<NodeId, number>([[start, 0]]);
  for (let isNew = true; isNew;) {
    isNew = false;
    for (const { from, to, delayNs } of town.links) {
      isNew = relax(delays, from, to, delayNs + HOP_NS) || isNew;
      isNew = relax(delays, to, from, delayNs + HOP_NS) || isNew;
    }
  }
  return delays;
}

/** Whether `to` has come nearer. */
function relax(delays: Map<NodeId, number>, from: NodeId, to: NodeId, delayNs: number): boolean {
  const base = delays.get(from);
  if (base === undefined || (delays.get(to) ?? Number.POSITIVE_INFINITY) <= base + delayNs) return false;
  delays.set(to, base + delayNs);
  return true;
}
