import type { QuizRole } from '../../trace/quizMoments';
import type { PointingProps } from '../panelProps';

/** A game under way: whose part is played, and which option was taken for each question so far. */
export interface PlayState {
  readonly role: QuizRole;
  readonly answers: readonly number[];
  /** The last answer has been given and what is right is shown. */
  readonly isShown: boolean;
  /** Where the next answer is asked for: nothing later is shown, here or elsewhere. */
  readonly heldNs: number | null;
}

/** What the panel gets. */
export interface PlayProps extends PointingProps {
  /** Null while nothing is played. */
  readonly play: PlayState | null;
  readonly onPlay: (play: PlayState | null) => void;
  /** Lets time run, or stand still. */
  readonly onRun: (isRunning: boolean) => void;
}
