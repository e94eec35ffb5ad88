import { type Language, LANGUAGES } from '../../i18n/language';
import { controlsOf, type Choices } from '../course';
import { lessonOf } from '../lessons';
import { atStep, beginningOf, mayPlay, type Progress, stepOf } from './state';

/** The hash fragment (without `#`) of a place in a lesson: `/L13/3?p=third.kept&c=delay.ms100&l=ko`. */
export function lessonLink(progress: Progress, language: Language): string {
  const { lesson, predicted, hasSkipped, chosen, answer } = progress;
  const parts = [
    ['p', pairsOf(predicted)],
    ['s', hasSkipped ? '1' : ''],
    ['c', pairsOf(chosen)],
    ['a', answer ?? ''],
    ['l', language],
  ].flatMap(([name, value]) => (value === '' ? [] : [`${name}=${value}`]));
  return `/${lesson.id}/${stepOf(progress)}${parts.length > 0 ? `?${parts.join('&')}` : ''}`;
}

/** What a link to a lesson says. */
export interface LessonLink {
  readonly progress: Progress;
  readonly language: Language | undefined;
}

/** Reads what `lessonLink` wrote; what it does not know it leaves out. Undefined: no lesson of that name. */
export function readLessonLink(text: string): LessonLink | undefined {
  const [path = '', query = ''] = text.split('?');
  const [, id = '', step = '0'] = path.split('/');
  const lesson = lessonOf(id);
  if (!lesson) return undefined;
  const said = new Map(query.split('&').map((part) => part.split('=') as [string, string | undefined]));
  const options = new Map(lesson.predict.map((one) => [one.id, one.options.map((option) => option.id)]));
  const values = new Map(controlsOf(lesson).map((one) => [one.id, one.values.map((value) => value.id)]));
  const answer = lesson.check.options.find((option) => option.id === said.get('a'))?.id ?? null;
  const progress: Progress = {
    ...beginningOf(lesson),
    predicted: pairsIn(said.get('p'), options),
    hasSkipped: said.get('s') === '1',
    chosen: pairsIn(said.get('c'), values),
    answer,
  };
  // Nothing is told to someone who has not been asked.
  const place = mayPlay(progress) ? atStep(lesson, Number.parseInt(step, 10) || 0) : {};
  const language = LANGUAGES.find((one) => one === said.get('l'));
  return { progress: { ...progress, ...place }, language };
}

function pairsOf(choices: Choices): string {
  return Object.entries(choices)
    .map(([name, value]) => `${name}.${value}`)
    .join(',');
}

function pairsIn(text: string | undefined, known: ReadonlyMap<string, readonly string[]>): Choices {
  const pairs = (text ?? '').split(',').map((pair) => pair.split('.'));
  return Object.fromEntries(
    pairs.filter(([name = '', value = '']) => known.get(name)?.includes(value)),
  ) as Choices;
}
