import type { Experiment } from '../experiment/experiment';
import type { Problem } from '../experiment/problem';
import { type Street, streetExperiment } from '../experiment/street';
import { type TownFile, townExperiment, townProblem } from '../experiment/townFile';

/** What a session is about: the first street with its choices, or a whole town. */
export type Subject = Street | TownFile;

/** A town, rather than the street. */
export function isTown(subject: Subject): subject is TownFile {
  return 'kind' in subject;
}

/** What runs. */
export function experimentOf(subject: Subject): Experiment {
  return isTown(subject) ? townExperiment(subject) : streetExperiment(subject);
}

/** Why it cannot run, or `null`: a street cannot be made impossible by hand, a town can. */
export function impossibilityOf(subject: Subject): Problem | null {
  return isTown(subject) ? townProblem(subject) : null;
}
