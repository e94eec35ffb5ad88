import type { Nanoseconds } from '../../experiment/experiment';
import type { Reason } from '../../trace/reason';
import type { LossDetection } from './lossDetection';
import type { Range } from './rangeSet';
import type { LossRecovery, Outstanding, RecoveryPhase, Resend } from './recovery';
import type { RecoveryParts } from './recoveryParts';
import type { Scoreboard } from './scoreboard';

/** What the order of resends has to know of the recovery. */
type Repairing = Pick<LossRecovery, 'phase' | 'recoveryPoint' | 'pipe'>;

/** What is sent again, and in which order: NextSeg() of RFC 6675 §4, whose names are in brackets. */
export class Resends {
  readonly #parts: RecoveryParts;
  /** One past [HighRxt]. */
  #highestResent = 0;
  /** One past [RescueRxt]. */
  #rescuedBelow = 0;
  /** What goes whatever the pipe holds (RFC 6675 §5, step 4.3). */
  #first: Resend | undefined;
  /** The resend asked for last is a rescue, which leaves [HighRxt] alone. */
  #isRescuing = false;

  constructor(parts: RecoveryParts) {
    this.#parts = parts;
  }

  /** The first segment that is lost goes next, whatever the pipe holds (RFC 5681 §3.2, RFC 6675 §5, step 4.3). */
  beginWithFirst({ sendUnacked }: Outstanding, reason: Reason): void {
    const { board } = this.#parts;
    // SND.UNA goes even if the peer once reported it: it has reneged then (RFC 2018 §8).
    const hasReneged = board.first?.isSacked === true;
    const position = hasReneged ? sendUnacked : (board.nextLost()?.start ?? sendUnacked);
    this.#first = resendOf({ start: position, end: board.gapFrom(position).end }, reason);
  }

  /** Nothing has to go whatever the pipe holds. */
  forgetFirst(): void {
    this.#first = undefined;
  }

  /** Rule 1: the first segment that is lost and was not sent again since. */
  next(outstanding: Outstanding, recovery: Repairing): Resend | undefined {
    if (this.#first) return this.#first;
    const { board, forwardRto } = this.#parts;
    const lost = board.nextLost();
    if (!lost || forwardRto?.isHoldingResends === true) return undefined;
    const { end } = board.gapFrom(lost.start);
    const isRepairing = recovery.phase === 'fastRecovery';
    const wanted = isRepairing ? Infinity : lost.end - lost.start;
    if (!this.#hasRoom(outstanding, recovery, wanted)) return undefined;
    return { position: lost.start, limit: end, reason: reasonToResend(this.#parts, recovery.phase) };
  }

  /**
   * Rules 3 and 4: a hole that may yet fill itself, then once the very end, lest the ACKs run dry. The rescue is a
   * SHOULD: an end that this recovery has sent again already gets none, since it would be a third copy, nor does a FIN
   * alone, which peers do not report.
   */
  lastResort(outstanding: Outstanding, recovery: Repairing): Resend | undefined {
    const { board, detection } = this.#parts;
    const { sendUnacked, sentText } = outstanding;
    const mayGuess = recovery.phase === 'fastRecovery' && detection?.mayGuess === true;
    if (!mayGuess || !this.#hasRoom(outstanding, recovery, Infinity)) return undefined;
    const gap = board.gapFrom(Math.max(this.#highestResent, sendUnacked));
    if (gap.start < board.highestSacked) return resendOf(gap, { kind: 'sackLikelyHole' });
    if (sendUnacked <= this.#rescuedBelow || gap.start >= sentText) return undefined;
    this.#isRescuing = true;
    return rescueFrom(gap.start, outstanding);
  }

  /** What was asked for last has been sent, up to `end`. */
  noteSent(end: number, { recoveryPoint }: Repairing): void {
    if (this.#isRescuing) this.#rescuedBelow = recoveryPoint;
    else this.#highestResent = Math.max(this.#highestResent, end);
    if (this.#first) this.#rescuedBelow = end;
    this.#first = undefined;
    this.#isRescuing = false;
  }

  /** RFC 6675 §5, step C: only whole segments' worth of room counts. */
  #hasRoom(outstanding: Outstanding, recovery: Repairing, wantedBytes: number): boolean {
    const room = this.#parts.congestion.window.cwnd - recovery.pipe(outstanding);
    return room >= Math.min(wantedBytes, outstanding.sendMaxSegmentBytes);
  }
}

/** By what something that goes again now was found lost. */
export function reasonToResend(
  { hasSack, detection }: Pick<RecoveryParts, 'hasSack' | 'detection'>,
  phase: RecoveryPhase,
): Reason {
  if (phase === 'timeoutRecovery') return { kind: 'resendAfterTimeout' };
  if (!hasSack) return { kind: 'partialAck' };
  return { kind: detection?.mayGuess === true ? 'sackHole' : 'reorderingTimeout' };
}

/** The retransmission timer expired at `now`: all is lost, but for what RACK knows to be recent (RFC 8985 §6.3). */
export function loseAllButRecent(
  { board, detection }: { readonly board: Scoreboard; readonly detection: LossDetection | undefined },
  now: Nanoseconds,
): void {
  const { first } = board;
  board.loseAll((segment) => segment !== first && detection?.isRecent?.(segment, now) === true);
}

/** The positions of a gap, as far as one segment holds them. */
function resendOf({ start, end }: Range, reason: Reason): Resend {
  return { position: start, limit: end, reason };
}

/** The end of what was sent, from `position` at the earliest (rule 4). */
function rescueFrom(position: number, { sendNext, sentText, sendMaxSegmentBytes }: Outstanding): Resend {
  const lastByte = sentText - 1;
  const lastCut = lastByte - ((lastByte - 1) % sendMaxSegmentBytes);
  return resendOf({ start: Math.max(position, lastCut), end: sendNext }, { kind: 'sackRescue' });
}
