import type { Run } from '../../trace/run';
import type { Lesson, Moment } from '../lesson';
import { momentFacts } from '../momentFacts';
import type { Outcome } from './state';

/** What this run says of the predictions whose beats happen in it. */
export function outcomesOf(
  { predict, beats }: Lesson,
  run: Run,
  moments: readonly (Moment | null)[],
): Readonly<Record<string, Outcome>> {
  return Object.fromEntries(
    predict.flatMap(({ id, options, answerBeat }) => {
      const moment = moments[beats.findIndex((beat) => beat.id === answerBeat)];
      if (!moment) return [];
      const option = options.find(({ holds }) => holds(run))?.id;
      return option === undefined ? [] : [[id, { option, facts: momentFacts(run, moment) }] as const];
    }),
  );
}
