import { type ReactNode, useCallback } from 'react';
import { useStore } from 'zustand';
import type { LessonId, LessonInstrument } from '../lessons/lesson';
import { LessonBar } from '../lessons/view/LessonBar';
import { LessonCard } from '../lessons/view/LessonCard';
import { LessonDesk } from '../lessons/view/LessonDesk';
import { leaveLesson, openLesson } from './lessonRoom';
import type { Session } from './session';

const PARTS = { bar: LessonBar, card: LessonCard, desk: LessonDesk } as const;

interface LessonPartProps {
  readonly session: Session;
  readonly part: keyof typeof PARTS;
}

/** One part of the lesson under way: over the town, in its place, or under it. */
export function LessonPart({ session, part }: LessonPartProps): ReactNode {
  const room = useStore(session.lesson, (state) => state.room);
  const run = useStore(session.experiment, (state) => state.run);
  const onLeave = useCallback(() => leaveLesson(session), [session]);
  const onOpen = useCallback((id: LessonId) => openLesson(session, id), [session]);
  const onInstrument = useCallback((tab: LessonInstrument) => session.showTab(tab), [session]);
  if (!room) return null;
  const Part = PARTS[part];
  const { player } = room;
  return <Part {...{ player, run, playhead: session.playback.playhead, onLeave, onOpen, onInstrument }} />;
}
