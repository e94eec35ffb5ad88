import type { Nanoseconds } from '../../experiment/experiment';
import { firstWhere, Queue } from './queue';

/** A run of positions that went out together and is not wholly acknowledged. */
export interface SentSegment {
  readonly start: number;
  readonly end: number;
  readonly sentNs: Nanoseconds;
  /** Sent more than once, so an acknowledgment does not tell which one it answers (Karn, RFC 6298 §3). */
  isResent: boolean;
}

/** The retransmission queue's records, oldest first: when each segment left, for the RTT (and later for SACK and RACK). */
export class SentSegments {
  readonly #segments = new Queue<SentSegment>();

  /** Notes that `[start, end)` is sent now; what was sent before becomes ambiguous. */
  note(start: number, end: number, now: Nanoseconds): void {
    const sentBefore = this.#segments.last()?.end ?? start;
    if (start < sentBefore) this.#markResent(start, end);
    if (end <= sentBefore) return;
    const isResent = start < sentBefore;
    this.#segments.push({ start: Math.max(start, sentBefore), end, sentNs: now, isResent });
  }

  /**
   * Forgets what is wholly before `position`. Returns the newest segment forgotten if its acknowledgment is a valid RTT
   * sample: none of those acknowledged with it was sent twice.
   */
  acknowledge(position: number): SentSegment | undefined {
    let newest: SentSegment | undefined;
    let isAmbiguous = false;
    for (;;) {
      const segment = this.#segments.at(0);
      if (!segment || segment.end > position) break;
      isAmbiguous ||= segment.isResent;
      newest = segment;
      this.#segments.shift();
    }
    return isAmbiguous ? undefined : newest;
  }

  #markResent(start: number, end: number): void {
    const first = firstWhere(this.#segments, (segment) => segment.end > start);
    for (let i = first; ; i += 1) {
      const segment = this.#segments.at(i);
      if (!segment || segment.start >= end) return;
      segment.isResent = true;
    }
  }
}
