import type { QuizMoment } from './quizMoments';

/** What an end may do; sequence numbers relative to the SYN of the direction they count. */
export type QuizAct =
  /** Sends an ACK with this number. */
  | { readonly kind: 'ack'; readonly number: number }
  /** Asks for this number to be sent again and throws away what came instead: TCP has no such request. */
  | { readonly kind: 'request'; readonly number: number }
  /** Says nothing until the hole is filled. */
  | { readonly kind: 'silent' }
  /** Sends data never sent before. */
  | { readonly kind: 'new'; readonly number: number }
  | { readonly kind: 'resend'; readonly number: number }
  /** Sends nothing and waits for an ACK or the timer: nothing new is left. */
  | { readonly kind: 'wait' }
  /** Would send something new, but a window is full. */
  | { readonly kind: 'full' };

/** What somebody thinks who takes the option; the named ones are refuted in words. */
export const MISCONCEPTIONS = ['M17', 'M18', 'M19', 'M20', 'M21', 'M22', 'M23'] as const;
/** One of them. */
export type Misconception = (typeof MISCONCEPTIONS)[number];

export interface QuizOption {
  readonly act: QuizAct;
  /** Null for the right one, and where no single idea leads to it. */
  readonly misconception: Misconception | null;
}

const MOST_OPTIONS = 4;

/** The right option first, then three others that look legal; all differ. */
export function optionsFor(moment: QuizMoment): readonly QuizOption[] {
  const wrong = moment.did.kind === 'ack' ? wrongAnswers(moment) : wrongSendings(moment);
  const options: QuizOption[] = [{ act: moment.did, misconception: null }];
  for (const option of wrong) {
    if (options.length === MOST_OPTIONS) break;
    if (!options.some(({ act }) => sameAct(act, option.act))) options.push(option);
  }
  return options;
}

/** Whether two options are the same thing to do. */
export function sameAct(a: QuizAct, b: QuizAct): boolean {
  if (a.kind !== b.kind) return false;
  return !('number' in a) || !('number' in b) || a.number === b.number;
}

/** Numbers that other ideas of what an ACK means lead to. */
function wrongAnswers({ did, state, segment }: QuizMoment): readonly QuizOption[] {
  if (!segment) return [];
  const { sequence, end } = segment;
  const awaited = (state.receiveNext - state.initialReceiveSequence) >>> 0;
  const isAhead = isOpen(state.state) && sequence > awaited;
  const isOld = isOpen(state.state) && end <= awaited;
  const ack = (number: number, misconception: QuizOption['misconception'] = 'M19'): QuizOption => ({
    act: { kind: 'ack', number },
    misconception,
  });
  const silent = (misconception: Misconception): QuizOption => ({ act: { kind: 'silent' }, misconception });
  // A number beyond what came would acknowledge what nobody has sent.
  const right = did.kind === 'ack' ? did.number : awaited;
  const beyond = [end - sequence, 1, 2, 3].map((by) => ack(right + by, 'M17'));
  if (isAhead) {
    const request: QuizOption = { act: { kind: 'request', number: awaited }, misconception: 'M18' };
    return [ack(end), request, silent('M18'), ...beyond];
  }
  if (isOld) return [ack(end), silent('M20'), ack(end - 1), ack(sequence), ...beyond];
  return [ack(end - 1), ack(sequence), ...beyond];
}

function isOpen(state: string): boolean {
  return state !== 'LISTEN' && state !== 'CLOSED' && state !== 'SYN-SENT';
}

/** The other things a sender could do. */
function wrongSendings({ did, state, segment }: QuizMoment): readonly QuizOption[] {
  const oldest = (state.sendUnacked - state.initialSendSequence) >>> 0;
  const unacknowledged = segment ? Math.max(oldest, segment.acknowledgment) : oldest;
  const next = (state.sendNext - state.initialSendSequence) >>> 0;
  const idea = (mine: QuizOption['misconception'], when: QuizOptionKinds): QuizOption['misconception'] =>
    when.includes(did.kind) ? mine : null;
  return [
    {
      act: { kind: 'resend', number: unacknowledged },
      misconception: idea('M21', ['wait']) ?? idea('M20', ['new', 'full']),
    },
    { act: { kind: 'new', number: next }, misconception: idea('M22', ['full']) ?? idea('M18', ['resend']) },
    { act: { kind: 'full' }, misconception: idea('M23', ['wait', 'new', 'resend']) },
    { act: { kind: 'wait' }, misconception: idea('M22', ['new']) ?? idea('M18', ['resend']) },
  ];
}

type QuizOptionKinds = readonly QuizAct['kind'][];
