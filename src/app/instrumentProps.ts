import type { PointingProps } from '../panels/panelProps';
import type { Run } from '../trace/run';
import type { Session } from './session';

/** What each instrument can have: what is pointed at, both futures, and the session for more. */
export interface InstrumentProps extends PointingProps {
  /** The other future, for instruments that can compare. */
  readonly other: Run | null;
  readonly session: Session;
}
