import { useStore } from 'zustand';
import type { WhyQuestion } from '../trace/why';
import type { Session } from './session';
import { openWhy } from './viewStore';

/** What is answered by arrows, too. Why nothing happens is drawn while time stands still: playing, it is another why at each moment. */
export function useDrawnWhy({ view, playback }: Session): WhyQuestion | null {
  const why = useStore(view, openWhy);
  const isPlaying = useStore(playback.store, (state) => state.isPlaying);
  return why?.kind === 'silence' && isPlaying ? null : why;
}
