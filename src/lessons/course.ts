import type { Nanoseconds } from '../experiment/experiment';
import type { Street } from '../experiment/street';
import type { Run } from '../trace/run';
import type { Control, Lesson, Moment } from './lesson';

/** Which value each control has, by the controls' names; one that is not named has the value it starts with. */
export type Choices = Readonly<Record<string, string>>;

/** The street of the scene in one of its futures. */
export function sceneStreet({ scene }: Lesson, variant: string | undefined): Street {
  return variant === undefined ? scene.street : { ...scene.street, ...scene.variants[variant] };
}

/** The same street with the controls as they are chosen. */
export function changedStreet(lesson: Lesson, variant: string | undefined, choices: Choices): Street {
  let street = sceneStreet(lesson, variant);
  for (const control of controlsOf(lesson)) {
    const value = chosenValue(control, choices);
    // A control that stands where it started leaves the scene as its author made it.
    if (value.id !== control.start) street = value.change(street);
  }
  return street;
}

/** What can be changed, the one thing first. */
export function controlsOf({ control, switches }: Lesson): readonly Control[] {
  return [control, ...switches];
}

/** The value a control has. */
export function chosenValue({ id, values, start }: Control, choices: Choices): Control['values'][number] {
  return values.find((value) => value.id === (choices[id] ?? start)) ?? values[0]!;
}

/** When each beat happens in a run of `variant`: `null` for those of other futures, and those that do not. */
export function momentsOfBeats(
  lesson: Lesson,
  run: Run,
  variant: string | undefined,
): readonly (Moment | null)[] {
  let fromNs: Nanoseconds = lesson.scene.fromNs;
  return lesson.beats.map((beat) => {
    if (beat.variant !== variant) return null;
    const moment = beat.until(run, fromNs);
    if (moment) fromNs = moment.timeNs;
    return moment;
  });
}

/**
 * The beat to tell at `timeNs`: the last that has happened, of several at one moment the first, unless `wanted` is a later
 * one of them; -1 when none has.
 */
export function beatAt(moments: readonly (Moment | null)[], timeNs: Nanoseconds, wanted: number): number {
  const last = moments.findLastIndex((moment) => moment !== null && moment.timeNs <= timeNs);
  const lastNs = moments[last]?.timeNs;
  if (lastNs === undefined) return -1;
  if (moments[wanted]?.timeNs === lastNs) return wanted;
  return moments.findIndex((moment) => moment?.timeNs === lastNs);
}
