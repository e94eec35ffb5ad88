import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../../ui/Dialog';
import type { Lesson, LessonId } from '../lesson';
import { LESSONS } from '../lessons';
import styles from './LessonList.module.css';
import { useSay } from './useSay';

interface LessonListProps {
  readonly onOpen: (id: LessonId) => void;
  readonly onClose: () => void;
}

/** All lessons, to choose one. */
export function LessonList({ onOpen, onClose }: LessonListProps): ReactNode {
  const { t } = useTranslation();
  return (
    <Dialog
      title={t('lessons.listTitle')}
      description={t('lessons.listAbout')}
      closeLabel={t('lessons.close')}
      onClose={onClose}
    >
      <ul className={styles['list']}>
        {LESSONS.map((lesson) => (
          <li key={lesson.id}>
            <Entry lesson={lesson} onOpen={onOpen} />
          </li>
        ))}
      </ul>
    </Dialog>
  );
}

function Entry({
  lesson,
  onOpen,
}: {
  readonly lesson: Lesson;
  readonly onOpen: (id: LessonId) => void;
}): ReactNode {
  const { t } = useTranslation();
  const say = useSay(lesson);
  return (
    <button
      type="button"
      className={styles['entry']}
      data-lesson={lesson.id}
      onClick={() => onOpen(lesson.id)}
    >
      <span className={styles['entryTitle']}>
        <span className={styles['number']}>{lesson.id}</span> {say('title')}
      </span>
      <span className={styles['minutes']}>{t('lessons.minutes', { count: lesson.minutes })}</span>
      <span className={styles['about']}>
        {t('lessons.newTerms')}: {lesson.newTerms.map((term) => say(`terms.${term}`)).join(', ')}
      </span>
    </button>
  );
}
