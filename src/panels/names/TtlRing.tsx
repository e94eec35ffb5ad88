import type { MotionValue } from 'framer-motion';
import { useCallback, useRef } from 'react';
import type { Nanoseconds } from '../../experiment/experiment';
import { useCalmly } from '../useCalmly';
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
  const ring = useRef<SVGCircleElement>(null);
  const left = useRef<HTMLElement>(null);
  const whole = expiresNs - filledNs;
  const draw = useCallback(
    (timeNs: number) => {
      const leftNs = Math.min(whole, Math.max(0, expiresNs - timeNs));
      ring.current?.setAttribute('stroke-dashoffset', String(-ROUND * (1 - leftNs / whole)));
      const text = ttlText(t, leftNs, language);
      if (left.current && left.current.textContent !== text) left.current.textContent = text;
    },
    [whole, expiresNs, t, language],
  );
  useCalmly(playhead, draw);
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
