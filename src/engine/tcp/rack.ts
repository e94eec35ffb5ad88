import type { Nanoseconds } from '../../experiment/experiment';
import type { LossDetection, RecoveryState } from './lossDetection';
import type { AckNews, Outstanding } from './recovery';
import { CLOCK_TICK_NS } from './rtt';
import type { Scoreboard, SentSegment } from './scoreboard';

/** RFC 8985 §6.2, step 4: the reordering window is a quarter of the shortest round trip at first. */
const WINDOW_SHARE = 4;
/** RFC 8985 §6.2, step 4: recoveries without a DSACK after which the window is that small again. */
const PERSISTENCE_RECOVERIES = 16;
/** RFC 8985 §6.2, step 1 leaves it open how long a shortest round trip counts; Linux: tcp_min_rtt_wlen, 300 s. */
const SHORTEST_RTT_LASTS_NS = 300_000_000_000;

/**
 * RACK (RFC 8985 §6): what was sent before something that has arrived is lost, unless it may yet come by reordering. The
 * names in brackets are its own.
 */
export class Rack implements LossDetection {
  lateAtNs: Nanoseconds = Infinity;
  readonly mayGuess = false;
  readonly #board: Scoreboard;
  readonly #rtt: { readonly smoothedRttNs: Nanoseconds };
  /** The segment sent last of all that have arrived, [RACK.segment]: which transmission it was, and where it ends. */
  #order = 0;
  #end = 0;
  /** [RACK.rtt]. */
  #rttNs: Nanoseconds = 0;
  /** [RACK.min_RTT], and when it was measured. */
  #shortestNs: Nanoseconds = Infinity;
  #shortestSinceNs: Nanoseconds = 0;
  /** [RACK.reo_wnd_mult], [RACK.reo_wnd_persist], [RACK.dsack_round]. */
  #steps = 1;
  #persistence = PERSISTENCE_RECOVERIES;
  #roundEnd: number | undefined;

  constructor(board: Scoreboard, rtt: { readonly smoothedRttNs: Nanoseconds }) {
    this.#board = board;
    this.#rtt = rtt;
  }

  /** Steps 1, 2 and 4. Step 3, whether reordering has been seen, is asked for in `mark`. */
  note({ sendUnacked, sendNext }: Outstanding, news: AckNews): void {
    const { now, echoedNs } = news;
    for (const segment of news.arrived) this.#arrived(segment, now, echoedNs);
    if (this.#roundEnd !== undefined && sendUnacked >= this.#roundEnd) this.#roundEnd = undefined;
    if (!news.duplicate || this.#roundEnd !== undefined) return;
    this.#roundEnd = sendNext;
    this.#steps += 1;
    this.#persistence = PERSISTENCE_RECOVERIES;
  }

  /** Step 5, RACK_detect_loss(). */
  mark(outstanding: Outstanding, now: Nanoseconds, state: RecoveryState): void {
    this.lateAtNs = Infinity;
    const board = this.#board;
    const patienceNs = this.#rttNs + this.#reorderingWindow(state);
    board.eachMissing(outstanding.sendUnacked, (segment) => {
      const isWaiting = segment.isLost && !segment.isResending;
      if (isWaiting) return true;
      // What was sent but once lies in the order of its sending: all behind it left later.
      if (!this.#isSentBefore(segment)) return segment.resends > 0;
      const lateAtNs = segment.sentNs + patienceNs;
      if (lateAtNs <= now) board.loseAgain(segment);
      else this.lateAtNs = this.lateAtNs === Infinity ? lateAtNs : Math.max(this.lateAtNs, lateAtNs);
      return true;
    });
  }

  /** RFC 8985 §6.3, without [RACK.reo_wnd], as Linux has it. */
  isRecent({ sentNs }: SentSegment, now: Nanoseconds): boolean {
    return sentNs + this.#rttNs > now;
  }

  recovered(): void {
    this.#persistence -= 1;
    if (this.#persistence <= 0) this.#steps = 1;
  }

  /** Step 2, RACK_update(). */
  #arrived(segment: SentSegment, now: Nanoseconds, echoedNs: Nanoseconds | undefined): void {
    const rttNs = now - segment.sentNs;
    // What came may be an earlier copy of what was sent again just now.
    const isOlder = echoedNs !== undefined && echoedNs + CLOCK_TICK_NS <= segment.sentNs;
    if (segment.resends > 0 && (isOlder || rttNs < this.#shortestNs)) return;
    const isOver = now - this.#shortestSinceNs > SHORTEST_RTT_LASTS_NS;
    if (segment.resends === 0 && (rttNs <= this.#shortestNs || isOver)) {
      this.#shortestNs = rttNs;
      this.#shortestSinceNs = now;
    }
    this.#rttNs = rttNs;
    const { order, end } = segment;
    if (order < this.#order || (order === this.#order && end <= this.#end)) return;
    this.#order = order;
    this.#end = end;
  }

  /** RACK_sent_after() the other way round; what went out as one segment may have been cut since. */
  #isSentBefore({ order, end }: SentSegment): boolean {
    return order < this.#order || (order === this.#order && end < this.#end);
  }

  /** Step 4, RACK_update_reo_wnd(). */
  #reorderingWindow({ phase, hasSeenReordering, reorderingSegments }: RecoveryState): Nanoseconds {
    const isProven = phase !== 'open' || this.#board.sackedSegments >= reorderingSegments;
    if (!hasSeenReordering && isProven) return 0;
    const { smoothedRttNs } = this.#rtt;
    const shortestNs = this.#shortestNs === Infinity ? smoothedRttNs : this.#shortestNs;
    return Math.min(Math.floor(shortestNs / WINDOW_SHARE) * this.#steps, smoothedRttNs);
  }
}
