import { cancelFrame, frame, type MotionValue } from 'framer-motion';
import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';

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
  const viewHeight = useViewHeight(scrollerRef);
  const goToNow = useCallback(() => {
    const top = Math.max(0, Math.round(yOf(playhead.get()) - viewHeight.current * KEPT_AT));
    // Asking the element where it is would have everything laid out anew at each step.
    if (top === ownTop.current || !scrollerRef.current) return;
    scrollerRef.current.scrollTop = top;
    ownTop.current = top;
  }, [scrollerRef, playhead, yOf, viewHeight]);

  useEffect(() => {
    if (!isFollowing) return undefined;
    // What is drawn anew may have another height, and the element may have been moved for that.
    ownTop.current = Number.NaN;
    goToNow();
    // At the beginning of a step nothing is written yet, and moving the view has nothing laid out anew.
    const stop = playhead.on('change', () => frame.read(goToNow));
    return () => {
      stop();
      cancelFrame(goToNow);
    };
  }, [isFollowing, goToNow, playhead]);

  useEffect(() => {
    const element = scrollerRef.current;
    if (!element) return undefined;
    const scrolled = (): void => {
      if (Math.abs(element.scrollTop - ownTop.current) <= OWN_TOLERANCE) return;
      // At the end of the content no more was to be had than that.
      const own = Math.min(ownTop.current, element.scrollHeight - element.clientHeight);
      if (Math.abs(element.scrollTop - own) > OWN_TOLERANCE) setFollowing(false);
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

/** How much of an element's content can be seen, in CSS pixels; asking itself for that would have it laid out. */
function useViewHeight(elementRef: RefObject<HTMLElement | null>): RefObject<number> {
  const height = useRef(0);
  useLayoutEffect(() => {
    const element = elementRef.current;
    if (!element) return undefined;
    const measure = (): void => {
      height.current = element.clientHeight;
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [elementRef]);
  return height;
}
