import type { Street } from '../experiment/street';
import { streetProblem } from '../experiment/validate';
import type { Run } from '../trace/run';
import { changedStreet, controlsOf, momentsOfBeats, sceneStreet } from './course';
import type { Lesson } from './lesson';

/** What can be wrong with a lesson. */
export type LessonProblemKind =
  /** The engine does not take the scene, or one of its futures. */
  | 'sceneRefused'
  /** A beat does not happen, or not after the one before it. */
  | 'beatMissing'
  /** A prediction's outcome is told at a beat that there is not. */
  | 'answerBeatUnknown'
  /** Not exactly one answer is what the run bears out. */
  | 'predictionUndecided'
  /** The check question has not exactly one right answer. */
  | 'rightAnswers'
  /** A wrong answer leads to a beat that there is not. */
  | 'refuteBeatUnknown'
  /** A control has fewer than two or more than six values, or none that it starts with. */
  | 'controlValues'
  /** The goal is reached before anything is changed, or not by what is said to reach it. */
  | 'challengeReached'
  | 'challengeUnreachable'
  | 'tooManyTerms';

/** One thing that is wrong, and with what: a beat, a question, a control, a variant. */
export interface LessonProblem {
  readonly kind: LessonProblemKind;
  readonly where: string;
}

/** Everything that is wrong with a lesson, found by running all its futures with `simulate`; empty for one that keeps its word. */
export function lessonProblems(lesson: Lesson, simulate: (street: Street) => Run): readonly LessonProblem[] {
  const refused = sceneProblems(lesson);
  if (refused.length > 0) return refused;
  const runs = new Map<string | undefined, Run>();
  const runOf = (variant: string | undefined): Run => {
    const run = runs.get(variant) ?? simulate(sceneStreet(lesson, variant));
    runs.set(variant, run);
    return run;
  };
  return [
    ...beatProblems(lesson, runOf),
    ...predictionProblems(lesson, runOf),
    ...checkProblems(lesson),
    ...controlProblems(lesson),
    ...challengeProblems(lesson, simulate),
    ...(lesson.newTerms.length > MOST_TERMS ? [problem('tooManyTerms', lesson.id)] : []),
  ];
}

const MOST_TERMS = 3;
const FEWEST_VALUES = 2;
const MOST_VALUES = 6;

type RunOf = (variant: string | undefined) => Run;

function problem(kind: LessonProblemKind, where: string): LessonProblem {
  return { kind, where };
}

function sceneProblems(lesson: Lesson): readonly LessonProblem[] {
  return [undefined, ...Object.keys(lesson.scene.variants)].flatMap((variant) =>
    streetProblem(sceneStreet(lesson, variant)) ? [problem('sceneRefused', variant ?? lesson.id)] : [],
  );
}

function beatProblems(lesson: Lesson, runOf: RunOf): readonly LessonProblem[] {
  return lesson.beats.flatMap(({ id, variant }, number) =>
    momentsOfBeats(lesson, runOf(variant), variant)[number] ? [] : [problem('beatMissing', id)],
  );
}

function predictionProblems({ predict, beats }: Lesson, runOf: RunOf): readonly LessonProblem[] {
  return predict.flatMap(({ id, options, answerBeat }) => {
    const beat = beats.find((one) => one.id === answerBeat);
    if (!beat) return [problem('answerBeatUnknown', id)];
    const run = runOf(beat.variant);
    return options.filter(({ holds }) => holds(run)).length === 1 ? [] : [problem('predictionUndecided', id)];
  });
}

function checkProblems({ id: lesson, check, beats }: Lesson): readonly LessonProblem[] {
  const right = check.options.filter(({ isRight }) => isRight);
  const lost = check.options.filter(
    (option) => !option.isRight && !beats.some(({ id }) => id === option.refuteBeat),
  );
  return [
    ...(right.length === 1 ? [] : [problem('rightAnswers', lesson)]),
    ...lost.map(({ id }) => problem('refuteBeatUnknown', id)),
  ];
}

function controlProblems(lesson: Lesson): readonly LessonProblem[] {
  return controlsOf(lesson).flatMap(({ id, values, start }) => {
    const isBetween = values.length >= FEWEST_VALUES && values.length <= MOST_VALUES;
    return isBetween && values.some((value) => value.id === start) ? [] : [problem('controlValues', id)];
  });
}

function challengeProblems(lesson: Lesson, simulate: (street: Street) => Run): readonly LessonProblem[] {
  const { variant, goalTest, solution } = lesson.challenge;
  const isReached = (choices: Readonly<Record<string, string>>): boolean =>
    goalTest(simulate(changedStreet(lesson, variant, choices)));
  return [
    ...(isReached({}) ? [problem('challengeReached', lesson.id)] : []),
    ...(isReached(solution) ? [] : [problem('challengeUnreachable', lesson.id)]),
  ];
}
