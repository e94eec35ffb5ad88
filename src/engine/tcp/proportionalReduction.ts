import type { Nanoseconds } from '../../experiment/experiment';
import type { Reason } from '../../trace/reason';
import type { CongestionControl } from './congestion';
import type { Outstanding } from './recovery';
import type { RecoveryStep, WindowReduction } from './windowReduction';

const REDUCED: Reason = { kind: 'proportionalReduction' };
const COMPLETED: Reason = { kind: 'reductionCompleted' };

/** Proportional rate reduction (RFC 6937 §3) with the slow-start reduction bound; the names in brackets are its own. */
export class ProportionalReduction implements WindowReduction {
  readonly forcesResends = false;
  readonly #congestion: CongestionControl;
  readonly #segmentBytes: number;
  readonly #isCautious: boolean;
  /** [RecoverFS]. */
  #flightBytes = 0;
  /** [prr_delivered]. */
  #delivered = 0;
  /** [prr_out]. */
  #sent = 0;

  /**
   * `isCautious`: as Linux does it and RFC 9937 has it now. RecoverFS is cwnd, the answer a whole number of segments,
   * and the window grows in recovery only on an ACK that moves SND.UNA and shows no further loss.
   */
  constructor(congestion: CongestionControl, segmentBytes: number, isCautious: boolean) {
    this.#congestion = congestion;
    this.#segmentBytes = segmentBytes;
    this.#isCautious = isCautious;
  }

  begin(now: Nanoseconds, flightBytes: number): void {
    this.#flightBytes = this.#isCautious ? this.#congestion.window.cwnd : flightBytes;
    this.#delivered = 0;
    this.#sent = 0;
    this.#congestion.lossNoticed(now, flightBytes);
  }

  acknowledged(_outstanding: Outstanding, step: RecoveryStep): void {
    const { deliveredBytes, pipeBytes } = step;
    if (deliveredBytes <= 0) return;
    const { window } = this.#congestion;
    this.#delivered += deliveredBytes;
    const count = pipeBytes > window.ssthresh ? this.#proportion(window.ssthresh) : this.#bound(step);
    // The first repetition goes at once.
    const atLeast = this.#sent === 0 ? this.#segmentBytes : 0;
    window.resize(pipeBytes + Math.max(count, atLeast), REDUCED);
  }

  sent(bytes: number): void {
    this.#sent += bytes;
  }

  end(): void {
    const { window } = this.#congestion;
    window.resize(window.ssthresh, COMPLETED);
  }

  /** As much leaves as the share of cwnd that is to be left of what arrives. */
  #proportion(ssthresh: number): number {
    const unit = this.#isCautious ? this.#segmentBytes : 1;
    return Math.ceil((this.#delivered * ssthresh) / (this.#flightBytes * unit)) * unit - this.#sent;
  }

  /** The pipe is too empty: it may fill as in slow start (PRR-SSRB). */
  #bound({ deliveredBytes, pipeBytes, isAdvance, isWorse }: RecoveryStep): number {
    const isSafe = !this.#isCautious || (isAdvance && !isWorse);
    const extra = isSafe ? this.#segmentBytes : 0;
    const limit = Math.max(this.#delivered - this.#sent, deliveredBytes) + extra;
    return Math.min(this.#congestion.window.ssthresh - pipeBytes, limit);
  }
}
