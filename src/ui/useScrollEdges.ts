import { type RefObject, useEffect } from 'react';

/** Writes on a frame, as `data-more`, on which sides (`before`, `after`) more of what scrolls sideways in it lies. */
export function useScrollEdges(
  frame: RefObject<HTMLElement | null>,
  scroller: RefObject<HTMLElement | null>,
): void {
  useEffect(() => {
    const element = scroller.current;
    if (!element) return undefined;
    const write = (): void => {
      const hiddenAfter = element.scrollWidth - element.clientWidth - element.scrollLeft;
      const sides = [element.scrollLeft > 1 ? 'before' : '', hiddenAfter > 1 ? 'after' : ''];
      frame.current?.setAttribute('data-more', sides.join(' ').trim());
    };
    const sizes = new ResizeObserver(write);
    sizes.observe(element);
    for (const child of element.children) sizes.observe(child);
    // An observer is told at once, when the layout is done: asking for it here would do it twice.
    element.addEventListener('scroll', write, { passive: true });
    return () => {
      sizes.disconnect();
      element.removeEventListener('scroll', write);
    };
  });
}
