import type { Experiment, SendApp } from '../experiment/experiment';
import { flowsOf } from '../experiment/pieces';

/** A message on its way: who sends it, and its number among all that are sent. */
export interface Flow {
  readonly number: number;
  readonly app: SendApp;
}

/** The flow that a send app of the experiment makes. */
export function flowOf(experiment: Experiment, app: SendApp): Flow {
  return { number: flowsOf(experiment).indexOf(app), app };
}
