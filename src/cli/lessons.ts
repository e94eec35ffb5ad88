import { parseArgs } from 'node:util';
import { lessonText as en } from '../i18n/en/lessonText';
import { lessonText as ko } from '../i18n/ko/lessonText';
import { LESSONS } from '../lessons/lessons';
import { BadInput } from './badInput';
import type { Output } from './output';

/** `lessons`: lists them. Throws `BadInput` before anything is printed. */
export function lessons(args: readonly string[], print: Output): void {
  const isJson = asksForJson(args);
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

function asksForJson(args: readonly string[]): boolean {
  try {
    return parseArgs({ args: [...args], options: { json: { type: 'boolean' } } }).values.json ?? false;
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    throw new BadInput(`lessons: ${error.message.split('\n')[0]!}`, { cause: error });
  }
}
