import type { Nanoseconds } from '../../experiment/experiment';

/** Longest datagram that is sent: what every path must carry (RFC 9000 §14). */
export const DATAGRAM_BYTES = 1200;
/** RFC 9002 §7.2. */
const INITIAL_WINDOW = Math.min(10 * DATAGRAM_BYTES, Math.max(2 * DATAGRAM_BYTES, 14_720));
const LEAST_WINDOW = 2 * DATAGRAM_BYTES;

/** NewReno as RFC 9002 §7 has it, without pacing, ECN and persistent congestion. */
export class CongestionWindow {
  #bytes = INITIAL_WINDOW;
  #threshold = Infinity;
  #inFlight = 0;
  /** Losses of what was sent before this belong to a reduction that was made. */
  #recoveryStartNs: Nanoseconds = -1;

  get bytes(): number {
    return this.#bytes;
  }

  /** Whether a full datagram may go. */
  get hasRoom(): boolean {
    return this.#inFlight + DATAGRAM_BYTES <= this.#bytes;
  }

  sent(bytes: number): void {
    this.#inFlight += bytes;
  }

  /** Grows only while it is used (RFC 9002 §7.8), and not for what was sent before recovery began (§7.3.2). */
  acknowledged(bytes: number, sentNs: Nanoseconds): void {
    const wasUsed = !this.hasRoom;
    this.#inFlight -= bytes;
    if (!wasUsed || sentNs <= this.#recoveryStartNs) return;
    const isSlowStart = this.#bytes < this.#threshold;
    this.#bytes += isSlowStart ? bytes : Math.floor((DATAGRAM_BYTES * bytes) / this.#bytes);
  }

  /** Halves once for all the losses of one window (RFC 9002 §7.3.2). */
  lost(bytes: number, sentNs: Nanoseconds, now: Nanoseconds): void {
    this.#inFlight -= bytes;
    if (sentNs <= this.#recoveryStartNs) return;
    this.#recoveryStartNs = now;
    this.#threshold = Math.floor(this.#bytes / 2);
    this.#bytes = Math.max(this.#threshold, LEAST_WINDOW);
  }
}
