import type { MotionValue } from 'framer-motion';
import { useCallback } from 'react';
import type { Nanoseconds } from '../../experiment/experiment';
import { formatTime } from '../../ui/format';
import { useTimeLeft } from '../useTimeLeft';
import { useWords } from '../useWords';
import styles from './Doors.module.css';

const RADIUS = 10;
const ROUND = 2 * Math.PI * RADIUS;

interface ExpiryRingProps {
  readonly fromNs: Nanoseconds;
  readonly untilNs: Nanoseconds;
  readonly playhead: MotionValue<number>;
}

/** What is left of a row's time if nothing more goes out by it. */
export function ExpiryRing({ fromNs, untilNs, playhead }: ExpiryRingProps) {
  const { language } = useWords();
  const textOf = useCallback((leftNs: number) => formatTime(leftNs, language), [language]);
  const { ring, left } = useTimeLeft(playhead, { fromNs, untilNs }, ROUND, textOf);
  return (
    <span className={styles['expiry']}>
      <svg viewBox="0 0 26 26" width="26" height="26" aria-hidden="true">
        <circle cx="13" cy="13" r={RADIUS} data-part="track" />
        <circle ref={ring} cx="13" cy="13" r={RADIUS} strokeDasharray={ROUND} transform="rotate(-90 13 13)" />
      </svg>
      <b ref={left} />
    </span>
  );
}
