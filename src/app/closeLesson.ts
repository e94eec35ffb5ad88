import type { Session } from './session';

/** Something else is about to be opened: a lesson that is on the page is over, and holds time back no more. */
export async function closeLesson(session: Session): Promise<void> {
  if (session.lesson.getState().room) (await import('./lessonRoom')).endLesson(session);
}
