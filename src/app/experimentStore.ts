import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Street } from '../experiment/street';
import type { Run } from '../trace/run';
import type { Comparison } from '../experiment/comparison';
import { type History, NO_HISTORY } from './history';
import type { Notice } from './notice';

/** What was asked for and what came of it. */
export interface ExperimentState {
  readonly street: Street;
  /** What is shown: the run of `street`, or the one before it for as long as the new one is behind the playhead. */
  readonly run: Run | null;
  readonly comparison: Comparison;
  /** The other future, known to its end; null while it is not, or when there is nothing to compare. */
  readonly other: Run | null;
  /** What the other future is the run of; null when nothing is compared. */
  readonly otherStreet: Street | null;
  /** How the viewer came to this street. */
  readonly history: History;
  /** Something to tell the viewer, in one sentence. */
  readonly notice: Notice | null;
}

export type ExperimentStore = StoreApi<ExperimentState>;

/** A store with a street that has not run yet. */
export function createExperimentStore(street: Street): ExperimentStore {
  return createStore<ExperimentState>(() => ({
    street,
    run: null,
    comparison: { kind: 'last' },
    other: null,
    otherStreet: null,
    history: NO_HISTORY,
    notice: null,
  }));
}
