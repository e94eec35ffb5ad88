import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { Button } from '../../ui/Button';
import { Changes } from './Changes';
import type { LessonProps } from './lessonProps';
import styles from './LessonDesk.module.css';
import { Notes } from './Notes';
import { Predictions } from './Predictions';
import { useSay } from './useSay';

/** Under the town: the prediction beside the outcome, what to change, what to make of it. */
export function LessonDesk(props: LessonProps): ReactNode {
  const { player } = props;
  const { t } = useTranslation();
  const { lesson, part, answer, showsNotes } = useStore(player.store);
  const say = useSay(lesson);
  const wrong = lesson.check.options.find((option) => option.id === answer && !option.isRight);
  return (
    <section className={styles['desk']} aria-label={t(`lessons.part.${part}`)}>
      {part === 'watch' && wrong && (
        <div className={styles['refuting']} role="status" data-refuting>
          <p>{say(`check.refute.${wrong.id}`)}</p>
          <Button look="strong" onClick={() => player.askAgain()}>
            {t('lessons.askAgain')}
          </Button>
        </div>
      )}
      {part === 'watch' && !wrong && <Predictions {...props} />}
      {(part === 'change' || part === 'make') && <Changes {...props} />}
      {showsNotes && <Notes player={player} />}
    </section>
  );
}
