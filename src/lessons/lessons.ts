import { fastRetransmit } from './content/fastRetransmit';
import { inOrder } from './content/inOrder';
import { sameFate } from './content/sameFate';
import type { Lesson } from './lesson';

/** All lessons, in the order in which they build on each other. */
export const LESSONS: readonly Lesson[] = [inOrder, fastRetransmit, sameFate];

/** The lesson of that name, if there is one. */
export function lessonOf(id: string): Lesson | undefined {
  return LESSONS.find((lesson) => lesson.id === id);
}
