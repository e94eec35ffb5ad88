import type { MotionValue } from 'framer-motion';
import { useLayoutEffect } from 'react';

/** Readouts change ten times a second at most: digits that change faster cannot be read. */
const LEAST_MS = 100;

/** Calls `draw` with the playhead's moment when it or `draw` changes, at most ten times a second, the last always. */
export function useCalmly(playhead: MotionValue<number>, draw: (timeNs: number) => void): void {
  useLayoutEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let drawnAt = performance.now();
    const drawNow = (): void => {
      timer = undefined;
      drawnAt = performance.now();
      draw(playhead.get());
    };
    draw(playhead.get());
    const stop = playhead.on('change', () => {
      if (timer !== undefined) return;
      const wait = drawnAt + LEAST_MS - performance.now();
      if (wait <= 0) drawNow();
      else timer = setTimeout(drawNow, wait);
    });
    return () => {
      stop();
      clearTimeout(timer);
    };
  }, [playhead, draw]);
}
