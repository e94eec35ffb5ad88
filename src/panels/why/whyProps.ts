import type { WhyQuestion } from '../../trace/why';
import type { PointingProps } from '../panelProps';

/** What the panel and its parts get. */
export interface WhyProps extends PointingProps {
  /** What is asked; `null`: what everyone waits for at the playhead. */
  readonly question: WhyQuestion | null;
  readonly onAsk: (question: WhyQuestion | null) => void;
}
