import { startApp } from './apps/startApp';
import { Nat } from './nat';
import { Neighbours } from './neighbours';
import type { Parts } from './parts';

/** Of any experiment. */
export const allParts: Parts = {
  startApp,
  translator: (...given) => new Nat(...given),
  neighbours: (...given) => new Neighbours(...given),
};
