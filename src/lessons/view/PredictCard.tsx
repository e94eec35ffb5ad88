import { type ReactNode, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { Button } from '../../ui/Button';
import { Icon } from '../../ui/Icon';
import type { LessonPlayer } from '../player/player';
import { mayPlay } from '../player/state';
import styles from './LessonCard.module.css';
import { Options } from './Options';
import { useSay } from './useSay';

/** The question before anything is played: nothing moves until it has an answer. */
export function PredictCard({ player }: { readonly player: LessonPlayer }): ReactNode {
  const { t } = useTranslation();
  const { lesson, predicted, refusals } = useStore(player.store);
  const isReady = useStore(player.store, mayPlay);
  const say = useSay(lesson);
  const first = useRef<HTMLDivElement>(null);
  // Whoever presses Play too early is led to the question.
  useEffect(() => {
    if (refusals > 0) first.current?.querySelector('button')?.focus();
  }, [refusals]);
  return (
    <div ref={first} className={styles['sheet']}>
      {lesson.predict.map(({ id, options }) => (
        <Options
          key={id}
          question={say(`predict.${id}.question`)}
          options={options.map((option) => ({
            id: option.id,
            text: say(`predict.${id}.options.${option.id}`),
          }))}
          chosen={predicted[id] ?? null}
          onChoose={(option) => player.predict(id, option)}
        />
      ))}
      <div className={styles['doing']}>
        <Button
          look="strong"
          className={styles['large'] ?? ''}
          disabled={!isReady}
          onClick={() => player.next()}
        >
          <Icon name="play" />
          {t('lessons.commit')}
        </Button>
        <Button look="quiet" title="Shift+R" onClick={() => player.skipPrediction()}>
          {t('lessons.skip')}
        </Button>
        <p role="status" className={styles['hint']}>
          {refusals > 0 && !isReady && t('lessons.mustPredict')}
        </p>
      </div>
    </div>
  );
}
