import { type RefObject, useCallback, useEffect, useRef } from 'react';
import type { PacketRef } from '../../trace/run';

/** Free space above and below what is brought into view, in CSS pixels. */
const MARGIN = 40;

/** Brings heights of a scrolling element's content into view: when asked, and once for each new selection. */
export function useBringIntoView(
  scrollerRef: RefObject<HTMLElement | null>,
  selected: PacketRef | null,
  selectedY: number | undefined,
): (y: number) => void {
  const bring = useCallback(
    (y: number): void => {
      const element = scrollerRef.current;
      if (!element) return;
      const { scrollTop, clientHeight } = element;
      const isInView = y > scrollTop + MARGIN / 2 && y < scrollTop + clientHeight - MARGIN;
      if (!isInView) element.scrollTop = Math.max(0, y - clientHeight / 2);
    },
    [scrollerRef],
  );
  const brought = useRef(selected);
  useEffect(() => {
    if (selectedY === undefined || brought.current === selected) return;
    brought.current = selected;
    bring(selectedY);
  }, [selected, selectedY, bring]);
  return bring;
}
