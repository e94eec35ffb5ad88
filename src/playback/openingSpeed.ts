import { flightIndex } from '../trace/legs';
import type { Run } from '../trace/run';
import { courseOf } from './course';
import { SPEEDS } from './speeds';

/** A run lasts no longer than this at first, and one hop no longer than that. */
const LONGEST_WATCH_S = 30;
const HOP_WATCH_S = 1;
const NS_PER_S = 1_000_000_000;

/**
 * The speed at which a town is shown first: one hop takes about a second, so that a packet can be followed, or the
 * whole run half a minute, whichever is faster. Seconds of virtual time per second of watching.
 */
export function openingSpeed(run: Run): number {
  const { map, storyEndNs } = courseOf(run, 'true');
  const length = map.toPosition(storyEndNs) / NS_PER_S / LONGEST_WATCH_S;
  const wanted = Math.max(length, usualHopNs(run) / NS_PER_S / HOP_WATCH_S);
  return SPEEDS.find((speed) => speed >= wanted) ?? SPEEDS.at(-1)!;
}

/** The median time that a packet is on a link, ns; 0 while none was. */
function usualHopNs({ traces }: Run): number {
  const hops = traces.flatMap((trace) =>
    flightIndex(trace).flights.flatMap(({ kind, startNs, endNs }) =>
      kind === 'link' ? [endNs - startNs] : [],
    ),
  );
  return hops.toSorted((a, b) => a - b)[hops.length >> 1] ?? 0;
}
