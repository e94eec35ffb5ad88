import { lessonText as en } from '../i18n/en/lessonText';
import { lessonText as ko } from '../i18n/ko/lessonText';
import { LESSONS } from '../lessons/lessons';
import { asksForJson } from './asksForJson';
import type { Output } from './output';

/** `lessons`: lists them. Throws `BadInput` before anything is printed. */
export function lessons(args: readonly string[], print: Output): void {
  const isJson = asksForJson('lessons', args);
  const list = LESSONS.map(({ id, minutes, beats }) => ({
    id,
    titles: { ko: ko[id].title, en: en[id].title },
    minutes,
    beats: beats.map((beat) => beat.id),
  }));
  if (isJson) return print([JSON.stringify(list, null, 2)]);
  return print(
    list.map(
      ({ id, titles, minutes, beats }) => `${id}  ${minutes} min  ${titles.en}  (${beats.join(', ')})`,
    ),
  );
}
