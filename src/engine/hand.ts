import type { Reason } from '../trace/reason';

/** A person's hand, once its command has been applied: why something happens, and the event that made it happen. */
export interface Hand {
  readonly reason: Reason;
  /** The `commandApplied` event. */
  readonly cause: number;
}
