import type { Reason } from '../../trace/reason';
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
