import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { Run } from '../../trace/run';
import type { Prediction } from '../lesson';
import { momentFacts } from '../momentFacts';
import type { LessonProps } from './lessonProps';
import styles from './LessonDesk.module.css';
import { useSay } from './useSay';
import { useToldBeat } from './useToldBeat';

/** What was predicted, and beside it what happened, as soon as that has been seen. */
export function Predictions({ player, run, playhead }: LessonProps): ReactNode {
  const { lesson, beat } = useStore(player.store);
  const told = useToldBeat(player, playhead);
  // In another future of the scene everything before has been seen.
  const seen = told < 0 ? beat - 1 : told;
  return (
    <div className={styles['predictions']}>
      {lesson.predict.map((prediction) => {
        const answered = lesson.beats.findIndex(({ id }) => id === prediction.answerBeat);
        return (
          <Predicted
            key={prediction.id}
            player={player}
            prediction={prediction}
            run={seen >= answered ? run : null}
          />
        );
      })}
    </div>
  );
}

interface PredictedProps extends Pick<LessonProps, 'player'> {
  readonly prediction: Prediction;
  /** The run that shows the outcome; null as long as it has not been seen. */
  readonly run: Run | null;
}

function Predicted({ player, prediction, run }: PredictedProps): ReactNode {
  const { t } = useTranslation();
  const { lesson, predicted, moments } = useStore(player.store);
  const say = useSay(lesson);
  const { id, options, answerBeat } = prediction;
  const mine = predicted[id];
  const answered = moments[lesson.beats.findIndex((beat) => beat.id === answerBeat)];
  const outcome = run && answered ? options.find((option) => option.holds(run))?.id : undefined;
  const optionText = (option: string): string => say(`predict.${id}.options.${option}`);
  return (
    <dl className={styles['predicted']} data-prediction={id}>
      <div>
        <dt>{t('lessons.mine')}</dt>
        <dd>{mine === undefined ? t('lessons.skipped') : optionText(mine)}</dd>
      </div>
      {run && answered && outcome !== undefined && (
        <>
          <div>
            <dt>{t('lessons.actual')}</dt>
            <dd className={styles['outcome']}>
              {optionText(outcome)}{' '}
              {mine !== undefined && (
                <span className={styles['mark']} data-right={mine === outcome || undefined}>
                  {mine === outcome ? t('lessons.asPredicted') : t('lessons.otherwise')}
                </span>
              )}
            </dd>
          </div>
          <div>
            <dt>{t('lessons.why')}</dt>
            <dd>{say(`predict.${id}.why`, momentFacts(run, answered))}</dd>
          </div>
        </>
      )}
    </dl>
  );
}
