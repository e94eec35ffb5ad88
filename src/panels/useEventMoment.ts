import type { MotionValue } from 'framer-motion';
import { useCallback, useState } from 'react';
import type { Trace } from '../trace/trace';
import { useCalmly } from './useCalmly';

/**
 * When the latest thing happened in this trace by the playhead's moment, -1 before the first: between two such moments
 * nothing of a connection changes. The component renders again at most ten times a second.
 */
export function useEventMoment(playhead: MotionValue<number>, trace: Trace): number {
  const read = useCallback((timeNs: number) => momentOf(trace, timeNs), [trace]);
  const [moment, setMoment] = useState(() => read(playhead.get()));
  useCalmly(
    playhead,
    useCallback((timeNs: number) => setMoment(read(timeNs)), [read]),
  );
  return moment;
}

function momentOf(trace: Trace, timeNs: number): number {
  const index = trace.indexAt(timeNs);
  return index < 0 ? -1 : trace.timeAt(index);
}
