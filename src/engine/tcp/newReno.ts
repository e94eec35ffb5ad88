import type { Nanoseconds } from '../../experiment/experiment';
import type { Reason } from '../../trace/reason';
import { type CongestionControl, deliveryOf } from './congestion';
import type { FlightEstimate, LossRecovery, NewlyAcknowledged, Outstanding, Resend } from './recovery';
import type { Range } from './scoreboard';

/** RFC 5681 §3.2. */
const DUPLICATE_ACK_THRESHOLD = 3;
/** RFC 3042 §2: new segments that the first two duplicate ACKs may release. */
const LIMITED_TRANSMIT_SEGMENTS = 2;

const INFLATED: Reason = { kind: 'recoveryInflation' };
const DEFLATED: Reason = { kind: 'partialAckDeflation' };
const ENDED: Reason = { kind: 'recoveryEnded' };

/** Fast retransmit and fast recovery of RFC 5681 §3.2 with the partial ACKs of RFC 6582; limited transmit of RFC 3042. */
export class NewReno implements LossRecovery {
  readonly #congestion: CongestionControl;
  readonly #countsDelivery: boolean;
  #phase: LossRecovery['phase'] = 'open';
  #duplicateAcks = 0;
  /** RFC 6582's `recover`, as one past the highest position sent when the last recovery began. */
  #recover = 0;
  /** `highestSent` when the first duplicate ACK came: what limited transmit adds does not count as flight. */
  #sentBeforeDuplicates = 0;
  /** Bytes that limited transmit lets out beyond cwnd. */
  #allowance = 0;
  #isFirstPartialAck = true;
  #resend: Resend | undefined;

  /** `countsDelivery`: growth follows the delivery of segments, not the cumulative ACK alone. */
  constructor(congestion: CongestionControl, countsDelivery = false) {
    this.#congestion = congestion;
    this.#countsDelivery = countsDelivery;
  }

  get phase(): LossRecovery['phase'] {
    return this.#phase;
  }

  get duplicateAcks(): number {
    return this.#duplicateAcks;
  }

  get recoveryPoint(): number {
    return this.#recover;
  }

  get scoreboard(): readonly Range[] {
    return [];
  }

  estimate(outstanding: Outstanding): FlightEstimate {
    return { pipeBytes: this.pipe(outstanding), sackedBytes: 0, lostBytes: 0, resentBytes: 0 };
  }

  /** RFC 5681's FlightSize, less what limited transmit may add to it. */
  pipe({ sendUnacked, sendNext }: Outstanding): number {
    return sendNext - sendUnacked - this.#allowance;
  }

  duplicateAck(outstanding: Outstanding, now: Nanoseconds): void {
    this.#duplicateAcks += 1;
    if (this.#phase === 'fastRecovery') {
      // A segment has left the network: another may enter (RFC 5681 §3.2 step 4).
      const { window } = this.#congestion;
      window.resize(window.cwnd + outstanding.sendMaxSegmentBytes, INFLATED);
      return;
    }
    if (this.#phase === 'timeoutRecovery') return;
    if (this.#duplicateAcks === 1) this.#sentBeforeDuplicates = outstanding.highestSent;
    // Duplicates of what an earlier recovery sent twice are no sign of a new loss (RFC 6582 §3.2 step 2).
    const isNewLoss = outstanding.sendUnacked > this.#recover;
    if (this.#duplicateAcks === DUPLICATE_ACK_THRESHOLD && isNewLoss) return this.#enter(outstanding, now);
    const released = Math.min(this.#duplicateAcks, LIMITED_TRANSMIT_SEGMENTS);
    this.#allowance = released * outstanding.sendMaxSegmentBytes;
  }

  acknowledged(outstanding: Outstanding, news: NewlyAcknowledged): boolean {
    const { bytes } = news;
    // What left the network with a duplicate ACK is not delivered only now.
    const newly = Math.max(0, bytes - this.#duplicateAcks * outstanding.sendMaxSegmentBytes);
    this.#duplicateAcks = 0;
    this.#allowance = 0;
    const isRecovered = outstanding.sendUnacked >= this.#recover;
    switch (this.#phase) {
      case 'open':
        this.#congestion.acknowledged(deliveryOf(outstanding, news, this.#countsDelivery ? newly : bytes));
        return true;
      case 'timeoutRecovery':
        if (isRecovered) this.#phase = 'open';
        this.#congestion.acknowledged(deliveryOf(outstanding, news, bytes));
        return true;
      case 'fastRecovery':
        return isRecovered ? this.#leave(outstanding) : this.#partialAck(outstanding, bytes);
    }
  }

  timedOut(outstanding: Outstanding, now: Nanoseconds, isFirst: boolean): void {
    this.#congestion.timedOut(now, outstanding.sendNext - outstanding.sendUnacked, isFirst);
    this.#phase = 'timeoutRecovery';
    this.#recover = outstanding.highestSent;
    this.#duplicateAcks = 0;
    this.#allowance = 0;
    this.#resend = undefined;
  }

  next(): Resend | undefined {
    return this.#resend;
  }

  /** ACKs without SACK tell nothing that would be worth a guess. */
  lastResort(): undefined {
    return undefined;
  }

  resent(): void {
    this.#resend = undefined;
  }

  missingFrom(position: number): number {
    return position;
  }

  /** RFC 5681 §3.2 steps 2 and 3. */
  #enter(outstanding: Outstanding, now: Nanoseconds): void {
    const { window } = this.#congestion;
    this.#congestion.lossNoticed(now, this.#sentBeforeDuplicates - outstanding.sendUnacked);
    // The three segments whose duplicate ACKs came have left the network.
    const left = DUPLICATE_ACK_THRESHOLD * outstanding.sendMaxSegmentBytes;
    window.resize(window.ssthresh + left, INFLATED);
    this.#phase = 'fastRecovery';
    this.#recover = outstanding.highestSent;
    this.#allowance = 0;
    this.#isFirstPartialAck = true;
    this.#resend = {
      position: outstanding.sendUnacked,
      limit: Infinity,
      reason: { kind: 'tripleDuplicateAck', count: this.#duplicateAcks },
    };
  }

  /** RFC 6582 §3.2 step 3: the next hole is lost too; deflate by what left the network, but for one segment. */
  #partialAck(outstanding: Outstanding, bytes: number): boolean {
    const { window } = this.#congestion;
    const segment = outstanding.sendMaxSegmentBytes;
    const refill = bytes >= segment ? segment : 0;
    window.resize(Math.max(window.cwnd - bytes + refill, segment), DEFLATED);
    this.#resend = { position: outstanding.sendUnacked, limit: Infinity, reason: { kind: 'partialAck' } };
    // Only the first one restarts the timer: with many holes the timeout is faster (the "impatient" variant).
    const isFirst = this.#isFirstPartialAck;
    this.#isFirstPartialAck = false;
    return isFirst;
  }

  /** RFC 6582 §3.2 step 3, full acknowledgment: option 1, which lets no burst out. */
  #leave(outstanding: Outstanding): boolean {
    const { window } = this.#congestion;
    const segment = outstanding.sendMaxSegmentBytes;
    const inFlight = outstanding.sendNext - outstanding.sendUnacked;
    window.resize(Math.min(window.ssthresh, Math.max(inFlight, segment) + segment), ENDED);
    this.#phase = 'open';
    return true;
  }
}
