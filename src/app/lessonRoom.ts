import { isSameExperiment } from '../experiment/sameExperiment';
import { streetExperiment } from '../experiment/street';
import type { Language } from '../i18n/language';
import type { LessonId } from '../lessons/lesson';
import { lessonOf } from '../lessons/lessons';
import { lessonLink } from '../lessons/player/lessonLink';
import { LessonPlayer, type LessonTown } from '../lessons/player/player';
import { beginningOf, type Progress } from '../lessons/player/state';
import { subjectOf } from './experimentStore';
import { NO_HISTORY } from './history';
import type { TownBefore } from './lessonStore';
import type { Session } from './session';

/** Opens a lesson at its beginning. */
export function openLesson(session: Session, id: LessonId): void {
  enterLesson(session, beginningOf(lessonOf(id)!));
}

/** Opens a lesson where one was in it; the town that was there before is kept for afterwards. */
export function enterLesson(session: Session, progress: Progress, from: 'page' | 'address' = 'page'): void {
  const room = session.lesson.getState().room;
  const isOpenedHere = room?.isOpenedHere ?? from === 'page';
  const before = room?.before ?? townOf(session);
  room?.player.leave();
  session.view.setState({ selected: null, hovered: null, tab: 'ladder' });
  const player = new LessonPlayer(townFor(session), progress);
  const link = (language: Language): string => lessonLink(player.store.getState(), language);
  session.lesson.setState({ room: { player, before, isOpenedHere, link } });
}

/** Back to the town as it was, paused. */
export function leaveLesson(session: Session): void {
  const { room } = session.lesson.getState();
  if (!room) return;
  endLesson(session);
  const { subject, history, atNs, speed } = room.before;
  session.open(subject, { atNs, isPlaying: false, speed });
  session.experiment.setState({ history });
}

/** The lesson is over; what is on stage stays there. */
export function endLesson({ lesson }: Session): void {
  lesson.getState().room?.player.leave();
  lesson.setState({ room: null });
}

function townOf({ experiment, playback }: Session): TownBefore {
  const state = experiment.getState();
  const { history } = state;
  return {
    subject: subjectOf(state),
    history,
    atNs: playback.playhead.get(),
    speed: playback.store.getState().baseSpeed,
  };
}

function townFor(session: Session): LessonTown {
  const { experiment, playback } = session;
  return {
    playback,
    street: () => experiment.getState().street,
    wholeRun: () => {
      const { street, run } = experiment.getState();
      return run?.result && isSameExperiment(run.experiment, streetExperiment(street)) ? run : null;
    },
    open: (street, atNs) => {
      session.open(street, { atNs, isPlaying: false });
      // Undo within a lesson takes back what was done by hand, not the lesson.
      experiment.setState({ history: NO_HISTORY });
    },
    onWholeRun: (listener) =>
      experiment.subscribe(({ run }, before) => {
        if (run?.result && run !== before.run) listener(run);
      }),
  };
}
