import type { MotionValue } from 'framer-motion';
import { type RefObject, useEffect } from 'react';
import { type ZoomStore, zoomAround } from '../../playback/zoom';

const STEP = 2;

/** While focus is among the charts, +, − and 0 zoom them instead of the town. */
export function useZoomKeys(
  frame: RefObject<HTMLElement | null>,
  zoom: ZoomStore,
  endNs: number,
  playhead: MotionValue<number>,
): void {
  useEffect(() => {
    const element = frame.current;
    if (!element) return undefined;
    const pressed = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.key === '+' || event.key === '=') zoomAround(zoom, endNs, playhead.get(), 1 / STEP);
      else if (event.key === '-') zoomAround(zoom, endNs, playhead.get(), STEP);
      else if (event.key === '0') zoom.setState({ range: null });
      else return;
      event.preventDefault();
    };
    element.addEventListener('keydown', pressed);
    return () => element.removeEventListener('keydown', pressed);
  }, [frame, zoom, endNs, playhead]);
}
