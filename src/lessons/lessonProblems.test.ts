import { describe, expect, it } from 'vitest';
import { simulateAll } from '../engine/simulate';
import { type Street, streetExperiment } from '../experiment/street';
import type { Lesson } from './lesson';
import { lessonProblems } from './lessonProblems';
import { LESSONS, lessonOf } from './lessons';

const simulate = (street: Street) => simulateAll(streetExperiment(street));
const good = lessonOf('L13')!;
const problemsOf = (change: Partial<Lesson>): readonly string[] =>
  lessonProblems({ ...good, ...change }, simulate).map(({ kind, where }) => `${kind} ${where}`);

describe('a lesson', () => {
  it.each(LESSONS.map((lesson) => [lesson.id, lesson] as const))('%s keeps its word', (_, lesson) => {
    expect(lessonProblems(lesson, simulate)).toEqual([]);
  });

  it('is found out when a beat does not happen', () => {
    const [first, ...others] = good.beats;
    expect(problemsOf({ beats: [{ ...first, until: () => null }, ...others] })).toEqual([
      'beatMissing first',
    ]);
  });

  it('is found out when a question has two true answers, or is told nowhere', () => {
    const [third, again] = good.predict;
    const undecided = {
      ...third,
      options: third.options.map((option) => ({ ...option, holds: () => true })),
    };
    expect(problemsOf({ predict: [undecided, { ...again!, answerBeat: 'nowhere' }] })).toEqual([
      'predictionUndecided third',
      'answerBeatUnknown again',
    ]);
  });

  it('is found out when the check question is not one', () => {
    const options = good.check.options.map((option) =>
      option.isRight ? option : { ...option, refuteBeat: 'nowhere' },
    );
    const wrong = options.filter(({ isRight }) => !isRight);
    expect(problemsOf({ check: { options: wrong } })).toEqual([
      'rightAnswers L13',
      ...wrong.map(({ id }) => `refuteBeatUnknown ${id}`),
    ]);
  });

  it('is found out when the goal cannot be missed or not be reached', () => {
    expect(problemsOf({ challenge: { ...good.challenge, goalTest: () => true } })).toEqual([
      'challengeReached L13',
    ]);
    expect(problemsOf({ challenge: { ...good.challenge, solution: {} } })).toEqual([
      'challengeUnreachable L13',
    ]);
  });

  it('is found out when its scene or its control is none', () => {
    const street: Street = {
      ...good.scene.street,
      commands: [{ kind: 'powerOff', atNs: 0, host: 'nobody' }],
    };
    expect(problemsOf({ scene: { ...good.scene, street } })).toContain('sceneRefused L13');
    expect(problemsOf({ control: { ...good.control, start: 'nothing' } })).toContain('controlValues delay');
  });
});
