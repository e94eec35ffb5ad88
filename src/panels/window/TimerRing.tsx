import type { MotionValue } from 'framer-motion';
import { useCallback, useRef } from 'react';
import type { RunningTimer } from '../../trace/timersRunning';
import { formatTime } from '../../ui/format';
import { useCalmly } from '../useCalmly';
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
  const ring = useRef<SVGCircleElement>(null);
  const left = useRef<HTMLElement>(null);
  const { deadlineNs } = setBy;
  const whole = deadlineNs - setBy.timeNs;
  const draw = useCallback(
    (timeNs: number) => {
      const leftNs = Math.min(whole, Math.max(0, deadlineNs - timeNs));
      ring.current?.setAttribute(
        'stroke-dashoffset',
        String(-ROUND * (1 - (whole > 0 ? leftNs / whole : 0))),
      );
      const text = t('windowPanel.timer.left', { time: formatTime(leftNs, language) });
      if (left.current && left.current.textContent !== text) left.current.textContent = text;
    },
    [whole, deadlineNs, t, language],
  );
  useCalmly(playhead, draw);
  return (
    <div className={styles['timer']} data-timer={timer}>
      <svg viewBox="0 0 40 40" width="40" height="40" aria-hidden="true">
        <circle cx="20" cy="20" r={RADIUS} data-part="track" />
        <circle ref={ring} cx="20" cy="20" r={RADIUS} strokeDasharray={ROUND} transform="rotate(-90 20 20)" />
      </svg>
      <span>
        <span>{t(`windowPanel.timer.${timer}`)}</span>
        <b ref={left} />
        <small>{t('windowPanel.timer.of', { time: formatTime(whole, language) })}</small>
      </span>
    </div>
  );
}
