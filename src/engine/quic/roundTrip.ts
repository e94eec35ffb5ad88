import type { Nanoseconds } from '../../experiment/experiment';

const MS = 1_000_000;
/** Before any sample: 333 ms (RFC 9002 §6.2.2). */
const INITIAL_RTT_NS = 333 * MS;
/** Timers are no finer than this: kGranularity (RFC 9002 §6.1.2). */
const GRANULARITY_NS = MS;

/** What one end knows of the round trip (RFC 9002 §5). No ACK of the model is delayed on purpose. */
export class RoundTrip {
  #latestNs = INITIAL_RTT_NS;
  #smoothedNs = INITIAL_RTT_NS;
  #variationNs = INITIAL_RTT_NS / 2;
  #hasSample = false;

  /** A packet that was just acknowledged was sent so long ago (RFC 9002 §5.3). */
  sample(latestNs: Nanoseconds): void {
    this.#latestNs = latestNs;
    if (this.#hasSample) {
      const differenceNs = Math.abs(this.#smoothedNs - latestNs);
      this.#variationNs = Math.floor((3 * this.#variationNs + differenceNs) / 4);
      this.#smoothedNs = Math.floor((7 * this.#smoothedNs + latestNs) / 8);
    } else {
      this.#hasSample = true;
      this.#smoothedNs = latestNs;
      this.#variationNs = Math.floor(latestNs / 2);
    }
  }

  /** The probe timeout, before it is doubled (RFC 9002 §6.2.1). */
  get probeTimeoutNs(): Nanoseconds {
    return this.#smoothedNs + Math.max(4 * this.#variationNs, GRANULARITY_NS);
  }

  /** A packet that was overtaken is lost after this: 9/8 of a round trip (RFC 9002 §6.1.2). */
  get lossDelayNs(): Nanoseconds {
    return Math.max(Math.floor((9 * Math.max(this.#smoothedNs, this.#latestNs)) / 8), GRANULARITY_NS);
  }
}
