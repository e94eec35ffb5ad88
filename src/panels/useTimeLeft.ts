import type { MotionValue } from 'framer-motion';
import { type RefObject, useCallback, useRef } from 'react';
import type { Nanoseconds } from '../experiment/experiment';
import { useCalmly } from './useCalmly';

interface TimeLeft {
  readonly ring: RefObject<SVGCircleElement | null>;
  readonly left: RefObject<HTMLElement | null>;
}

/**
 * Writes what is left of the time between two moments: into the dash of a ring of that circumference, which empties
 * clockwise, and as text. Neither renders anything again.
 */
export function useTimeLeft(
  playhead: MotionValue<number>,
  span: { readonly fromNs: Nanoseconds; readonly untilNs: Nanoseconds },
  circumference: number,
  textOf: (leftNs: Nanoseconds) => string,
): TimeLeft {
  const ring = useRef<SVGCircleElement>(null);
  const left = useRef<HTMLElement>(null);
  const { fromNs, untilNs } = span;
  const draw = useCallback(
    (timeNs: number) => {
      const whole = untilNs - fromNs;
      const leftNs = Math.min(whole, Math.max(0, untilNs - timeNs));
      const gone = 1 - (whole > 0 ? leftNs / whole : 0);
      ring.current?.setAttribute('stroke-dashoffset', String(-circumference * gone));
      const text = textOf(leftNs);
      if (left.current && left.current.textContent !== text) left.current.textContent = text;
    },
    [fromNs, untilNs, circumference, textOf],
  );
  useCalmly(playhead, draw);
  return { ring, left };
}
