import { useStore } from 'zustand';
import type { Moment, Side } from '../lesson';
import { momentFacts } from '../momentFacts';
import type { LessonProps } from './lessonProps';
import { useSay } from './useSay';
import { useToldBeat } from './useToldBeat';

/** What is told just now. */
export interface ToldCaption {
  readonly beat: string | undefined;
  readonly side: Side;
  /** What it speaks of; null before it has happened. */
  readonly moment: Moment | null;
  /** Empty before anything has happened. */
  readonly text: string;
}

/** The sentence of the beat at the playhead; null where nothing is told. */
export function useBeatCaption({ player, run, playhead }: LessonProps): ToldCaption | null {
  const lesson = useStore(player.store, (state) => state.lesson);
  const part = useStore(player.store, (state) => state.part);
  const moments = useStore(player.store, (state) => state.moments);
  const isShown = useStore(player.store, (state) => state.showsCaption);
  const say = useSay(lesson);
  const told = useToldBeat(player, playhead);
  if (part !== 'watch' || !isShown) return null;
  const beat = lesson.beats[told];
  const moment = moments[told] ?? null;
  const text = beat && moment && run ? say(`beat.${beat.id}`, momentFacts(run, moment)) : '';
  return { beat: beat?.id, side: beat?.side ?? 'road', moment, text };
}
