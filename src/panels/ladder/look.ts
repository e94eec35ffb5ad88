import type { NodeId } from '../../experiment/experiment';

/** How a person looks at the ladder; it outlasts a look at another instrument. */
export interface LadderLook {
  /** 1 is the size at which every name has its place. */
  readonly zoom: number;
  /** Equal times have equal heights; otherwise silences are folded and crowds stretched. */
  readonly isTrue: boolean;
  /** States, timers, windows and SACK blocks are written beside the arrows. */
  readonly hasNotes: boolean;
  /** Nodes of a town that a person wants as columns; `null`: those that have most to do with each other. */
  readonly columns: readonly NodeId[] | null;
}

/** What it begins with. */
export const FIRST_LOOK: LadderLook = { zoom: 1, isTrue: false, hasNotes: true, columns: null };

const LEAST_ZOOM = 0.01;
const MOST_ZOOM = 16;

/** The nearest zoom that is allowed. */
export function allowedZoom(zoom: number): number {
  return Math.max(LEAST_ZOOM, Math.min(MOST_ZOOM, zoom));
}

/** One lane of one future, drawn between two life lines. */
export interface LadderColumn {
  readonly lane: number;
  /** Of the future that is not the one on stage. */
  readonly isOther: boolean;
}
