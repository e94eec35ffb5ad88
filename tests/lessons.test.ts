import { describe, expect, it } from 'vitest';
import { simulateAll } from '../src/engine/simulate';
import { streetExperiment } from '../src/experiment/street';
import { WORDS } from '../src/i18n/words';
import { controlsOf, momentsOfBeats, sceneStreet } from '../src/lessons/course';
import type { Lesson } from '../src/lessons/lesson';
import { LESSONS } from '../src/lessons/lessons';
import { momentFacts, runFacts } from '../src/lessons/momentFacts';
import type { Run } from '../src/trace/run';
import { FIELD_NAMES } from '../src/wire/field';

const LANGUAGES = ['ko', 'en'] as const;
const GAP = /\{\{(\w+)\}\}/gu;
/** Two lines of sixteen letters; Latin ones and digits are half as wide. */
const LINE_LETTERS = 16;

const runs = new Map<string, Run>();

/** The run of one future of a lesson. */
function runOf(lesson: Lesson, variant: string | undefined): Run {
  const key = `${lesson.id} ${variant}`;
  const known = runs.get(key) ?? simulateAll(streetExperiment(sceneStreet(lesson, variant)));
  runs.set(key, known);
  return known;
}

function say({ id }: Lesson, language: 'ko' | 'en', name: string): string {
  let words: unknown = (WORDS[language] as { lessonText: Record<string, unknown> }).lessonText[id];
  for (const part of name.split('.')) words = (words as Record<string, unknown> | undefined)?.[part];
  if (typeof words !== 'string') throw new Error(`${id} has no ${name} in ${language}`);
  return words;
}

function gapsOf(text: string): string[] {
  return [...text.matchAll(GAP)].map(([, gap]) => gap!);
}

/** Every name of words that the lesson's data asks for. */
function namesOf(lesson: Lesson): string[] {
  return [
    'title',
    'goal',
    'outcome',
    ...['task', 'done', 'notYet'].map((part) => `challenge.${part}`),
    ...['question', 'right'].map((part) => `check.${part}`),
    ...['say', 'ask', 'expectedWrong'].map((part) => `teacher.${part}`),
    ...lesson.newTerms.map((term) => `terms.${term}`),
    ...lesson.predict.flatMap(({ id, options }) => [
      `predict.${id}.question`,
      `predict.${id}.why`,
      ...options.map((option) => `predict.${id}.options.${option.id}`),
    ]),
    ...lesson.beats.map(({ id }) => `beat.${id}`),
    ...controlsOf(lesson).flatMap(({ id, values }) => [
      `control.${id}.name`,
      ...values.map((value) => `control.${id}.values.${value.id}`),
    ]),
    ...lesson.check.options.map(({ id }) => `check.options.${id}`),
    ...lesson.check.options.filter(({ isRight }) => !isRight).map(({ id }) => `check.refute.${id}`),
    ...lesson.facts.map(({ claim }) => `facts.${claim}`),
    ...lesson.metaphor.limits.map((limit) => `limits.${limit}`),
  ];
}

function leavesOf(words: unknown, path = ''): string[] {
  if (typeof words === 'string') return [path];
  return Object.entries(words as object).flatMap(([name, value]) =>
    leavesOf(value, path === '' ? name : `${path}.${name}`),
  );
}

describe.each(LESSONS.map((lesson) => [lesson.id, lesson] as const))('lesson %s', (id, lesson) => {
  it.each(LANGUAGES)('says nothing of its own: every number is from the run (%s)', (language) => {
    for (const [i, beat] of lesson.beats.entries()) {
      const run = runOf(lesson, beat.variant);
      const moment = momentsOfBeats(lesson, run, beat.variant)[i]!;
      const caption = say(lesson, language, `beat.${beat.id}`);
      expect(caption.replaceAll(GAP, ''), beat.id).not.toMatch(/\d/u);
      const facts = momentFacts(run, moment);
      for (const gap of gapsOf(caption)) expect(facts, beat.id).toHaveProperty(gap);
    }
    for (const { id: question, answerBeat } of lesson.predict) {
      const i = lesson.beats.findIndex((beat) => beat.id === answerBeat);
      const run = runOf(lesson, lesson.beats[i]!.variant);
      const facts = momentFacts(run, momentsOfBeats(lesson, run, lesson.beats[i]!.variant)[i]!);
      for (const gap of gapsOf(say(lesson, language, `predict.${question}.why`))) {
        expect(facts, question).toHaveProperty(gap);
      }
    }
    for (const gap of gapsOf(say(lesson, language, 'outcome'))) {
      expect(runFacts(runOf(lesson, undefined))).toHaveProperty(gap);
    }
  });

  it.each(LANGUAGES)('has captions of two short lines (%s)', (language) => {
    for (const [i, beat] of lesson.beats.entries()) {
      const run = runOf(lesson, beat.variant);
      const facts = momentFacts(run, momentsOfBeats(lesson, run, beat.variant)[i]!);
      const caption = say(lesson, language, `beat.${beat.id}`).replaceAll(
        GAP,
        (_, gap: string) => `${facts[gap]}`,
      );
      const lines = caption.split('\n');
      expect(lines.length, caption).toBeLessThanOrEqual(2);
      for (const line of lines) expect(widthOf(line), line).toBeLessThanOrEqual(LINE_LETTERS);
    }
  });

  it('has a name for each wrong answer', () => {
    for (const option of lesson.check.options) {
      if (option.isRight) continue;
      expect(option.misconception).toMatch(/^M(?:0[1-9]|[12]\d|3[0-4])$/u);
    }
  });

  it('has one thing to change, three to six ways', () => {
    expect(lesson.control.values.length).toBeGreaterThanOrEqual(3);
  });

  it('shows fields that there are', () => {
    const known: readonly string[] = [...FIELD_NAMES, 'data.blockNumber'];
    expect(lesson.visibleFields.filter((name) => !known.includes(name))).toEqual([]);
    expect(lesson.visibleFields.length).toBeGreaterThan(0);
  });

  it('asks for few new words, and says where each claim is written', () => {
    expect(lesson.newTerms.length).toBeLessThanOrEqual(3);
    for (const { ref } of lesson.facts) expect(ref).toMatch(/^RFC \d+ §[\d.]+$/u);
    expect(lesson.metaphor.used.length === 0 || lesson.metaphor.limits.length > 0).toBe(true);
  });

  it.each(LANGUAGES)('has words for all of it and no others (%s)', (language) => {
    const words = (WORDS[language] as { lessonText: Record<string, unknown> }).lessonText[id];
    expect(leavesOf(words).toSorted()).toEqual(namesOf(lesson).toSorted());
  });
});

/** Milliseconds after the first write at which the beats of one future happen. */
function timesOf(id: string, variant: string | undefined): Readonly<Record<string, number>> {
  const lesson = LESSONS.find((one) => one.id === id)!;
  const run = runOf(lesson, variant);
  const moments = momentsOfBeats(lesson, run, variant);
  return Object.fromEntries(
    lesson.beats.flatMap((beat, i) => {
      const moment = moments[i];
      return moment ? [[beat.id, Number(momentFacts(run, moment)['ms'])] as const] : [];
    }),
  );
}

describe('the times of the lessons', () => {
  it('are those of 1, 3, 2: ACK 3001 a round trip after the late one came', () => {
    expect(timesOf('L13', undefined)).toMatchObject({ first: 250, early: 290, filled: 330, compare: 580 });
  });

  it('are those of fast retransmit: duplicates at 540, 560 and 580 ms, the timer at 1750', () => {
    expect(timesOf('L14', undefined)).toMatchObject({
      first: 540,
      second: 560,
      third: 580,
      again: 580,
      jump: 1080,
    });
    expect(timesOf('L14', 'three')).toEqual({ slow: 1750 });
  });

  it('are those of the same fate: a burst at 270 ms, a needless resend, and the end at 1260', () => {
    expect(timesOf('L18', 'call')).toEqual({ skipped: 260, burst: 270 });
    expect(timesOf('L18', 'own')).toEqual({ ownResend: 350, needless: 800, slow: 1260 });
  });
});

/** In letters of Hangul. */
function widthOf(line: string): number {
  return [...line].reduce((sum, letter) => sum + (letter.codePointAt(0)! < 0x1100 ? 0.5 : 1), 0);
}
