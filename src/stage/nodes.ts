import type { Experiment, NodeId } from '../experiment/experiment';
import { townIndex } from '../trace/townIndex';

const known = new WeakMap<Experiment['town'], Map<NodeId, number>>();

/** The number of a host or router in the columns of a trace; -1 for none of this town. */
export function nodeOf(experiment: Experiment, node: NodeId): number {
  let numbers = known.get(experiment.town);
  if (!numbers) {
    numbers = new Map(townIndex(experiment).nodes.map((id, number) => [id, number]));
    known.set(experiment.town, numbers);
  }
  return numbers.get(node) ?? -1;
}
