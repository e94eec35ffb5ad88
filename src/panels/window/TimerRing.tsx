import type { MotionValue } from 'framer-motion';
import { useCallback } from 'react';
import type { RunningTimer } from '../../trace/timersRunning';
import { formatTime } from '../../ui/format';
import { useTimeLeft } from '../useTimeLeft';
import { useWords } from '../useWords';
import styles from './Window.module.css';

const RADIUS = 15;
const ROUND = 2 * Math.PI * RADIUS;

/** A running timer as a ring that empties clockwise, with the time that is left. */
export function TimerRing({
  run: { timer, setBy },
  playhead,
}: {
  readonly run: RunningTimer;
  readonly playhead: MotionValue<number>;
}) {
  const { t, language } = useWords();
  const span = { fromNs: setBy.timeNs, untilNs: setBy.deadlineNs };
  const textOf = useCallback(
    (leftNs: number) => t('windowPanel.timer.left', { time: formatTime(leftNs, language) }),
    [t, language],
  );
  const { ring, left } = useTimeLeft(playhead, span, ROUND, textOf);
  return (
    <div className={styles['timer']} data-timer={timer}>
      <svg viewBox="0 0 40 40" width="40" height="40" aria-hidden="true">
        <circle cx="20" cy="20" r={RADIUS} data-part="track" />
        <circle ref={ring} cx="20" cy="20" r={RADIUS} strokeDasharray={ROUND} transform="rotate(-90 20 20)" />
      </svg>
      <span>
        <span>{t(`windowPanel.timer.${timer}`)}</span>
        <b ref={left} />
        <small>{t('windowPanel.timer.of', { time: formatTime(span.untilNs - span.fromNs, language) })}</small>
      </span>
    </div>
  );
}
