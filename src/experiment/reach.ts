import type { NodeId, Town } from './experiment';

/** Why nothing sent from a host to an address could arrive: nobody has it, or no roads lead there. `null`: it could. */
export function unreachable(town: Town, from: NodeId, address: string): 'nobody' | 'noPath' | null {
  const to = [...town.hosts, ...town.routers].find((node) => node.address === address)?.id;
  if (to === undefined) return 'nobody';
  return isLinked(town, from, to) ? null : 'noPath';
}

/** Whether links lead from one house to another; computers pass nothing on. */
function isLinked({ routers, links }: Town, from: NodeId, to: NodeId): boolean {
  const seen = new Set<NodeId>([from]);
  const open: NodeId[] = [from];
  while (open.length > 0) {
    const here = open.pop()!;
    if (here === to) return true;
    if (here !== from && !routers.some(({ id }) => id === here)) continue;
    for (const link of links) {
      const there = link.from === here ? link.to : link.to === here ? link.from : here;
      if (seen.has(there)) continue;
      seen.add(there);
      open.push(there);
    }
  }
  return false;
}
