import type { MotionValue } from 'framer-motion';
import { type RefObject, useCallback, useEffect, useRef, useState } from 'react';
import { countAtMost } from '../../trace/follow';

/** Scrolling that the list did itself is over after so long. */
const OWN_SCROLL_MS = 120;

export interface CurrentLine {
  readonly isFollowing: boolean;
  readonly follow: () => void;
  /** Marks the current line again, after lines have come into the document. */
  readonly show: () => void;
}

/**
 * Marks the last line at or before the playhead (`aria-current`, straight in the document) and keeps it in view until
 * a person scrolls the list. `times` are those of the lines.
 */
export function useCurrentLine(
  scrollerRef: RefObject<HTMLElement | null>,
  playhead: MotionValue<number>,
  times: readonly number[],
  chunkLines: number,
): CurrentLine {
  const [isFollowing, setFollowing] = useState(true);
  const ownUntil = useRef(0);
  const marked = useRef<Element | null>(null);

  const show = useCallback(() => {
    const scroller = scrollerRef.current;
    if (!scroller) return;
    const line = Math.max(0, countAtMost(times, playhead.get()) - 1);
    const element = scroller.querySelector(`[data-line="${line}"]`);
    if (element && element === marked.current) return;
    marked.current?.removeAttribute('aria-current');
    element?.setAttribute('aria-current', 'step');
    marked.current = element;
    // A line that is not in the document yet comes into it when its chunk is near the view.
    const target = element ?? scroller.querySelector(`[data-chunk="${Math.floor(line / chunkLines)}"]`);
    if (isFollowing && target && bringIntoView(scroller, target)) {
      ownUntil.current = performance.now() + OWN_SCROLL_MS;
    }
  }, [scrollerRef, playhead, times, chunkLines, isFollowing]);

  useEffect(() => {
    // With other lines a browser scrolls by itself.
    ownUntil.current = performance.now() + OWN_SCROLL_MS;
    show();
    return playhead.on('change', show);
  }, [playhead, show]);

  useEffect(() => {
    const scroller = scrollerRef.current;
    if (!scroller) return undefined;
    const scrolled = (): void => {
      if (performance.now() > ownUntil.current) setFollowing(false);
    };
    scroller.addEventListener('scroll', scrolled, { passive: true });
    return () => scroller.removeEventListener('scroll', scrolled);
  }, [scrollerRef]);

  const follow = useCallback(() => {
    marked.current = null;
    setFollowing(true);
  }, []);
  return { isFollowing, follow, show };
}

/** Scrolls so that the element stands a little below the middle, and says whether that was needed. */
function bringIntoView(scroller: HTMLElement, target: Element): boolean {
  const [outer, inner] = [scroller.getBoundingClientRect(), target.getBoundingClientRect()];
  if (inner.top >= outer.top + 8 && inner.bottom <= outer.bottom - 8) return false;
  scroller.scrollTop += inner.top - outer.top - outer.height * 0.6;
  return true;
}
