import { autoRoutes } from './autoRoutes';
import { inconsistencyOf } from './consistency';
import type { Experiment, NodeId } from './experiment';
import type { Problem } from './problem';
import type { Spot } from './spot';

/** A town with everything that happens in it, and where its houses stand: what is built, saved and linked. */
export interface TownFile {
  readonly version: 1;
  readonly kind: 'town';
  /** A preset's id, or what a person called it. */
  readonly name: string;
  readonly spots: Readonly<Record<NodeId, Spot>>;
  /** `auto`: tables are worked out from the links, and those of the experiment are not asked. */
  readonly routing: 'auto' | 'manual';
  readonly experiment: Experiment;
}

/** What runs in a town: its experiment, with tables worked out from the links where that is wanted. */
export function townExperiment({ experiment, routing }: TownFile): Experiment {
  if (routing === 'manual') return experiment;
  return { ...experiment, town: autoRoutes(experiment.town) };
}

/** Why a town cannot run, or `null`. */
export function townProblem(town: TownFile): Problem | null {
  return inconsistencyOf(townExperiment(town));
}
