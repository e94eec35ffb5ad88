import type { MotionValue } from 'framer-motion';
import { useLayoutEffect, useRef } from 'react';
import { formatTime } from '../../ui/format';
import { useWords } from '../useWords';
import styles from './Ladder.module.css';

/** Stands for the time in the sentence. */
const TIME = '\u0000';

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
    // Put into words once, not at each step: the time is what changes.
    const sentence = t('panels.ladder.now', { time: TIME });
    const draw = (timeNs: number): void => {
      if (line.current) line.current.style.transform = `translateY(${toY(timeNs)}px)`;
      const words = sentence.replace(TIME, formatTime(timeNs, language));
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
