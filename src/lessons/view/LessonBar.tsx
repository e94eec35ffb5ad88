import { type ReactNode, useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { Button } from '../../ui/Button';
import { Icon } from '../../ui/Icon';
import { stepCount, stepOf } from '../player/state';
import { BeatCaption } from './BeatCaption';
import { Blank } from './Blank';
import type { LessonProps } from './lessonProps';
import styles from './LessonBar.module.css';
import { Steps } from './Steps';
import { useLessonKeys } from './useLessonKeys';
import { useSay } from './useSay';

/** Which lesson it is, where in it one is, and what has just happened. */
export function LessonBar(props: LessonProps): ReactNode {
  const { player, onLeave } = props;
  const { t } = useTranslation();
  const lesson = useStore(player.store, (state) => state.lesson);
  const step = useStore(player.store, stepOf);
  const part = useStore(player.store, (state) => state.part);
  const isBlank = useStore(player.store, (state) => state.isBlank);
  const onEndBlank = useCallback(() => player.toggle('isBlank'), [player]);
  const say = useSay(lesson);
  useLessonKeys(props);
  return (
    <section className={styles['bar']} aria-label={t('lessons.open')}>
      <div className={styles['top']}>
        <h2 className={styles['title']}>
          <span className={styles['number']}>{lesson.id}</span> {say('title')}
        </h2>
        <Button
          look="quiet"
          shape="icon"
          disabled={step === 0}
          aria-label={t('lessons.previous')}
          title={`${t('lessons.previous')} (Shift+←)`}
          onClick={() => player.previous()}
        >
          <Icon name="previous" />
        </Button>
        <Steps player={player} />
        <span className={styles['count']} aria-hidden="true">
          {`${step}/${stepCount(lesson) - 1}`}
        </span>
        <Button
          look="strong"
          disabled={part === 'end'}
          aria-label={t('lessons.next')}
          title={`${t('lessons.next')} (Shift+→)`}
          onClick={() => player.next()}
        >
          <Icon name="next" />
        </Button>
        <Button look="plain" className={styles['leave'] ?? ''} title={t('lessons.leave')} onClick={onLeave}>
          <Icon name="close" />
          <span className={styles['leaveWord']}>{t('lessons.leave')}</span>
        </Button>
      </div>
      <BeatCaption {...props} />
      {isBlank && <Blank onEnd={onEndBlank} />}
    </section>
  );
}
