import type { MotionValue } from 'framer-motion';
import { useCallback, useSyncExternalStore } from 'react';

/**
 * A slow fact about the playhead's moment: the component renders again only when `read` gives another value, never
 * per render step. `read` must be cheap, it runs on every move.
 */
export function useFact<T extends string | number | boolean | null>(
  playhead: MotionValue<number>,
  read: (timeNs: number) => T,
): T {
  const subscribe = useCallback((changed: () => void) => playhead.on('change', changed), [playhead]);
  return useSyncExternalStore(subscribe, () => read(playhead.get()));
}
