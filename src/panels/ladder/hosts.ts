import type { NodeId } from '../../experiment/experiment';
import type { Run } from '../../trace/run';

/** The nodes at the life lines of a ladder, from left to right. */
export interface LadderHosts {
  readonly addresses: readonly string[];
  readonly ids: readonly NodeId[];
}

/** The first host of the town and the last, or the nodes that are columns. */
export function hostsOf({ experiment }: Run, columns?: readonly NodeId[]): LadderHosts {
  const { hosts, routers } = experiment.town;
  const nodes = [...hosts, ...routers];
  const ids = columns ?? [hosts[0]?.id ?? '', hosts.at(-1)?.id ?? ''];
  return { ids, addresses: ids.map((id) => nodes.find((node) => node.id === id)?.address ?? '') };
}
