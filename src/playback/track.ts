import type { TimeMap } from './timeMap';
import type { Zoom } from './zoom';

/** What of a run lies on the timeline's track: positions of its map from `start` to `end`. */
export interface Track {
  readonly map: TimeMap;
  readonly start: number;
  readonly end: number;
}

/** The track for a stretch of time; one that this run has nothing of gives the whole run. */
export function trackOf(map: TimeMap, range: Zoom['range']): Track {
  const start = range ? map.toPosition(range[0]) : 0;
  const end = range ? map.toPosition(range[1]) : map.length;
  return start < end ? { map, start, end } : { map, start: 0, end: map.length };
}

/** Where a position of the map lies on the track: 0 is its left end, 1 its right; outside it less or more. */
export function shareOf({ start, end }: Track, position: number): number {
  return (position - start) / (end - start);
}

/** The time at a share of the track, ns. */
export function timeAtShare({ map, start, end }: Track, share: number): number {
  return map.toTime(start + (end - start) * share);
}
