import type { MotionValue } from 'framer-motion';
import { type RefObject, useLayoutEffect } from 'react';

/**
 * Shows what has happened and hides what has not, straight in the document: the clip rectangle ends at the moment, and
 * each element with `data-from` is marked `data-future` until its time. Runs again whenever the drawing changed.
 */
export function useReveal(
  svgRef: RefObject<SVGSVGElement | null>,
  clipRef: RefObject<SVGRectElement | null>,
  playhead: MotionValue<number>,
  toY: (timeNs: number) => number,
  drawing: unknown,
): void {
  useLayoutEffect(() => {
    const waiting = [...(svgRef.current?.querySelectorAll<SVGElement>('[data-from]') ?? [])].map(
      (element) => ({
        element,
        fromNs: Number(element.dataset['from']),
        isFuture: false,
      }),
    );
    for (const { element } of waiting) delete element.dataset['future'];
    const reveal = (timeNs: number): void => {
      clipRef.current?.setAttribute('height', String(Math.max(0, toY(timeNs))));
      for (const entry of waiting) {
        const isFuture = entry.fromNs > timeNs;
        if (isFuture === entry.isFuture) continue;
        entry.isFuture = isFuture;
        if (isFuture) entry.element.dataset['future'] = '';
        else delete entry.element.dataset['future'];
      }
    };
    reveal(playhead.get());
    return playhead.on('change', reveal);
  }, [svgRef, clipRef, playhead, toY, drawing]);
}
