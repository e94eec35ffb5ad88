import type { Course } from '../playback/course';

/** Ten pictures a second: GIFs count time in hundredths. */
export const FRAME_MS = 100;
const BEFORE_MS = 1000;
const AFTER_MS = 2000;
const NS_PER_MS = 1_000_000;

/** The moments of a clip's pictures: one second before the playhead to two after it, as it would be played, within the story. */
export function clipTimes(
  { map, storyEndNs }: Pick<Course, 'map' | 'storyEndNs'>,
  nowNs: number,
  speed: number,
): readonly number[] {
  const first = map.toPosition(nowNs) - BEFORE_MS * NS_PER_MS * speed;
  const count = (BEFORE_MS + AFTER_MS) / FRAME_MS;
  const times = Array.from({ length: count }, (_, frame) =>
    map.toTime(first + frame * FRAME_MS * NS_PER_MS * speed),
  );
  return times.map((timeNs) => Math.round(Math.min(Math.max(0, timeNs), Math.max(nowNs, storyEndNs))));
}
