import { type RefObject, useLayoutEffect, useMemo, useState } from 'react';

/** The window moves in steps of so many pixels, so that scrolling renders only now and then. */
const STEP = 320;
/** Drawn beyond what is seen, above and below. */
const MARGIN = 320;
/** Before the element is measured, and where it has no bounds. */
const LEAST_HEIGHT = 640;

/**
 * The part of a scrolling element's content that has to be drawn, `top` to `bottom` in pixels of the content: all of
 * what is little (`isLittle`), so that nothing is rendered as one scrolls.
 */
export function useWindow(
  scrollerRef: RefObject<HTMLElement | null>,
  contentHeight: number,
  isLittle: boolean,
): { readonly top: number; readonly bottom: number } {
  const [step, setStep] = useState(0);
  const [height, setHeight] = useState(LEAST_HEIGHT);
  useLayoutEffect(() => {
    const element = scrollerRef.current;
    if (!element) return undefined;
    const look = (): void => {
      setStep(isLittle ? 0 : Math.floor(element.scrollTop / STEP));
      setHeight(Math.max(LEAST_HEIGHT, Math.ceil(element.clientHeight / STEP) * STEP));
    };
    look();
    if (!isLittle) element.addEventListener('scroll', look, { passive: true });
    const observer = new ResizeObserver(look);
    observer.observe(element);
    return () => {
      element.removeEventListener('scroll', look);
      observer.disconnect();
    };
  }, [scrollerRef, isLittle]);
  return useMemo(() => {
    if (isLittle) return { top: 0, bottom: Math.max(contentHeight, height) };
    // For one render after it has become shorter, an element is still scrolled beyond its end.
    const top = Math.max(0, Math.min(step * STEP, contentHeight) - MARGIN);
    return { top, bottom: Math.min(Math.max(contentHeight, height), (step + 1) * STEP + height + MARGIN) };
  }, [step, height, contentHeight, isLittle]);
}
