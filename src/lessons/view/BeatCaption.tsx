import { type ReactNode, useEffect } from 'react';
import { useStore } from 'zustand';
import type { LessonProps } from './lessonProps';
import styles from './LessonBar.module.css';
import { Sentence } from './Sentence';
import { useBeatCaption } from './useBeatCaption';
import { useToldBeat } from './useToldBeat';

/** The sentence of the beat where the stage is too narrow for it: two short lines, large. */
export function BeatCaption(props: LessonProps): ReactNode {
  const { player, playhead, onInstrument } = props;
  const lesson = useStore(player.store, (state) => state.lesson);
  const caption = useBeatCaption(props);
  const instrument = lesson.beats[useToldBeat(player, playhead)]?.instrument;
  useEffect(() => {
    if (instrument) onInstrument(instrument);
  }, [instrument, onInstrument]);
  if (!caption) return null;
  return (
    <div className={styles['captionRow']}>
      <Sentence caption={caption} />
    </div>
  );
}
