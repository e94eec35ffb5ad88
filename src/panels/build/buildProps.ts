import type { Problem } from '../../experiment/problem';
import type { Place } from '../../experiment/townEdits';
import type { TownFile } from '../../experiment/townFile';

/** What every part of the builder works on. */
export interface BuildProps {
  readonly town: TownFile;
  /** Why it cannot run, or null. */
  readonly problem: Problem | null;
  readonly chosen: Place | null;
  readonly onChoose: (place: Place | null) => void;
  readonly onChange: (town: TownFile) => void;
}
