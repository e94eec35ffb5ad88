import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { Button } from '../../ui/Button';
import { Icon } from '../../ui/Icon';
import type { LessonPlayer } from '../player/player';
import styles from './LessonCard.module.css';
import { Options } from './Options';
import { useSay } from './useSay';

/** The question after: a wrong answer leads to the scene that refutes it. */
export function CheckCard({ player }: { readonly player: LessonPlayer }): ReactNode {
  const { t } = useTranslation();
  const { lesson, answer, isRevealed } = useStore(player.store);
  const say = useSay(lesson);
  const right = lesson.check.options.find((option) => option.isRight);
  const isRight = answer !== null && answer === right?.id;
  const isKnown = isRight || isRevealed;
  return (
    <div className={styles['sheet']}>
      <Options
        question={say('check.question')}
        options={lesson.check.options.map(({ id }) => ({ id, text: say(`check.options.${id}`) }))}
        // A wrong answer has been refuted: who comes back is asked anew.
        chosen={isKnown ? answer : null}
        right={isKnown ? (right?.id ?? null) : null}
        onChoose={(id) => player.answer(id)}
      />
      <div className={styles['doing']} role="status">
        {isKnown && (
          <>
            <p className={styles['verdict']}>
              <Icon name="check" /> {t(isRight ? 'lessons.rightAnswer' : 'lessons.answer')}:{' '}
              {say('check.right')}
            </p>
            <Button look="strong" className={styles['large'] ?? ''} onClick={() => player.next()}>
              {t('lessons.on')}
            </Button>
          </>
        )}
      </div>
    </div>
  );
}
