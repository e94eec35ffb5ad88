import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Problem } from '../experiment/problem';
import type { Street } from '../experiment/street';
import type { TownFile } from '../experiment/townFile';
import type { Run } from '../trace/run';
import type { Comparison } from '../experiment/comparison';
import { type History, NO_HISTORY } from './history';
import type { Notice } from './notice';
import type { Subject } from './subject';

/** What was asked for and what came of it. */
export interface ExperimentState {
  /** The street; while a town is open, the one to go back to. */
  readonly street: Street;
  /** The town that is open, or null. */
  readonly town: TownFile | null;
  /** Why that town cannot run; the last one that could stays in sight. */
  readonly problem: Problem | null;
  /** A town that cannot run was opened in place of another: there is nothing to show of it but how it stands there. */
  readonly isStanding: boolean;
  /** The run asked for is not known to its end yet. */
  readonly isComputing: boolean;
  /** The run that is shown: the one asked for, or the one before it for as long as the new one is behind the playhead. */
  readonly run: Run | null;
  /** What that is the run of. */
  readonly shown: Subject;
  readonly comparison: Comparison;
  /** The other future, known to its end; null while it is not, or when there is nothing to compare. */
  readonly other: Run | null;
  /** What the other future is the run of; null when nothing is compared. */
  readonly otherStreet: Street | null;
  /** How the viewer came here. */
  readonly history: History;
  /** The town before the edit that was made last; null when something else was done since. */
  readonly editedFrom: TownFile | null;
  /** Something to tell the viewer, in one sentence. */
  readonly notice: Notice | null;
}

export type ExperimentStore = StoreApi<ExperimentState>;

/** A store with a street that has not run yet. */
export function createExperimentStore(street: Street): ExperimentStore {
  return createStore<ExperimentState>(() => ({
    street,
    town: null,
    problem: null,
    isStanding: false,
    isComputing: false,
    run: null,
    shown: street,
    comparison: { kind: 'last' },
    other: null,
    otherStreet: null,
    history: NO_HISTORY,
    editedFrom: null,
    notice: null,
  }));
}

/** What the session is about. */
export function subjectOf({ street, town }: ExperimentState): Subject {
  return town ?? street;
}
