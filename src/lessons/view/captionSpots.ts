import type { Moment } from '../lesson';

/** A point in px from the corner of the stage. */
export interface SeenPoint {
  readonly x: number;
  readonly y: number;
}

/** What a lesson has to know of the stage: where an event is seen, and where beside it there is room. */
export interface CaptionSpots {
  readonly seenAt: (moment: Moment) => SeenPoint | null;
  readonly roomFor: (
    at: SeenPoint,
    size: { readonly width: number; readonly height: number },
  ) => { readonly corner: SeenPoint; readonly edge: SeenPoint } | null;
  /** Calls when the camera has moved, until the returned function is called. */
  readonly subscribe: (listener: () => void) => () => void;
}
