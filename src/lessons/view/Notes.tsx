import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { LessonPlayer } from '../player/player';
import styles from './LessonDesk.module.css';
import { useSay } from './useSay';

const NOTES = ['say', 'ask', 'expectedWrong'] as const;

/** What a teacher may want to know, over the one screen there is. */
export function Notes({ player }: { readonly player: LessonPlayer }): ReactNode {
  const { t } = useTranslation();
  const lesson = useStore(player.store, (state) => state.lesson);
  const say = useSay(lesson);
  return (
    <aside className={styles['notes']} aria-label={t('lessons.notes')}>
      <dl>
        {NOTES.map((note) => (
          <div key={note}>
            <dt>{t(`lessons.${note}`)}</dt>
            <dd>{say(`teacher.${note}`)}</dd>
          </div>
        ))}
      </dl>
    </aside>
  );
}
