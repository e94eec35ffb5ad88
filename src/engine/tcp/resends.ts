import type { Nanoseconds } from '../../experiment/experiment';
import type { Reason } from '../../trace/reason';
import type { LossDetection } from './lossDetection';
import type { Range } from './rangeSet';
import type { Outstanding, Resend } from './recovery';
import type { Scoreboard } from './scoreboard';

/** Sends the positions of a gap again, as far as one segment holds them. */
export function resendOf({ start, end }: Range, reason: Reason): Resend {
  return { position: start, limit: end, reason };
}

/** What a recovery begins with: the first segment that is lost (RFC 5681 §3.2, RFC 6675 §5, step 4.3). */
export function firstResend(
  board: Scoreboard,
  { sendUnacked }: Pick<Outstanding, 'sendUnacked'>,
  reason: Reason,
): Resend {
  // SND.UNA goes even if the peer once reported it: it has reneged then (RFC 2018 §8).
  const hasReneged = board.first?.isSacked === true;
  const position = hasReneged ? sendUnacked : (board.nextLost()?.start ?? sendUnacked);
  return resendOf({ start: position, end: board.gapFrom(position).end }, reason);
}

/** The end of what was sent, which goes again from `position` at the earliest: NextSeg() rule 4 of RFC 6675 §4. */
export function rescueFrom(
  position: number,
  {
    sendNext,
    sentText,
    sendMaxSegmentBytes,
  }: Pick<Outstanding, 'sendNext' | 'sentText' | 'sendMaxSegmentBytes'>,
): Resend {
  const lastByte = sentText - 1;
  const lastCut = lastByte - ((lastByte - 1) % sendMaxSegmentBytes);
  return resendOf({ start: Math.max(position, lastCut), end: sendNext }, { kind: 'sackRescue' });
}

/** The retransmission timer expired at `now`: all is lost, but for what RACK knows to be recent (RFC 8985 §6.3). */
export function loseAllButRecent(
  { board, detection }: { readonly board: Scoreboard; readonly detection: LossDetection | undefined },
  now: Nanoseconds,
): void {
  const { first } = board;
  board.loseAll((segment) => segment !== first && detection?.isRecent?.(segment, now) === true);
}
