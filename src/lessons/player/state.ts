import type { Choices } from '../course';
import { LESSONS } from '../lessons';
import type { Facts, Lesson, Moment } from '../lesson';

/** The parts of a lesson in their order. */
export const PARTS = ['predict', 'watch', 'change', 'make', 'check', 'end'] as const;
/** One of them. */
export type Part = (typeof PARTS)[number];

/** Where a viewer is in a lesson, and what they have said so far: what a link keeps. */
export interface Progress {
  readonly lesson: Lesson;
  readonly part: Part;
  /** While watching: the beat that is told or waited for. */
  readonly beat: number;
  /** What was predicted, by question. */
  readonly predicted: Choices;
  /** Someone chose to see it without predicting: that is kept, and said. */
  readonly hasSkipped: boolean;
  readonly chosen: Choices;
  /** The answer to the check question. */
  readonly answer: string | null;
}

/** What came of a prediction: the answer that the run bears out, and the numbers that say why. */
export interface Outcome {
  readonly option: string;
  readonly facts: Facts;
}

/** What the player shows besides. */
export interface PlayerState extends Progress {
  /** The beats' moments in the run on stage; none while it is not whole. */
  readonly moments: readonly (Moment | null)[];
  /** What came of the predictions, by question, as far as their scenes have been on stage. */
  readonly outcomes: Readonly<Record<string, Outcome>>;
  /** How often someone tried to play before they predicted: the question says so. */
  readonly refusals: number;
  readonly showsCaption: boolean;
  readonly showsNotes: boolean;
  /** All of the stage is dim but for one place. */
  readonly showsSpotlight: boolean;
  /** Nothing is to be seen at all. */
  readonly isBlank: boolean;
  /** The right answer to the check question is shown without an answer. */
  readonly isRevealed: boolean;
}

/** The beginning of a lesson. */
export function beginningOf(lesson: Lesson): Progress {
  const nothing = { predicted: {}, hasSkipped: false, chosen: {}, answer: null };
  return { lesson, part: 'predict', beat: 0, ...nothing };
}

/** Every question has a prediction, or they were skipped. */
export function mayPlay({ lesson, predicted, hasSkipped }: Progress): boolean {
  return hasSkipped || lesson.predict.every(({ id }) => predicted[id] !== undefined);
}

/** As long as a question waits for its prediction, and nothing has been seen yet, time goes no further than this. */
export function heldNs({ lesson, part, outcomes }: PlayerState): number | null {
  return part === 'predict' && Object.keys(outcomes).length === 0 ? lesson.scene.fromNs : null;
}

/** Steps from 0: the question, each beat, then the other parts. */
export function stepOf({ lesson, part, beat }: Progress): number {
  const later = PARTS.indexOf(part) - PARTS.indexOf('change');
  if (part === 'predict') return 0;
  return part === 'watch' ? 1 + beat : 1 + lesson.beats.length + later;
}

/** How many steps there are. */
export function stepCount({ beats }: Lesson): number {
  return beats.length + PARTS.length - 1;
}

/** The inverse of `stepOf`; beyond the last step it is the last. */
export function atStep(lesson: Lesson, step: number): Pick<Progress, 'part' | 'beat'> {
  if (step <= 0) return { part: 'predict', beat: 0 };
  if (step <= lesson.beats.length) return { part: 'watch', beat: step - 1 };
  const later = PARTS.slice(PARTS.indexOf('change'));
  const part = later[step - 1 - lesson.beats.length] ?? 'end';
  return { part, beat: lesson.beats.length - 1 };
}

/** The variant of the scene that is on stage there. */
export function variantAt({ lesson, part, beat }: Progress): string | undefined {
  switch (part) {
    case 'watch':
      return lesson.beats[beat]?.variant;
    case 'make':
      return lesson.challenge.variant;
    case 'change':
      return lesson.changeVariant;
    case 'predict':
    case 'check':
    case 'end':
      return undefined;
  }
}

/** The lesson so many places further on in the list, or null at its ends. */
export function neighbourOf(lesson: Lesson, places: 1 | -1): Lesson | null {
  return LESSONS[LESSONS.indexOf(lesson) + places] ?? null;
}
