import type { Timer } from '../../trace/event';
import type { Reason } from '../../trace/reason';
import type { AppNotice } from './connectionContext';

/** What happened to a connection between two looks at it. */
export interface Occasion {
  /** A segment came, the app called, a timer expired. */
  readonly event: Reason;
  readonly expired: Timer | undefined;
  /** Why the last segment with numbers never sent before went out, if one did. */
  readonly sent: Reason | undefined;
  /** Why the first segment went out that had been sent before, if one did. */
  readonly resent: Reason | undefined;
  /** What the app was told last. */
  readonly told: AppNotice['kind'] | undefined;
}
