import { layoutPortrait } from './layoutPortrait';
import { layoutWide } from './layoutWide';
import type { Size } from '../ui/useSize';
import type { TownFacts, TownPlan } from './plan';

/** Narrower than this, buildings stand above and below each other and the roads run down. */
const PORTRAIT_BELOW = 640;
/** …unless there is no height for that: beside wide instruments a stage can be both narrow and low. */
const PORTRAIT_FROM_HEIGHT = 520;

/** Places the whole town on a stage of that size; no writing of a wide one is smaller than `leastText` px. */
export function layoutTown(facts: TownFacts, size: Size, leastText = 0): TownPlan {
  const isPortrait = size.width < PORTRAIT_BELOW && size.height >= PORTRAIT_FROM_HEIGHT;
  return isPortrait ? layoutPortrait(facts, size) : layoutWide(facts, size, leastText);
}
