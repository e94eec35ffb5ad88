import { type RefObject, useLayoutEffect } from 'react';

/**
 * Tells the styles of the page how many px of the window lie above its picture and below, as `--around`: a bar in two
 * rows or a longer caption leaves it less. Follows what changes these heights.
 */
export function useRoomAround(page: RefObject<HTMLElement | null>): void {
  useLayoutEffect(() => {
    const root = page.current;
    const picture = root?.querySelector('[data-part=stage]');
    const below = root?.querySelector('[data-part=transport]');
    if (!root || !picture || !below) return undefined;
    const measure = (): void => {
      const above = picture.getBoundingClientRect().top - root.getBoundingClientRect().top;
      root.style.setProperty('--around', `${Math.ceil(above + below.getBoundingClientRect().height)}px`);
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(root);
    observer.observe(below);
    return () => observer.disconnect();
  }, [page]);
}
