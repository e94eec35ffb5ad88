import type { MotionValue } from 'framer-motion';
import { useLayoutEffect, useRef } from 'react';
import { formatTime } from '../../ui/format';
import { useWords } from '../useWords';
import styles from './Ladder.module.css';

/** The line across the ladder at the playhead's moment; moved and written straight in the document. */
export function NowLine({
  playhead,
  toY,
}: {
  readonly playhead: MotionValue<number>;
  readonly toY: (timeNs: number) => number;
}) {
  const { t, language } = useWords();
  const line = useRef<HTMLDivElement>(null);
  const pill = useRef<HTMLSpanElement>(null);
  useLayoutEffect(() => {
    const draw = (timeNs: number): void => {
      if (line.current) line.current.style.transform = `translateY(${toY(timeNs)}px)`;
      const words = t('panels.ladder.now', { time: formatTime(timeNs, language) });
      if (pill.current && pill.current.textContent !== words) pill.current.textContent = words;
    };
    draw(playhead.get());
    return playhead.on('change', draw);
  }, [playhead, toY, t, language]);
  return (
    <div ref={line} className={styles['now']} aria-hidden="true">
      <span ref={pill} className={styles['nowPill']} />
    </div>
  );
}
