import type { MotionValue } from 'framer-motion';
import { type RefObject, useCallback, useEffect, useRef, useState } from 'react';

/** Where in the viewport the moment is kept: two thirds down, so that what led to it is seen. */
const KEPT_AT = 0.66;
/** A scroll position that differs by so many pixels from the one set was chosen by a person. */
const OWN_TOLERANCE = 2;

export interface Following {
  readonly isFollowing: boolean;
  /** Goes back to the moment and stays with it. */
  readonly follow: () => void;
}

/**
 * Keeps the playhead's moment in view of a scrolling element until a person scrolls it. `yOf` is where a moment lies
 * in the content, in CSS pixels; a new function (new content, new size) moves the view at once.
 */
export function useFollow(
  scrollerRef: RefObject<HTMLElement | null>,
  playhead: MotionValue<number>,
  yOf: (timeNs: number) => number,
): Following {
  const [isFollowing, setFollowing] = useState(true);
  const ownTop = useRef(0);
  const goToNow = useCallback(() => {
    const element = scrollerRef.current;
    if (!element) return;
    const top = Math.max(0, Math.round(yOf(playhead.get()) - element.clientHeight * KEPT_AT));
    if (Math.abs(top - element.scrollTop) > OWN_TOLERANCE) element.scrollTop = top;
    ownTop.current = element.scrollTop;
  }, [scrollerRef, playhead, yOf]);

  useEffect(() => {
    if (!isFollowing) return undefined;
    goToNow();
    return playhead.on('change', goToNow);
  }, [isFollowing, goToNow, playhead]);

  useEffect(() => {
    const element = scrollerRef.current;
    if (!element) return undefined;
    const scrolled = (): void => {
      if (Math.abs(element.scrollTop - ownTop.current) > OWN_TOLERANCE) setFollowing(false);
    };
    element.addEventListener('scroll', scrolled, { passive: true });
    return () => element.removeEventListener('scroll', scrolled);
  }, [scrollerRef]);

  const follow = useCallback(() => {
    goToNow();
    setFollowing(true);
  }, [goToNow]);
  return { isFollowing, follow };
}
