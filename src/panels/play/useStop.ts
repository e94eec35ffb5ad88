import type { MotionValue } from 'framer-motion';
import { useEffect } from 'react';

/** Lets time come to `stopNs` and no further, however it is moved; null lets it go. */
export function useStop(
  playhead: MotionValue<number>,
  stopNs: number | null,
  onSeek: (timeNs: number) => void,
  onRun: (isRunning: boolean) => void,
): void {
  useEffect(() => {
    if (stopNs === null) return undefined;
    const hold = (timeNs: number): void => {
      if (timeNs < stopNs) return;
      onRun(false);
      if (timeNs > stopNs) onSeek(stopNs);
    };
    hold(playhead.get());
    return playhead.on('change', hold);
  }, [playhead, stopNs, onSeek, onRun]);
}
