import type { MotionValue } from 'framer-motion';
import { useCallback, useSyncExternalStore } from 'react';
import { useStore } from 'zustand';
import { beatAt } from '../course';
import type { LessonPlayer } from '../player/player';

/** The beat that is told at the playhead, or -1; renders again only when it is another. */
export function useToldBeat(player: LessonPlayer, playhead: MotionValue<number>): number {
  const moments = useStore(player.store, (state) => state.moments);
  const beat = useStore(player.store, (state) => state.beat);
  const part = useStore(player.store, (state) => state.part);
  const subscribe = useCallback((changed: () => void) => playhead.on('change', changed), [playhead]);
  return useSyncExternalStore(subscribe, () =>
    part === 'watch' ? beatAt(moments, playhead.get(), beat) : -1,
  );
}
