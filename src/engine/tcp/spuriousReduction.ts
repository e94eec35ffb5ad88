import type { Nanoseconds } from '../../experiment/experiment';
import type { Range } from './rangeSet';
import type { AckNews } from './recovery';
import { CLOCK_TICK_NS } from './rtt';

/**
 * Was the last reduction of the window for nothing? Eifel detection by timestamps (RFC 3522) and by DSACKs of all that
 * was sent again (RFC 3708 §2).
 */
export class SpuriousReduction {
  /** SND.UNA when the window was reduced; `undefined` when nothing can be undone. */
  #since: number | undefined;
  #firstResendNs: Nanoseconds = Infinity;
  /** Segments sent again that no DSACK has told of. */
  #unconfirmed = 0;

  begin(sendUnacked: number): void {
    this.#since = sendUnacked;
    this.#firstResendNs = Infinity;
    this.#unconfirmed = 0;
  }

  /** It was undone, or cannot be any more. */
  end(): void {
    this.#since = undefined;
  }

  resent(now: Nanoseconds): void {
    this.#unconfirmed += 1;
    this.#firstResendNs = Math.min(this.#firstResendNs, now);
  }

  /** Counts what has arrived twice. */
  note({ duplicate }: AckNews, segmentBytes: number): void {
    if (this.#since === undefined || !duplicate || duplicate.end <= this.#since) return;
    this.#unconfirmed = Math.max(0, this.#unconfirmed - segmentsIn(duplicate, segmentBytes));
  }

  /** The peer had got all that was sent again. */
  get isAllConfirmed(): boolean {
    return this.#since !== undefined && this.#firstResendNs !== Infinity && this.#unconfirmed === 0;
  }

  /** SND.UNA moved because of something that left before the first repetition did (RFC 3522 §3.2). */
  isOlderThanResend({ isAdvance, echoedNs }: AckNews): boolean {
    if (this.#since === undefined || !isAdvance || echoedNs === undefined) return false;
    // Within one tick nobody can tell.
    return this.#firstResendNs !== Infinity && echoedNs + CLOCK_TICK_NS <= this.#firstResendNs;
  }
}

function segmentsIn({ start, end }: Range, segmentBytes: number): number {
  return Math.max(1, Math.ceil((end - start) / segmentBytes));
}
