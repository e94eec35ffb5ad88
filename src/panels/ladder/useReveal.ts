import type { MotionValue } from 'framer-motion';
import { type RefObject, useLayoutEffect } from 'react';
import { revealer } from '../reveal';

/**
 * Shows what has happened and hides what has not, straight in the document: the clip rectangle ends at the moment, and
 * words wait for their time. Runs again whenever the drawing changed.
 */
export function useReveal(
  svgRef: RefObject<SVGSVGElement | null>,
  clipRef: RefObject<SVGRectElement | null>,
  playhead: MotionValue<number>,
  toY: (timeNs: number) => number,
  drawing: unknown,
): void {
  useLayoutEffect(() => {
    const reveal = revealer(svgRef.current);
    const draw = (timeNs: number): void => {
      clipRef.current?.setAttribute('height', String(Math.max(0, toY(timeNs))));
      reveal(timeNs);
    };
    draw(playhead.get());
    return playhead.on('change', draw);
  }, [svgRef, clipRef, playhead, toY, drawing]);
}
