import type { Nanoseconds } from '../experiment/experiment';
import { connectionsOf } from './connectionEnds';
import { optionsFor, type QuizAct, type QuizOption, sameAct } from './quizOptions';
import { type ArrivingSegment, type QuizMoment, quizMoments, type QuizRole } from './quizMoments';
import type { Reason, ReasonKind } from './reason';
import { reasonSource } from './reasonSource';
import type { RfcSection } from './rfcSection';
import type { Run } from './run';
import type { ConnectionSnapshot } from './snapshot';

/** One moment at which the viewer acts for one end of a connection, and what that end then did. */
export interface QuizQuestion {
  readonly role: QuizRole;
  readonly lane: number;
  /** The event that calls for an answer: a segment arrives, or a timer runs out. */
  readonly event: number;
  readonly atNs: Nanoseconds;
  /** Where time stands while it is asked: the answer is not to be seen yet. */
  readonly stopNs: Nanoseconds;
  /** The segment that arrives, -1 when a timer runs out. */
  readonly arriving: number;
  readonly segment: ArrivingSegment | null;
  /** What the end knows of itself before that. */
  readonly state: ConnectionSnapshot;
  readonly options: readonly QuizOption[];
  /** Number of the option that is what the engine did. */
  readonly right: number;
  /** The packet it sent, -1 for none. */
  readonly answer: number;
  /** Why it did so. */
  readonly reason: Reason;
  readonly source: RfcSection | null;
}

/** So many packets are played. */
export const QUIZ_LENGTH = 10;

/**
 * Up to ten questions for the first TCP connection of a run, in order of time: of each kind of moment some, the rarer
 * ones before more of the same. What is right is what the engine did next; empty for a run without TCP.
 */
export function quizOf(run: Run, role: QuizRole): readonly QuizQuestion[] {
  const lane = run.traces.findIndex((trace) => trace.lane === 'tcp');
  const trace = run.traces[lane];
  const connection = trace && connectionsOf(trace)[0];
  if (!trace || !connection?.peer) return [];
  const moments = quizMoments(trace, connection, role);
  return chosen(moments).map((moment) => questionOf(run, lane, role, moment));
}

/** The first of each kind, then the second of each, until there are ten; two at one time are asked about once. */
function chosen(moments: readonly QuizMoment[]): readonly QuizMoment[] {
  const seen = new Map<string, number>();
  const ranked = moments.map((moment) => {
    const rank = seen.get(moment.kind) ?? 0;
    seen.set(moment.kind, rank + 1);
    return { moment, rank };
  });
  const byRank = ranked.toSorted((a, b) => a.rank - b.rank || a.moment.event - b.moment.event);
  const picked: QuizMoment[] = [];
  for (const { moment } of byRank) {
    if (picked.length === QUIZ_LENGTH) break;
    if (!picked.some(({ atNs }) => atNs === moment.atNs)) picked.push(moment);
  }
  return picked.toSorted((a, b) => a.event - b.event);
}

function questionOf(run: Run, lane: number, role: QuizRole, moment: QuizMoment): QuizQuestion {
  const { event, atNs, arriving, segment, state, did, answer, reason } = moment;
  const options = shuffled(optionsFor(moment), event);
  return {
    role,
    lane,
    event,
    atNs,
    stopNs: Math.max(0, atNs - 1),
    arriving,
    segment,
    state,
    options,
    right: options.findIndex(({ act }) => sameAct(act, did)),
    answer,
    reason,
    source: reasonSource(ruleOf(moment), run.traces[lane]!.lane),
  };
}

/** By which rule it was done; what was left undone has one as well. */
function ruleOf({ did, reason }: QuizMoment): ReasonKind {
  if (did.kind === 'full') return 'slowStart';
  // The third duplicate ACK is what is waited for.
  return reason.kind === 'duplicateAckArrived' ? 'tripleDuplicateAck' : reason.kind;
}

/** The same order for the same question, and the right one not always at the same place. */
function shuffled(options: readonly QuizOption[], seed: number): readonly QuizOption[] {
  const keyOf = ({ act }: QuizOption, nth: number): number =>
    Math.imul(seed * 31 + numberIn(act) * 7 + nth + 1, 0x9e3779b1) >>> 0;
  return options
    .map((option, nth) => ({ option, key: keyOf(option, nth) }))
    .toSorted((a, b) => a.key - b.key)
    .map(({ option }) => option);
}

function numberIn(act: QuizAct): number {
  return 'number' in act ? act.number : 0;
}
