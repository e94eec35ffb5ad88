import { isSameButCommands, isSameExperiment } from '../experiment/sameExperiment';
import type { TownFile } from '../experiment/townFile';
import type { History } from './history';
import { isTown } from './subject';

/**
 * The open town as it was before hands reached into its run: the earliest that undoing leads back to without building
 * anything else. Null where no hand has.
 */
export function untouchedTown({ past }: History, town: TownFile): TownFile | null {
  let untouched: TownFile | null = null;
  for (const earlier of past.toReversed()) {
    if (!isTown(earlier) || earlier.routing !== town.routing) break;
    if (!isSameButCommands(earlier.experiment, town.experiment)) break;
    untouched = earlier;
  }
  return untouched && !isSameExperiment(untouched.experiment, town.experiment) ? untouched : null;
}
