import { RangeSet } from '../tcp/rangeSet';
import { joined } from '../http/joined';
import { NO_BYTES } from '../../wire/octets';

/** Bytes of a stream that went out in one packet. */
export interface Chunk {
  readonly stream: number;
  readonly start: number;
  readonly end: number;
  /** They are the stream's last. */
  readonly isLast: boolean;
  /** The packet that carried them first; -1 before it is sent. */
  readonly original: number;
  /** The event in which they were written. */
  readonly cause: number;
}

/** What one end has to send on a stream, and what of it the other end has (RFC 9000 §3.1, §13.3). */
export class SendStream {
  readonly #id: number;
  #bytes: Uint8Array = NO_BYTES;
  #isEnded = false;
  #cause = -1;
  /** Up to here it has gone out once. */
  #sent = 0;
  #isEndSent = false;
  #isEndAcknowledged = false;
  readonly #acknowledged = new RangeSet();
  /** What is to go again, oldest first. */
  #again: Chunk[] = [];

  constructor(id: number) {
    this.#id = id;
  }

  write(bytes: Uint8Array, isLast: boolean, cause: number): void {
    if (bytes.length > 0 || isLast) this.#cause = cause;
    this.#bytes = joined([this.#bytes, bytes]);
    if (isLast) this.#isEnded = true;
  }

  /** The next bytes to send, at most `limit`, what is missing first; undefined when there are none. */
  take(limit: number): Chunk | undefined {
    for (let next = this.#again.shift(); next; next = this.#again.shift()) {
      if (this.#isKnown(next)) continue;
      const end = Math.min(next.end, next.start + limit);
      if (end < next.end) this.#again.unshift({ ...next, start: end });
      return { ...next, end, isLast: next.isLast && end === next.end };
    }
    const start = this.#sent;
    const end = Math.min(this.#bytes.length, start + limit);
    const isLast = this.#isEnded && end === this.#bytes.length;
    if (start === end && (!isLast || this.#isEndSent)) return undefined;
    this.#sent = end;
    this.#isEndSent ||= isLast;
    return { stream: this.#id, start, end, isLast, original: -1, cause: this.#cause };
  }

  bytesOf({ start, end }: Chunk): Uint8Array {
    return this.#bytes.subarray(start, end);
  }

  /** The other end has it. */
  acknowledge(chunk: Chunk): void {
    this.#acknowledged.add(chunk);
    if (chunk.isLast) this.#isEndAcknowledged = true;
  }

  /** It has to go again: in a new packet, under a new number (RFC 9000 §13.3). */
  sendAgain(chunk: Chunk): void {
    if (!this.#isKnown(chunk)) this.#again.push(chunk);
  }

  #isKnown(chunk: Chunk): boolean {
    if (chunk.isLast && !this.#isEndAcknowledged) return false;
    return chunk.start === chunk.end || this.#acknowledged.covers(chunk);
  }
}
