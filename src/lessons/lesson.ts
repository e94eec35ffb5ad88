import type { Nanoseconds } from '../experiment/experiment';
import type { Street } from '../experiment/street';
import type { Run } from '../trace/run';

export const LESSON_IDS = ['L13', 'L14', 'L18'] as const;
/** Lessons keep their numbers, whatever others there are. */
export type LessonId = (typeof LESSON_IDS)[number];

/** A belief that a wrong answer gives away; the numbers are those of the list that the lessons share. */
export type Misconception = `M${number}`;

/** A moment of a run at which something happened. */
export interface Moment {
  readonly timeNs: Nanoseconds;
  readonly lane: number;
  /** Its event in the lane's trace, and the packet it is about, or -1. */
  readonly event: number;
  readonly packet: number;
}

/** The first moment at or after `afterNs` at which it has happened; `null`: it never does. */
export type Until = (run: Run, afterNs: Nanoseconds) => Moment | null;

/** What fills the gaps of a sentence: every number in it comes from the run. */
export type Facts = Readonly<Record<string, string | number>>;

/** Where one has to look: over which part of the stage the sentence stands. */
export type Side = 'sender' | 'road' | 'receiver';

/** The instrument that shows it best. */
export type LessonInstrument = 'ladder' | 'app';

/** One thing that happens, and the sentence about it: `lessonText.<lesson>.beat.<id>`. */
export interface Beat {
  readonly id: string;
  /** Which future of the scene it happens in; left out: the scene as it is. */
  readonly variant?: string;
  readonly until: Until;
  readonly side: Side;
  readonly instrument?: LessonInstrument;
}

/** A street, and what else could have been: the same street with changes. */
export interface Scene {
  readonly street: Street;
  readonly variants: Readonly<Record<string, Partial<Street>>>;
  /** Where watching begins: the connection stands, nothing is sent yet. */
  readonly fromNs: Nanoseconds;
  /** Virtual time to wall time. */
  readonly speed: number;
}

/** An answer, and whether the run bears it out: exactly one of a question does. */
export interface PredictionOption {
  readonly id: string;
  readonly holds: (run: Run) => boolean;
}

/** What will be seen next? Asked before anything is played. */
export interface Prediction {
  readonly id: string;
  readonly options: readonly PredictionOption[];
  /** The beat after which the outcome stands beside the prediction. */
  readonly answerBeat: string;
}

/** Something to change, three to six ways. */
export interface Control {
  readonly id: string;
  readonly values: readonly ControlValue[];
  /** The value it has at first. */
  readonly start: string;
  /** Of use in one tier only, and shown there alone. */
  readonly only?: 'change' | 'make';
}

/** One of the ways; its words are `lessonText.<lesson>.control.<control>.values.<id>`. */
export interface ControlValue {
  readonly id: string;
  readonly change: (street: Street) => Street;
}

/** A goal that the engine can judge. */
export interface Challenge {
  readonly variant?: string;
  readonly goalTest: (run: Run) => boolean;
  /** Values of the controls that reach the goal: known to exist, not shown. */
  readonly solution: Readonly<Record<string, string>>;
}

/** A wrong answer has a name and a scene that refutes it. */
export type CheckOption =
  | { readonly id: string; readonly isRight: true }
  | {
      readonly id: string;
      readonly isRight: false;
      readonly misconception: Misconception;
      readonly refuteBeat: string;
    };

/** What the lesson claims, and where that is written. */
export interface Claim {
  readonly claim: string;
  readonly ref: string;
}

/** A lesson: a scene, what to expect of it, what happens in it, what to change in it and what to take from it. */
export interface Lesson {
  readonly id: LessonId;
  readonly minutes: number;
  /** Keys of `lessonText.<lesson>.terms`, at most three. */
  readonly newTerms: readonly string[];
  /** Header fields that are taught by now, by their names in the inspector; the others stay folded. */
  readonly visibleFields: readonly string[];
  readonly scene: Scene;
  readonly predict: readonly [Prediction, ...Prediction[]];
  readonly beats: readonly [Beat, ...Beat[]];
  /** The future in which things are changed; left out: the scene as it is. */
  readonly changeVariant?: string;
  /** The one thing to change. */
  readonly control: Control;
  /** What an expert may change beside it. */
  readonly switches: readonly Control[];
  readonly challenge: Challenge;
  readonly check: { readonly options: readonly CheckOption[] };
  readonly facts: readonly Claim[];
  /** `limits`: keys of `lessonText.<lesson>.limits`, the cards that say where the picture ends. */
  readonly metaphor: { readonly used: readonly string[]; readonly limits: readonly [string, ...string[]] };
}
