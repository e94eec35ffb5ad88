import type { SimulatorProblem } from '../bridge/simulator';
import type { ProblemKind } from '../experiment/problem';

/** A sentence of `problems`, and what fills its gaps. */
export interface Notice {
  readonly key: NoticeKey;
  readonly values: NoticeValues;
  /** The first town is shown in place of what could not be. */
  readonly showsDefaultTown: boolean;
}

/** Everything that can fill a gap in one of the sentences. */
export type NoticeValues = Readonly<
  Partial<Record<'where' | 'limit' | 'name' | 'size' | 'pieces' | 'message', string | number>>
>;

export type NoticeKey =
  | `input.${ProblemKind}`
  | `townFile.${'notJson' | 'unknownVersion' | 'tooBig' | 'noTown'}`
  | 'townTooLong'
  | 'keptTownMissing'
  | 'missingPayload'
  | 'linkUnopened'
  | 'fileTooBig'
  | 'textTooBig'
  | 'tooManyPieces'
  | 'fileUnreadable'
  | 'tooManyCommands'
  | 'commandTooLate'
  | 'commandRefused'
  | 'pictureFailed'
  | 'clipStopped'
  | 'workerDied'
  | 'engineFailed';

/** A notice about something that was not done; what was there stays. */
export function notice(key: NoticeKey, values: NoticeValues = {}): Notice {
  return { key, values, showsDefaultTown: false };
}

/** What to say of a run that did not come. */
export function noticeOf(problem: SimulatorProblem): Notice {
  switch (problem.kind) {
    case 'workerDied':
      return notice('workerDied');
    case 'engineFailed':
      return notice('engineFailed', { message: problem.message });
  }
}
