import type { ReactNode } from 'react';
import { useStore } from 'zustand';
import { CheckCard } from './CheckCard';
import { EndCard } from './EndCard';
import type { LessonProps } from './lessonProps';
import styles from './LessonCard.module.css';
import { PredictCard } from './PredictCard';

/** Over the town: the question before, the question after, and where the picture ends. */
export function LessonCard(props: LessonProps): ReactNode {
  const part = useStore(props.player.store, (state) => state.part);
  if (part === 'watch' || part === 'change' || part === 'make') return null;
  return (
    <div className={styles['veil']} data-layer data-asking={part === 'predict' || undefined}>
      <div className={styles['card']}>
        {part === 'predict' && <PredictCard player={props.player} />}
        {part === 'check' && <CheckCard player={props.player} />}
        {part === 'end' && <EndCard {...props} />}
      </div>
    </div>
  );
}
