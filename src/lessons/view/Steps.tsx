import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { LessonPlayer } from '../player/player';
import { atStep, mayPlay, stepCount, stepOf } from '../player/state';
import styles from './LessonBar.module.css';

/** One dot for the question, each beat and each part that follows; press one to go there. */
export function Steps({ player }: { readonly player: LessonPlayer }): ReactNode {
  const { t } = useTranslation();
  const lesson = useStore(player.store, (state) => state.lesson);
  const step = useStore(player.store, stepOf);
  const isOpen = useStore(player.store, mayPlay);
  return (
    <ol className={styles['steps']} aria-label={t('lessons.steps')}>
      {Array.from({ length: stepCount(lesson) }, (_, number) => {
        const { part, beat } = atStep(lesson, number);
        const name = part === 'watch' ? t('lessons.beat', { number: beat + 1 }) : t(`lessons.part.${part}`);
        return (
          <li key={number}>
            <button
              type="button"
              className={styles['step']}
              data-part={part}
              data-past={number < step || undefined}
              aria-label={name}
              aria-current={number === step ? 'step' : undefined}
              title={name}
              disabled={!isOpen && number > 0}
              onClick={() => player.goTo(number)}
            />
          </li>
        );
      })}
    </ol>
  );
}
