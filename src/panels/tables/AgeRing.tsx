import type { MotionValue } from 'framer-motion';
import { useCallback, useRef } from 'react';
import { NEIGHBOUR_TIMEOUT_NS } from '../../trace/neighbourTimeout';
import { useCalmly } from '../useCalmly';
import { useWords } from '../useWords';
import styles from './Tables.module.css';

const RADIUS = 8;
const AROUND = 2 * Math.PI * RADIUS;
const SECOND_NS = 1_000_000_000;

/** A ring that empties clockwise while an answer grows old, with the seconds that are left. */
export function AgeRing({
  playhead,
  sinceNs,
}: {
  readonly playhead: MotionValue<number>;
  readonly sinceNs: number;
}) {
  const { t } = useWords();
  const ring = useRef<SVGCircleElement>(null);
  const words = useRef<HTMLSpanElement>(null);
  useCalmly(
    playhead,
    useCallback(
      (timeNs: number) => {
        const leftNs = Math.max(0, Math.min(NEIGHBOUR_TIMEOUT_NS, sinceNs + NEIGHBOUR_TIMEOUT_NS - timeNs));
        const gone = AROUND * (1 - leftNs / NEIGHBOUR_TIMEOUT_NS);
        ring.current!.setAttribute('stroke-dashoffset', String(-gone));
        words.current!.textContent = t('tables.secondsLeft', { count: Math.ceil(leftNs / SECOND_NS) });
      },
      [sinceNs, t],
    ),
  );
  return (
    <span className={styles['age']}>
      <svg viewBox="-11 -11 22 22" aria-hidden="true">
        <circle r={RADIUS} />
        <circle ref={ring} r={RADIUS} strokeDasharray={AROUND} transform="rotate(-90)" />
      </svg>
      <span ref={words} />
    </span>
  );
}
