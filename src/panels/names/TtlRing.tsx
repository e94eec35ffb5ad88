import type { MotionValue } from 'framer-motion';
import { useCallback } from 'react';
import type { Nanoseconds } from '../../experiment/experiment';
import { useTimeLeft } from '../useTimeLeft';
import { useWords } from '../useWords';
import styles from './Names.module.css';
import { ttlText } from './ttlText';

const RADIUS = 12;
const ROUND = 2 * Math.PI * RADIUS;

interface TtlRingProps {
  readonly filledNs: Nanoseconds;
  readonly expiresNs: Nanoseconds;
  readonly playhead: MotionValue<number>;
}

/** What is left of an entry's time: a ring that empties clockwise, and the time in words. */
export function TtlRing({ filledNs, expiresNs, playhead }: TtlRingProps) {
  const { t, language } = useWords();
  const textOf = useCallback((leftNs: Nanoseconds) => ttlText(t, leftNs, language), [t, language]);
  const span = { fromNs: filledNs, untilNs: expiresNs };
  const { ring, left } = useTimeLeft(playhead, span, ROUND, textOf);
  return (
    <span className={styles['ttl']}>
      <svg viewBox="0 0 30 30" width="30" height="30" aria-hidden="true">
        <circle cx="15" cy="15" r={RADIUS} data-part="track" />
        <circle ref={ring} cx="15" cy="15" r={RADIUS} strokeDasharray={ROUND} transform="rotate(-90 15 15)" />
      </svg>
      <b ref={left} />
    </span>
  );
}
