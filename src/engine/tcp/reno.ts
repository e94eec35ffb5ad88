import type { Nanoseconds } from '../../experiment/experiment';
import type { CongestionControl, Delivery } from './congestion';

/** Arbitrarily high at first (RFC 5681 §3.1): the largest window that can be advertised (RFC 7323 §2.3). */
const INITIAL_SSTHRESH_BYTES = 65_535 * 2 ** 14;
/** RFC 6928 §2: bytes that ten Ethernet segments hold. */
const INITIAL_WINDOW_BYTES = 14_600;
/** RFC 5681 §3.1, equation 4. */
const SMALLEST_SSTHRESH_SEGMENTS = 2;

/** Initial window of RFC 6928 §2 in bytes: so many segments, but not more than 14 600 bytes unless two need it. */
export function initialWindow(segments: number, maxSegmentBytes: number): number {
  return Math.min(segments * maxSegmentBytes, Math.max(2 * maxSegmentBytes, INITIAL_WINDOW_BYTES));
}

/** Slow start and congestion avoidance of RFC 5681 §3.1, counting bytes. */
export class Reno implements CongestionControl {
  readonly window = { cwnd: 0, ssthresh: INITIAL_SSTHRESH_BYTES };
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
    this.window.cwnd = initialWindowBytes;
  }

  acknowledged({ bytes }: Pick<Delivery, 'bytes'>): void {
    const { window } = this;
    if (window.cwnd < window.ssthresh) {
      // Equation 2: an ACK that covers many segments counts as one, where the limit is one.
      window.cwnd += Math.min(bytes, this.#growthLimitSegments * this.#maxSegmentBytes);
      return;
    }
    // One segment more for each window's worth of acknowledged bytes, the way §3.1 recommends.
    this.#acknowledged += bytes;
    if (this.#acknowledged < window.cwnd) return;
    this.#acknowledged -= window.cwnd;
    window.cwnd += this.#maxSegmentBytes;
  }

  lossNoticed(_now: Nanoseconds, inFlight: number): void {
    this.#before = { ...this.window };
    this.window.ssthresh = this.#half(inFlight);
    this.window.cwnd = this.window.ssthresh;
    this.#acknowledged = 0;
  }

  timedOut(_now: Nanoseconds, inFlight: number, isFirst: boolean): void {
    if (isFirst) this.#before = { ...this.window };
    // A segment that times out again says nothing new about the path.
    if (isFirst) this.window.ssthresh = this.#half(inFlight);
    this.window.cwnd = this.#maxSegmentBytes;
    this.#acknowledged = 0;
  }

  undo(): void {
    this.window.cwnd = Math.max(this.window.cwnd, this.#before.cwnd);
    this.window.ssthresh = Math.max(this.window.ssthresh, this.#before.ssthresh);
  }

  /** Restart window of RFC 5681 §4.1. */
  idled(): void {
    this.window.cwnd = Math.min(this.window.cwnd, this.#initialWindowBytes);
  }

  #half(inFlight: number): number {
    return Math.max(Math.floor(inFlight / 2), SMALLEST_SSTHRESH_SEGMENTS * this.#maxSegmentBytes);
  }
}
