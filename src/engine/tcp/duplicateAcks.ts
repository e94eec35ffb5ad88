import type { AckNews, Outstanding, RecoveryPhase } from './recovery';

/** RFC 3042 §2: new segments that the first two duplicate ACKs may release. */
const LIMITED_TRANSMIT_SEGMENTS = 2;

/** Counts duplicate ACKs: without SACK those of RFC 5681 §2, with SACK those that report something new (RFC 6675 §2). */
export class DuplicateAcks {
  readonly #hasSack: boolean;
  readonly #countsAsSacked: boolean;
  #count = 0;
  #sentBefore = 0;

  /** `countsAsSacked`: without SACK, each counts as if it reported a segment, in a recovery too (RFC 6937 §3). */
  constructor(hasSack: boolean, countsAsSacked: boolean) {
    this.#hasSack = hasSack;
    this.#countsAsSacked = countsAsSacked;
  }

  get count(): number {
    return this.#count;
  }

  /** SND.NXT when the first one came: what limited transmit adds does not count as flight (RFC 5681 §3.2, step 2). */
  get sentBefore(): number {
    return this.#sentBefore;
  }

  clear(): void {
    this.#count = 0;
  }

  /** Takes an ACK; answers how many bytes have left the network that did not before: DeliveredData of RFC 6937 §3. */
  note({ sendMaxSegmentBytes, sendNext }: Outstanding, news: AckNews, phase: RecoveryPhase): number {
    const { bytes, isAdvance, deliveredBytes } = news;
    const before = this.#count;
    if (isAdvance) this.#count = 0;
    const isDuplicate = this.#hasSack ? news.isReporting : news.isDuplicate;
    if (isDuplicate) {
      this.#count += 1;
      if (this.#count === 1) this.#sentBefore = sendNext;
    }
    if (this.#hasSack) return deliveredBytes;
    if (!isAdvance) return isDuplicate ? sendMaxSegmentBytes : 0;
    // What duplicates told of has been counted already, but for the hole that is filled now.
    const known = before * sendMaxSegmentBytes;
    if (!this.#countsAsSacked) return Math.max(bytes - known, 0);
    const behindHole = Math.ceil(bytes / sendMaxSegmentBytes) - 1;
    if (phase === 'fastRecovery') this.#count = Math.max(0, before - behindHole);
    return Math.max(bytes - known, Math.min(bytes, sendMaxSegmentBytes));
  }

  /** Bytes that have left the network without a mark on the scoreboard. */
  departed(outstanding: Outstanding, phase: RecoveryPhase, recoveryPoint: number): number {
    if (this.#hasSack || this.#count === 0) return 0;
    const { sendUnacked, sendNext, sendMaxSegmentBytes } = outstanding;
    const bytes = Math.min(this.#count * sendMaxSegmentBytes, sendNext - sendUnacked);
    switch (phase) {
      case 'open':
        return this.#countsAsSacked
          ? bytes
          : Math.min(bytes, LIMITED_TRANSMIT_SEGMENTS * sendMaxSegmentBytes);
      case 'fastRecovery':
        // Where they do not count here, they inflate cwnd instead.
        return this.#countsAsSacked ? bytes : 0;
      case 'timeoutRecovery':
        // Only what was sent after the timeout is not lost, so that it can arrive.
        return Math.min(bytes, Math.max(0, sendNext - recoveryPoint));
    }
  }
}
