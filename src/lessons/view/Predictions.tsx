import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { Prediction } from '../lesson';
import type { Outcome } from '../player/state';
import type { LessonProps } from './lessonProps';
import styles from './LessonDesk.module.css';
import { useSay } from './useSay';
import { useToldBeat } from './useToldBeat';

/** What was predicted, and beside it what happened, as soon as that has been seen. */
export function Predictions({ player, playhead }: LessonProps): ReactNode {
  const { lesson, beat, outcomes } = useStore(player.store);
  const told = useToldBeat(player, playhead);
  // On the way to a beat everything before it has been seen.
  const seen = told < 0 ? beat - 1 : told;
  const isSeen = ({ id, answerBeat }: Prediction): boolean =>
    outcomes[id] !== undefined && seen >= lesson.beats.findIndex((one) => one.id === answerBeat);
  const latest = lesson.predict.findLast(isSeen);
  return (
    <div className={styles['predictions']}>
      {lesson.predict.map((prediction) => (
        <Predicted
          key={prediction.id}
          player={player}
          id={prediction.id}
          outcome={isSeen(prediction) ? outcomes[prediction.id] : undefined}
          isLatest={prediction === latest}
        />
      ))}
    </div>
  );
}

interface PredictedProps extends Pick<LessonProps, 'player'> {
  readonly id: string;
  /** Undefined as long as it has not been seen. */
  readonly outcome: Outcome | undefined;
  /** The last of those that have been seen: where there is room for one it is this. */
  readonly isLatest: boolean;
}

function Predicted({ player, id, outcome, isLatest }: PredictedProps): ReactNode {
  const { t } = useTranslation();
  const { lesson, predicted } = useStore(player.store);
  const say = useSay(lesson);
  const mine = predicted[id];
  const optionText = (option: string): string => say(`predict.${id}.options.${option}`);
  return (
    <dl className={styles['predicted']} data-prediction={id} data-latest={isLatest || undefined}>
      <div>
        <dt>{t('lessons.mine')}</dt>
        <dd>{mine === undefined ? t('lessons.skipped') : optionText(mine)}</dd>
      </div>
      {outcome && (
        <>
          <div>
            <dt>{t('lessons.actual')}</dt>
            <dd className={styles['outcome']}>
              {optionText(outcome.option)}{' '}
              {mine !== undefined && (
                <span className={styles['mark']} data-right={mine === outcome.option || undefined}>
                  {mine === outcome.option ? t('lessons.asPredicted') : t('lessons.otherwise')}
                </span>
              )}
            </dd>
          </div>
          <div>
            <dt>{t('lessons.why')}</dt>
            <dd>{say(`predict.${id}.why`, outcome.facts)}</dd>
          </div>
        </>
      )}
    </dl>
  );
}
