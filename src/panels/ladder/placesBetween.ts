import type { Town } from '../../experiment/experiment';
import { townIndex } from '../../trace/townIndex';

/** One nanosecond for each hop, so that links without delay still have some width. */
const HOP_NS = 1;

/**
 * How far each node (by node number) lies between the first host (0) and the last (1), measured in propagation delay,
 * so that a packet that never waits draws a straight line.
 */
export function placesBetween(town: Town): readonly number[] {
  const { nodes } = townIndex({ town });
  const near = delaysFrom(town, town.hosts[0]?.id);
  const far = delaysFrom(town, town.hosts.at(-1)?.id);
  return nodes.map((id) => {
    const [left, right] = [near.get(id), far.get(id)];
    if (left === undefined || right === undefined || left + right === 0) return 0.5;
    return left / (left + right);
  });
}

/** Least total delay to every node that can be reached: Bellman and Ford's way, for towns are small. */
function delaysFrom(town: Town, start: string | undefined): ReadonlyMap<string, number> {
  const delays = new Map<string, number>();
  if (start === undefined) return delays;
  delays.set(start, 0);
  for (let round = 0; round < town.links.length; round += 1) {
    for (const { from, to, delayNs } of town.links) {
      relax(delays, from, to, delayNs + HOP_NS);
      relax(delays, to, from, delayNs + HOP_NS);
    }
  }
  return delays;
}

function relax(delays: Map<string, number>, from: string, to: string, delayNs: number): void {
  const base = delays.get(from);
  if (base === undefined) return;
  delays.set(to, Math.min(delays.get(to) ?? Number.POSITIVE_INFINITY, base + delayNs));
}
