import type { MotionValue } from 'framer-motion';
import { type RefObject, useLayoutEffect, useRef } from 'react';
import { revealer } from '../reveal';

/** Hides under the list what has not happened at the playhead's moment; looks for new cells at each rendering. */
export function useReveal(playhead: MotionValue<number>): RefObject<HTMLOListElement | null> {
  const list = useRef<HTMLOListElement>(null);
  useLayoutEffect(() => {
    const reveal = revealer(list.current);
    reveal(playhead.get());
    return playhead.on('change', reveal);
  });
  return list;
}
