import { type ReactNode, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { LessonProps } from './lessonProps';
import styles from './LessonBar.module.css';
import { useBeatCaption } from './useBeatCaption';
import { useToldBeat } from './useToldBeat';

/** The sentence of the beat where the stage is too narrow for it: two short lines, large. */
export function BeatCaption(props: LessonProps): ReactNode {
  const { player, playhead, onInstrument } = props;
  const { t } = useTranslation();
  const lesson = useStore(player.store, (state) => state.lesson);
  const caption = useBeatCaption(props);
  const instrument = lesson.beats[useToldBeat(player, playhead)]?.instrument;
  useEffect(() => {
    if (instrument) onInstrument(instrument);
  }, [instrument, onInstrument]);
  if (!caption) return null;
  return (
    <div className={styles['captionRow']}>
      <p className={styles['caption']} data-beat={caption.beat} aria-live="polite">
        {caption.text === '' ? (
          <span className={styles['waiting']}>{t('lessons.part.watch')} …</span>
        ) : (
          caption.text
        )}
      </p>
    </div>
  );
}
