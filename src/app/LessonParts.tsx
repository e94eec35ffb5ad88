import { type ReactNode, useCallback, useMemo } from 'react';
import { useStore } from 'zustand';
import type { LessonId, LessonInstrument } from '../lessons/lesson';
import { LessonBar } from '../lessons/view/LessonBar';
import { LessonCard } from '../lessons/view/LessonCard';
import { LessonDesk } from '../lessons/view/LessonDesk';
import type { LessonProps } from '../lessons/view/lessonProps';
import { Spotlight } from '../lessons/view/Spotlight';
import { StageCaption } from '../lessons/view/StageCaption';
import { stageSpots, type TownInSight } from '../stage/spots';
import { leaveLesson, openLesson } from './lessonRoom';
import type { Session } from './session';

const PARTS = { bar: LessonBar, card: LessonCard, desk: LessonDesk } as const;

interface LessonPartProps {
  readonly session: Session;
  readonly part: keyof typeof PARTS;
}

/** One part of the lesson under way: over the town, in its place, or under it. */
export function LessonPart({ session, part }: LessonPartProps): ReactNode {
  const props = useLessonProps(session);
  const Part = PARTS[part];
  return props && <Part {...props} />;
}

interface LessonOnStageProps {
  readonly session: Session;
  readonly inSight: TownInSight;
}

/** What of the lesson stands on the stage, beside what it speaks of. */
export function LessonOnStage({ session, inSight }: LessonOnStageProps): ReactNode {
  const props = useLessonProps(session);
  const spots = useMemo(() => stageSpots(inSight), [inSight]);
  return (
    props && (
      <>
        <Spotlight {...props} spots={spots} />
        <StageCaption {...props} spots={spots} />
      </>
    )
  );
}

function useLessonProps(session: Session): LessonProps | null {
  const room = useStore(session.lesson, (state) => state.room);
  const run = useStore(session.experiment, (state) => state.run);
  const onLeave = useCallback(() => leaveLesson(session), [session]);
  const onOpen = useCallback((id: LessonId) => openLesson(session, id), [session]);
  const onInstrument = useCallback((tab: LessonInstrument) => session.showTab(tab), [session]);
  const { playhead } = session.playback;
  return room && { player: room.player, run, playhead, onLeave, onOpen, onInstrument };
}
