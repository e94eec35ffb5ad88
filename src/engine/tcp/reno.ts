import type { Reason } from '../../trace/reason';
import type { Delivery } from './congestion';
import { LossBasedControl } from './lossBasedControl';

const AVOIDANCE: Reason = { kind: 'congestionAvoidance' };

/** Congestion avoidance of RFC 5681 §3.1. */
export class Reno extends LossBasedControl {
  protected readonly lossReason: Reason = { kind: 'lossReduction' };
  /** Bytes acknowledged in congestion avoidance since cwnd last grew. */
  #acknowledged = 0;

  protected avoid(_delivery: Delivery, bytes: number): void {
    const { window, maxSegmentBytes } = this;
    if (this.rules.options.avoidanceGrowth === 'perAck') {
      // Equation 3: SMSS²/cwnd for each ACK, whatever it covers; at least a byte.
      const grown = Math.max(1, Math.floor((maxSegmentBytes * maxSegmentBytes) / window.cwnd));
      window.resize(window.cwnd + grown, AVOIDANCE);
      return;
    }
    // One segment more for each window's worth of acknowledged bytes, the way §3.1 recommends.
    this.#acknowledged += bytes;
    if (this.#acknowledged < window.cwnd) return;
    this.#acknowledged -= window.cwnd;
    window.resize(window.cwnd + maxSegmentBytes, AVOIDANCE);
  }

  /** Equation 4. */
  protected reduced(bytes: number): number {
    this.#acknowledged = 0;
    return Math.floor(bytes / 2);
  }

  protected forget(): void {
    this.#acknowledged = 0;
  }

  /** Reno counts no time. */
  protected pause(): void {}
}
