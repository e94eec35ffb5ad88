import { type ReactNode, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { momentFacts } from '../momentFacts';
import type { LessonProps } from './lessonProps';
import styles from './LessonBar.module.css';
import { useSay } from './useSay';
import { useToldBeat } from './useToldBeat';

interface BeatCaptionProps extends LessonProps {
  /** In the sky over the town, or where that is too narrow above it: only one of the two is in sight. */
  readonly place: 'stage' | 'bar';
}

/** The sentence of the beat, over the side of the town on which it happens: two short lines, large. */
export function BeatCaption({ player, run, playhead, onInstrument, place }: BeatCaptionProps): ReactNode {
  const { t } = useTranslation();
  const lesson = useStore(player.store, (state) => state.lesson);
  const part = useStore(player.store, (state) => state.part);
  const moments = useStore(player.store, (state) => state.moments);
  const isShown = useStore(player.store, (state) => state.showsCaption);
  const say = useSay(lesson);
  const told = useToldBeat(player, playhead);
  const beat = lesson.beats[told];
  const instrument = beat?.instrument;
  useEffect(() => {
    if (instrument) onInstrument(instrument);
  }, [instrument, onInstrument]);
  if (part !== 'watch' || !isShown) return null;
  const moment = moments[told];
  const text = beat && moment && run ? say(`beat.${beat.id}`, momentFacts(run, moment)) : '';
  return (
    <div
      className={styles['captionRow']}
      data-place={place}
      data-told={place === 'stage' || undefined}
      data-layer
      data-side={beat?.side ?? 'road'}
    >
      <p className={styles['caption']} data-beat={beat?.id} aria-live="polite">
        {text === '' ? <span className={styles['waiting']}>{t('lessons.part.watch')} …</span> : text}
      </p>
    </div>
  );
}
