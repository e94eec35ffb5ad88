import type { Nanoseconds } from '../../experiment/experiment';
import type { Reason } from '../../trace/reason';
import { type CongestionControl, CongestionWindow, type Delivery } from './congestion';

/** Arbitrarily high at first (RFC 5681 §3.1): the largest window that can be advertised (RFC 7323 §2.3). */
const INITIAL_SSTHRESH_BYTES = 65_535 * 2 ** 14;
/** RFC 6928 §2: bytes that ten Ethernet segments hold. */
const INITIAL_WINDOW_BYTES = 14_600;
/** RFC 5681 §3.1, equation 4. */
const SMALLEST_SSTHRESH_SEGMENTS = 2;

const INITIAL: Reason = { kind: 'initialWindow' };
const SLOW_START: Reason = { kind: 'slowStart' };
const AVOIDANCE: Reason = { kind: 'congestionAvoidance' };
const HALVED: Reason = { kind: 'lossReduction' };
const TIMED_OUT: Reason = { kind: 'timeoutReduction' };
const UNDONE: Reason = { kind: 'reductionUndone' };
const IDLED: Reason = { kind: 'idleRestart' };

/** Initial window of RFC 6928 §2 in bytes: so many segments, but not more than 14 600 bytes unless two need it. */
export function initialWindow(segments: number, maxSegmentBytes: number): number {
  return Math.min(segments * maxSegmentBytes, Math.max(2 * maxSegmentBytes, INITIAL_WINDOW_BYTES));
}

/** Slow start and congestion avoidance of RFC 5681 §3.1, counting bytes. */
export class Reno implements CongestionControl {
  readonly window = new CongestionWindow(INITIAL_SSTHRESH_BYTES);
  readonly #growthLimitSegments: number;
  #maxSegmentBytes = 0;
  #initialWindowBytes = 0;
  /** Bytes acknowledged in congestion avoidance since cwnd last grew. */
  #acknowledged = 0;

  /** The window before the last reduction. */
  #before = { cwnd: 0, ssthresh: INITIAL_SSTHRESH_BYTES };

  /** One ACK lets cwnd grow by so many segments at most in slow start (L of RFC 3465 §2.2; 1 in RFC 5681). */
  constructor(growthLimitSegments = 1) {
    this.#growthLimitSegments = growthLimitSegments;
  }

  begin(maxSegmentBytes: number, initialWindowBytes: number): void {
    this.#maxSegmentBytes = maxSegmentBytes;
    this.#initialWindowBytes = initialWindowBytes;
    this.window.resize(initialWindowBytes, INITIAL);
  }

  acknowledged({ bytes }: Pick<Delivery, 'bytes'>): void {
    const { window } = this;
    if (window.cwnd < window.ssthresh) {
      // Equation 2: an ACK that covers many segments counts as one, where the limit is one.
      const grown = Math.min(bytes, this.#growthLimitSegments * this.#maxSegmentBytes);
      window.resize(window.cwnd + grown, SLOW_START);
      return;
    }
    // One segment more for each window's worth of acknowledged bytes, the way §3.1 recommends.
    this.#acknowledged += bytes;
    if (this.#acknowledged < window.cwnd) return;
    this.#acknowledged -= window.cwnd;
    window.resize(window.cwnd + this.#maxSegmentBytes, AVOIDANCE);
  }

  lossNoticed(_now: Nanoseconds, inFlight: number): void {
    this.#remember();
    const half = this.#half(inFlight);
    this.window.setThreshold(half, HALVED);
    this.window.resize(half, HALVED);
    this.#acknowledged = 0;
  }

  timedOut(_now: Nanoseconds, inFlight: number, isFirst: boolean): void {
    // A segment that times out again says nothing new about the path.
    if (isFirst) {
      this.#remember();
      this.window.setThreshold(this.#half(inFlight), TIMED_OUT);
    }
    this.window.resize(this.#maxSegmentBytes, TIMED_OUT);
    this.#acknowledged = 0;
  }

  undo(): void {
    const { window } = this;
    window.resize(Math.max(window.cwnd, this.#before.cwnd), UNDONE);
    window.setThreshold(Math.max(window.ssthresh, this.#before.ssthresh), UNDONE);
  }

  /** Restart window of RFC 5681 §4.1. */
  idled(): void {
    this.window.resize(Math.min(this.window.cwnd, this.#initialWindowBytes), IDLED);
  }

  #remember(): void {
    const { cwnd, ssthresh } = this.window;
    this.#before = { cwnd, ssthresh };
  }

  #half(inFlight: number): number {
    return Math.max(Math.floor(inFlight / 2), SMALLEST_SSTHRESH_SEGMENTS * this.#maxSegmentBytes);
  }
}
