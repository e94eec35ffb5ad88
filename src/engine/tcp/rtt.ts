import type { Nanoseconds } from '../../experiment/experiment';
import type { Reason } from '../../trace/reason';
import { HeldVariance } from './heldVariance';

/** The tick of the timestamp clock (RFC 7323 §5.4: 1 ms to 1 s). */
export const CLOCK_TICK_NS = 1_000_000;
/** RFC 6298 §2.3: RTTVAR gains 1/4 of each new deviation, SRTT 1/8 of each new error. */
const DEVIATION_SHARE = 4;
const ERROR_SHARE = 8;
/** RFC 6298 §2.2: K. */
const DEVIATIONS_IN_RTO = 4;
/** RFC 6298 §5.6. */
const BACKOFF_FACTOR = 2;

/** Where the RTO begins and how far it may go (RFC 6298 §2). */
export interface RtoLimits {
  readonly rtoInitialNs: Nanoseconds;
  readonly rtoMinNs: Nanoseconds;
  readonly rtoMaxNs: Nanoseconds;
  /** Clock granularity G, the least of the variance term. */
  readonly rtoVarianceMinNs: Nanoseconds;
}

/** How far the sender is, as positions: a round trip ends when what was sent at its beginning is acknowledged. */
interface Progress {
  readonly sendUnacked: number;
  readonly sendNext: number;
}

const NO_PROGRESS: Progress = { sendUnacked: 0, sendNext: 0 };

/** Round-trip time, its variation and the retransmission timeout of RFC 6298 §2, in whole nanoseconds. */
export class RttEstimator {
  readonly #limits: RtoLimits;
  #smoothedNs = 0;
  #varianceNs = 0;
  #hasSample = false;
  readonly #held: HeldVariance | undefined;
  #rtoNs: Nanoseconds;
  #rtoReason: Reason = { kind: 'none' };

  /** `holdsVariance`: the variance term as Linux has it (`heldVariance.ts`). */
  constructor(limits: RtoLimits, holdsVariance = false) {
    this.#limits = limits;
    if (holdsVariance) this.#held = new HeldVariance(limits.rtoVarianceMinNs);
    this.#rtoNs = limits.rtoInitialNs;
  }

  get hasSample(): boolean {
    return this.#hasSample;
  }

  /** SRTT, 0 before the first sample. */
  get smoothedRttNs(): Nanoseconds {
    return this.#smoothedNs;
  }

  /** RTTVAR, 0 before the first sample. */
  get rttVarianceNs(): Nanoseconds {
    return this.#varianceNs;
  }

  get rtoNs(): Nanoseconds {
    return this.#rtoNs;
  }

  /** Why the RTO was set last. */
  get rtoReason(): Reason {
    return this.#rtoReason;
  }

  /**
   * Takes a measured round trip, which also ends any backoff (§5.7 note). `samplesPerRtt` weakens each of many samples
   * of the same round trip (RFC 7323 §4.2).
   */
  sample(rttNs: Nanoseconds, samplesPerRtt: number, progress: Progress = NO_PROGRESS): void {
    this.#rtoReason = { kind: this.#hasSample ? 'rttSample' : 'firstRttSample' };
    const held = this.#held?.next(rttNs, this.#hasSample ? this.#smoothedNs : undefined, progress);
    if (this.#hasSample) {
      const deviation = Math.abs(this.#smoothedNs - rttNs);
      this.#varianceNs += Math.round((deviation - this.#varianceNs) / (DEVIATION_SHARE * samplesPerRtt));
      this.#smoothedNs += Math.round((rttNs - this.#smoothedNs) / (ERROR_SHARE * samplesPerRtt));
    } else {
      this.#hasSample = true;
      this.#smoothedNs = rttNs;
      this.#varianceNs = Math.round(rttNs / 2);
    }
    const spread = held ?? Math.max(this.#limits.rtoVarianceMinNs, DEVIATIONS_IN_RTO * this.#varianceNs);
    this.#rtoNs = this.#bounded(this.#smoothedNs + spread);
  }

  /** The timer expired: wait twice as long next time (§5.5), until a new sample. */
  backOff(): void {
    this.#rtoReason = { kind: 'timerBackoff' };
    this.#rtoNs = Math.min(this.#rtoNs * BACKOFF_FACTOR, this.#limits.rtoMaxNs);
  }

  /** Sets the RTO to a given value within the limits (§5.7). */
  restartAt(rtoNs: Nanoseconds): void {
    this.#rtoReason = { kind: 'rtoRestart' };
    this.#rtoNs = this.#bounded(rtoNs);
  }

  #bounded(rtoNs: Nanoseconds): Nanoseconds {
    return Math.min(Math.max(rtoNs, this.#limits.rtoMinNs), this.#limits.rtoMaxNs);
  }
}
