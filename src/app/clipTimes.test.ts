import { describe, expect, it } from 'vitest';
import { trueTimeMap } from '../playback/timeMap';
import { clipTimes } from './clipTimes';

const MS = 1_000_000;
const course = { map: trueTimeMap(1000 * MS, []), storyEndNs: 900 * MS };

describe('the pictures of a clip', () => {
  it('lie around the playhead, as far apart as playing makes them', () => {
    const times = clipTimes(course, 500 * MS, 0.1);
    expect(times).toHaveLength(30);
    expect(times[0]).toBe(400 * MS);
    expect(times[10]).toBe(500 * MS);
    expect(times[1]! - times[0]!).toBe(10 * MS);
  });

  it('stay within the story', () => {
    const times = clipTimes(course, 0, 1);
    expect(times[0]).toBe(0);
    expect(times.at(-1)).toBe(900 * MS);
    expect(clipTimes(course, 50 * MS, 1)).toEqual(clipTimes(course, 50 * MS, 1));
  });
});
