import { describe, expect, it } from 'vitest';
import { LESSONS, lessonOf } from '../lessons';
import { lessonLink, readLessonLink } from './lessonLink';
import { atStep, beginningOf, type Progress, stepCount, stepOf } from './state';

const lesson = lessonOf('L13')!;
const somewhere: Progress = {
  ...beginningOf(lesson),
  part: 'watch',
  beat: 2,
  predicted: { third: 'kept', again: 'times1' },
  chosen: { delay: 'ms100' },
  answer: 'asArrived',
};

describe('a link to a place in a lesson', () => {
  it('is read back to the same place, with what was said there', () => {
    const link = lessonLink(somewhere, 'ko');
    expect(link).toBe('/L13/3?p=third.kept,again.times1&c=delay.ms100&a=asArrived&l=ko');
    expect(readLessonLink(link)).toEqual({ progress: somewhere, language: 'ko' });
    const skipped = { ...beginningOf(lesson), part: 'end' as const, beat: 6, hasSkipped: true };
    expect(readLessonLink(lessonLink(skipped, 'en'))?.progress).toEqual(skipped);
  });

  it('leads to the question first when nothing was predicted', () => {
    expect(readLessonLink('/L13/5')?.progress).toEqual(beginningOf(lesson));
  });

  it('leaves out what it does not know, and knows only lessons', () => {
    const link = readLessonLink('/L13/99?p=third.eaten,again.times0&s=1&c=delay.never,moon.full&a=x&l=fr');
    expect(link?.progress).toMatchObject({
      part: 'end',
      predicted: { again: 'times0' },
      chosen: {},
      answer: null,
    });
    expect(link?.language).toBeUndefined();
    expect(readLessonLink('/L99/1')).toBeUndefined();
    expect(readLessonLink('/')).toBeUndefined();
  });
});

describe('the steps of a lesson', () => {
  it.each(LESSONS.map((one) => [one.id, one] as const))(
    'count from the question to the end (%s)',
    (_, one) => {
      const steps = Array.from({ length: stepCount(one) }, (__, step) => step);
      expect(steps.map((step) => stepOf({ ...beginningOf(one), ...atStep(one, step) }))).toEqual(steps);
      expect(atStep(one, stepCount(one) + 5).part).toBe('end');
    },
  );
});
