import type { Nanoseconds } from '../../experiment/experiment';

/** Without a word for so long a connection is over; never before three probes had their time (RFC 9000 §10.1). */
const IDLE_NS: Nanoseconds = 30_000_000_000;
const PROBES = 3;

/** When a connection on which nothing is heard ends: counted from the last word, or the first question since (RFC 9000 §10.1). */
export class IdleTime {
  #startNs: Nanoseconds;
  #hasAsked = false;

  constructor(now: Nanoseconds) {
    this.#startNs = now;
  }

  heard(now: Nanoseconds): void {
    this.#startNs = now;
    this.#hasAsked = false;
  }

  /** Something was sent that asks for an answer. */
  asked(now: Nanoseconds): void {
    if (!this.#hasAsked) this.#startNs = now;
    this.#hasAsked = true;
  }

  endNs(probeTimeoutNs: Nanoseconds): Nanoseconds {
    return this.#startNs + Math.max(IDLE_NS, PROBES * probeTimeoutNs);
  }
}
