import type { QuicFrame } from '../../wire/quicFrame';
import { RangeSet } from '../tcp/rangeSet';

/** More gaps than that are acknowledged in the next packet. */
const MOST_RANGES = 32;

/** The packet numbers that have come, and whether the other end is owed an acknowledgment (RFC 9000 §13.2). */
export class ReceivedPackets {
  readonly #numbers = new RangeSet();
  #owesAck = false;

  /** Counts a packet; false if it has come before. */
  add(number: number): boolean {
    const range = { start: number, end: number + 1 };
    if (this.#numbers.covers(range)) return false;
    this.#numbers.add(range);
    return true;
  }

  get owesAck(): boolean {
    return this.#owesAck;
  }

  get largest(): number {
    return this.#numbers.end - 1;
  }

  oweAck(): void {
    this.#owesAck = true;
  }

  acknowledged(): void {
    this.#owesAck = false;
  }

  /** The acknowledgment that is owed, for the next packet: every range that is known, the newest first. */
  ackFrames(): readonly QuicFrame[] {
    if (!this.#owesAck) return [];
    const ranges = this.#numbers.runs.map(({ start, end }) => ({ first: start, last: end - 1 }));
    return [{ kind: 'ack', ranges: ranges.slice(-MOST_RANGES).toReversed() }];
  }
}
