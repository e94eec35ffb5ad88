import type { MotionValue } from 'framer-motion';
import type { Run } from '../../trace/run';
import type { LessonId, LessonInstrument } from '../lesson';
import type { LessonPlayer } from '../player/player';

/** What every part of a lesson on the page gets. */
export interface LessonProps {
  readonly player: LessonPlayer;
  readonly run: Run | null;
  /** Virtual nanoseconds. */
  readonly playhead: MotionValue<number>;
  readonly onLeave: () => void;
  readonly onOpen: (id: LessonId) => void;
  readonly onInstrument: (instrument: LessonInstrument) => void;
}
