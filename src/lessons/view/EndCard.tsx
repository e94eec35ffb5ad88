import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { Button } from '../../ui/Button';
import { Icon } from '../../ui/Icon';
import { neighbourOf } from '../player/state';
import type { LessonProps } from './lessonProps';
import styles from './LessonCard.module.css';
import { useSay } from './useSay';

/** Where the picture and the thing part, and what the lesson rests on. */
export function EndCard({ player, onLeave, onOpen }: LessonProps): ReactNode {
  const { t } = useTranslation();
  const lesson = useStore(player.store, (state) => state.lesson);
  const say = useSay(lesson);
  const following = neighbourOf(lesson, 1);
  return (
    <div className={styles['sheet']}>
      <p className={styles['lead']}>
        <b>{t('lessons.goal')}</b> {say('goal')}
      </p>
      <h3 className={styles['asked']}>{t('lessons.limitsTitle')}</h3>
      <ul className={styles['limits']}>
        {lesson.metaphor.limits.map((limit) => (
          <li key={limit} className={styles['limit']}>
            {say(`limits.${limit}`)}
          </li>
        ))}
      </ul>
      <details className={styles['facts']}>
        <summary>{t('lessons.facts')}</summary>
        <ul>
          {lesson.facts.map(({ claim, ref }) => (
            <li key={claim}>
              {say(`facts.${claim}`)} <span className={styles['source']}>{ref}</span>
            </li>
          ))}
        </ul>
      </details>
      <div className={styles['doing']}>
        {following && (
          <Button look="strong" onClick={() => onOpen(following.id)}>
            {t('lessons.nextLesson')}: {following.id}
          </Button>
        )}
        <Button onClick={() => player.goTo(0)}>
          <Icon name="restart" />
          {t('lessons.again')}
        </Button>
        <Button look={following ? 'plain' : 'strong'} onClick={onLeave}>
          {t('lessons.leave')}
        </Button>
      </div>
    </div>
  );
}
