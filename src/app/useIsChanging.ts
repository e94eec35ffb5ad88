import { useSyncExternalStore } from 'react';
import { useStore } from 'zustand';
import type { LessonStore } from './lessonStore';

const NO_LESSON = (): (() => void) => () => {};

/** Whether a lesson is at a part in which something is to be changed. */
export function useIsChanging(lesson: LessonStore): boolean {
  const player = useStore(lesson, ({ room }) => room?.player.store);
  return useSyncExternalStore(player?.subscribe ?? NO_LESSON, () => {
    const part = player?.getState().part;
    return part === 'change' || part === 'make';
  });
}
