import type { Nanoseconds } from '../../experiment/experiment';

/** RTTVAR gains 1/4 of each new deviation, as in RFC 6298 §2.3. */
const DEVIATION_SHARE = 4;
/** Where the round trip was shorter than expected an eighth of that: it is no reason to wait longer. */
const SHORTER_SHARE = 8;
/** RFC 6298 §2.3: K. */
const DEVIATIONS_IN_RTO = 4;

/**
 * The variance term of Linux's RTO (tcp_rtt_estimator in tcp_input.c): the largest deviation of the round trip that is
 * under way counts at once, and the term sinks by a quarter of the way for each that had a smaller one.
 */
export class HeldVariance {
  readonly #leastNs: Nanoseconds;
  #deviationNs = 0;
  #largestNs = 0;
  #termNs = 0;
  /** The round trip ends when more than up to this position is acknowledged. */
  #roundEnd = 0;

  /** `leastNs`: what the term never falls below. */
  constructor(leastNs: Nanoseconds) {
    this.#leastNs = leastNs;
  }

  /** Takes a round trip, `smoothedNs` being what was expected of it; answers what to add to the smoothed round trip. */
  next(
    rttNs: Nanoseconds,
    smoothedNs: Nanoseconds | undefined,
    { sendUnacked, sendNext }: { readonly sendUnacked: number; readonly sendNext: number },
  ): Nanoseconds {
    if (smoothedNs === undefined) {
      this.#deviationNs = Math.round(rttNs / 2);
      this.#termNs = Math.max(DEVIATIONS_IN_RTO * this.#deviationNs, this.#leastNs);
      this.#largestNs = this.#termNs;
      this.#roundEnd = sendNext;
      return this.#termNs;
    }
    const error = rttNs - smoothedNs;
    const growth = Math.abs(error) - this.#deviationNs;
    const share = error < 0 && growth > 0 ? SHORTER_SHARE * DEVIATION_SHARE : DEVIATION_SHARE;
    this.#deviationNs += Math.round(growth / share);
    this.#largestNs = Math.max(this.#largestNs, DEVIATIONS_IN_RTO * this.#deviationNs);
    this.#termNs = Math.max(this.#termNs, this.#largestNs);
    if (sendUnacked > this.#roundEnd) this.#endRound(sendNext);
    return this.#termNs;
  }

  #endRound(sendNext: number): void {
    this.#termNs -= Math.round((this.#termNs - this.#largestNs) / DEVIATION_SHARE);
    this.#largestNs = this.#leastNs;
    this.#roundEnd = sendNext;
  }
}
