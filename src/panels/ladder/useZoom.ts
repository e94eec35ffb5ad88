import { type KeyboardEvent, type RefObject, useCallback, useEffect, useLayoutEffect, useRef } from 'react';
import { addPinch } from '../../ui/addPinch';
import { allowedZoom, type LadderLook } from './look';
import type { LadderScale } from './scale';

/** What one press of a key or button does. */
const STEP = 1.5;
/** How much of a wheel's way doubles or halves, in CSS pixels. */
const WHEEL_HALF = 240;

export interface Zoom {
  readonly zoomIn: () => void;
  readonly zoomOut: () => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

/**
 * Zooms with Ctrl and the wheel (which is also what a pinch on a touchpad is), with two fingers, with `+`, `-` and `0`.
 * The moment under the pointer stays where it is; while the view follows the playhead, the playhead's moment does.
 */
export function useZoom(
  scrollerRef: RefObject<HTMLElement | null>,
  scale: LadderScale,
  look: LadderLook,
  onLook: (look: LadderLook) => void,
  onFit: () => void,
): Zoom {
  const kept = useRef<{ readonly timeNs: number; readonly offset: number } | null>(null);
  // Several turns of a wheel come before the first is drawn; each goes on from the one before.
  const latest = useRef({ scale, look, onLook });
  useLayoutEffect(() => {
    latest.current = { scale, look, onLook };
  }, [scale, look, onLook]);
  const zoomBy = useCallback(
    (factor: number, clientY?: number): void => {
      const element = scrollerRef.current;
      if (!element) return;
      const middle = element.clientHeight / 2;
      const offset = clientY === undefined ? middle : clientY - element.getBoundingClientRect().top;
      const known = latest.current;
      const zoom = allowedZoom(known.look.zoom * factor);
      // At its limit nothing is drawn anew, and nothing kept would be used up.
      if (zoom === known.look.zoom) return;
      kept.current ??= { timeNs: known.scale.toTime(element.scrollTop + offset), offset };
      latest.current = { ...known, look: { ...known.look, zoom } };
      known.onLook(latest.current.look);
    },
    [scrollerRef],
  );
  useLayoutEffect(() => {
    const element = scrollerRef.current;
    if (!element || !kept.current) return;
    const { timeNs, offset } = kept.current;
    kept.current = null;
    element.scrollTop = scale.toY(timeNs) - offset;
  }, [scrollerRef, scale]);
  useGestures(scrollerRef, zoomBy);
  return {
    zoomIn: () => zoomBy(STEP),
    zoomOut: () => zoomBy(1 / STEP),
    onKeyDown(event) {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.key === '+' || event.key === '=') zoomBy(STEP);
      else if (event.key === '-') zoomBy(1 / STEP);
      else if (event.key === '0') onFit();
      else return;
      event.preventDefault();
      event.stopPropagation();
    },
  };
}

/** The browser would zoom the page, unless it is told at once that this is not for it. */
function useGestures(
  scrollerRef: RefObject<HTMLElement | null>,
  zoomBy: (factor: number, clientY?: number) => void,
): void {
  useEffect(() => {
    const element = scrollerRef.current;
    if (!element) return undefined;
    const wheel = (event: WheelEvent): void => {
      if (!event.ctrlKey) return;
      event.preventDefault();
      zoomBy(2 ** (-event.deltaY / WHEEL_HALF), event.clientY);
    };
    element.addEventListener('wheel', wheel, { passive: false });
    const stopPinch = addPinch(element, ({ factor, y }) => zoomBy(factor, y));
    return () => {
      element.removeEventListener('wheel', wheel);
      stopPinch();
    };
  }, [scrollerRef, zoomBy]);
}
