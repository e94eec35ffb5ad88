import { streetExperiment, type Street } from '../experiment/street';
import type { Experiment } from '../experiment/experiment';

/** Which future stands beside the one that is shown. */
export type Comparison =
  /** None. */
  | { readonly kind: 'none' }
  /** The one without what was done last. */
  | { readonly kind: 'last' }
  /** The one without intervention number `command` of the street. */
  | { readonly kind: 'one'; readonly command: number }
  /** The one without any intervention. */
  | { readonly kind: 'all' };

/** The street of the other future, or null when there is nothing to compare. */
function otherStreet(street: Street, comparison: Comparison): Street | null {
  const { commands } = street;
  if (commands.length === 0) return null;
  switch (comparison.kind) {
    case 'none':
      return null;
    case 'last':
      return { ...street, commands: commands.slice(0, -1) };
    case 'one':
      return commands[comparison.command]
        ? { ...street, commands: commands.toSpliced(comparison.command, 1) }
        : null;
    case 'all':
      return { ...street, commands: [] };
  }
}

/** The experiment of the other future, or null when there is nothing to compare. */
export function otherExperiment(street: Street, comparison: Comparison): Experiment | null {
  const other = otherStreet(street, comparison);
  return other && streetExperiment(other);
}
