import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { Button } from '../../ui/Button';
import { Icon } from '../../ui/Icon';
import { Segmented } from '../../ui/Segmented';
import { chosenValue, controlsOf } from '../course';
import { runFacts } from '../momentFacts';
import type { LessonProps } from './lessonProps';
import styles from './LessonDesk.module.css';
import { useSay } from './useSay';

/** The controls, what came of them, and in the last tier a goal that the engine judges. */
export function Changes({ player, run }: LessonProps): ReactNode {
  const { t } = useTranslation();
  const { lesson, part, chosen } = useStore(player.store);
  const say = useSay(lesson);
  const isMade = part === 'make' && run !== null && run.result !== null && lesson.challenge.goalTest(run);
  return (
    <div className={styles['changes']} data-changing>
      {part === 'make' && <p className={styles['task']}>{say('challenge.task')}</p>}
      <div className={styles['controls']}>
        {controlsOf(lesson)
          .filter(({ only }) => only === undefined || only === part)
          .map((control) => (
            <div key={control.id} className={styles['control']}>
              <span aria-hidden="true">{say(`control.${control.id}.name`)}</span>
              <Segmented
                label={say(`control.${control.id}.name`)}
                value={chosenValue(control, chosen).id}
                options={control.values.map(({ id }) => ({
                  value: id,
                  content: say(`control.${control.id}.values.${id}`),
                }))}
                onChange={(value) => player.choose(control.id, value)}
              />
            </div>
          ))}
      </div>
      <div className={styles['result']} role="status" data-made={isMade || undefined}>
        {run?.result && (
          <p>
            <b>{t('lessons.outcome')}</b> {say('outcome', runFacts(run))}
          </p>
        )}
        {part === 'make' && (
          <p className={styles['judged']}>
            {isMade && <Icon name="check" />} <b>{isMade ? t('lessons.reached') : t('lessons.notYet')}</b>{' '}
            {say(isMade ? 'challenge.done' : 'challenge.notYet')}
          </p>
        )}
        <Button look={part === 'change' || isMade ? 'strong' : 'plain'} onClick={() => player.next()}>
          {t('lessons.on')}
        </Button>
      </div>
    </div>
  );
}
