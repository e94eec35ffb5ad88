import { simulateAll } from '../engine/simulate';
import { streetExperiment } from '../experiment/street';
import { type LessonProblem, type LessonProblemKind, lessonProblems } from '../lessons/lessonProblems';
import { LESSONS, lessonOf } from '../lessons/lessons';
import type { Lesson } from '../lessons/lesson';
import { BadInput } from './badInput';
import type { Output } from './output';

const SENTENCES: Readonly<Record<LessonProblemKind, string>> = {
  sceneRefused: 'the engine does not take this scene',
  beatMissing: 'this beat does not happen, or not after the one before it',
  answerBeatUnknown: 'its outcome is told at a beat that there is not',
  predictionUndecided: 'not exactly one answer is what the run bears out',
  rightAnswers: 'the check question has not exactly one right answer',
  refuteBeatUnknown: 'this wrong answer leads to a beat that there is not',
  controlValues: 'a control has two to six values, and starts with one of them',
  challengeReached: 'the goal is reached before anything is changed',
  challengeUnreachable: 'what is said to reach the goal does not',
  tooManyTerms: 'more than three new terms',
};

/**
 * `lesson check [LESSON…]`: runs every future of these lessons, or of all, and says what is wrong. Answers 1 when
 * anything is. Lessons are code, so it is their names that are asked for. Throws `BadInput` before anything is printed.
 */
export function lesson(args: readonly string[], print: Output): number {
  const [verb, ...names] = args;
  if (verb !== 'check') throw new BadInput('lesson: it can only be told to check: lesson check [LESSON…]');
  const chosen = names.length > 0 ? names.map(lessonNamed) : LESSONS;
  const checked = chosen.map((one) => ({
    one,
    problems: lessonProblems(one, (street) => simulateAll(streetExperiment(street))),
  }));
  print(checked.flatMap(({ one, problems }) => linesOf(one, problems)));
  return checked.some(({ problems }) => problems.length > 0) ? 1 : 0;
}

function lessonNamed(name: string): Lesson {
  const found = lessonOf(name);
  const known = LESSONS.map(({ id }) => id).join(', ');
  if (!found) throw new BadInput(`lesson check: "${name}" is none of the lessons ${known}`);
  return found;
}

function linesOf({ id, beats }: Lesson, problems: readonly LessonProblem[]): readonly string[] {
  if (problems.length === 0) return [`${id} ok: ${beats.length} beats happen, in their order`];
  return problems.map(({ kind, where }) => `${id} ${where}: ${SENTENCES[kind]}`);
}
