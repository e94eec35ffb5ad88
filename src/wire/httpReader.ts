import type { HttpHead, HttpMessage } from './http';
import { bodyLengthOf, parseHead } from './httpHead';
import { latin1Text } from './latin1';
import { partOf } from './octets';

/** Longest start line and fields together, in bytes; RFC 9112 §2.3 lets a recipient choose. */
const LONGEST_HEAD_BYTES = 8192;
/** Longest body, in bytes. */
const LONGEST_BODY_BYTES = 4 * 1024 * 1024;
const LF = 0x0a;
const CR = 0x0d;

/** A head that was read, and the place of its body in the buffer. */
interface Pending {
  readonly head: HttpHead;
  readonly bodyStart: number;
  /** One past its last byte; undefined: the end of the connection tells. */
  readonly bodyEnd: number | undefined;
}

/**
 * Reads HTTP/1.1 messages out of a byte stream (RFC 9112 §2.2), however it is cut into segments. What it cannot read
 * makes it deaf: nobody can tell where the next message would begin.
 */
export class HttpReader {
  #buffer = new Uint8Array(1024);
  #length = 0;
  /** Up to here no head ends. */
  #searched = 0;
  #pending: Pending | undefined;
  #isMalformed = false;

  /** What has come is no HTTP, or too long. */
  get isMalformed(): boolean {
    return this.#isMalformed;
  }

  /** A message has begun and is not complete. */
  get isWaiting(): boolean {
    return this.#pending !== undefined || this.#length > 0;
  }

  /** Takes the next bytes of the stream and returns the messages that they complete. */
  push(bytes: Uint8Array): readonly HttpMessage[] {
    if (this.#isMalformed) return [];
    this.#append(bytes);
    const messages: HttpMessage[] = [];
    for (let message = this.#take(); message; message = this.#take()) messages.push(message);
    return messages;
  }

  /** The stream has ended: a body that only its end delimits is complete (RFC 9112 §6.3 rule 8). */
  end(): HttpMessage | undefined {
    const pending = this.#pending;
    if (!pending || pending.bodyEnd !== undefined || this.#isMalformed) return undefined;
    return this.#complete(pending.head, pending.bodyStart, this.#length);
  }

  #take(): HttpMessage | undefined {
    if (!this.#pending && !this.#isMalformed) this.#readHead();
    const pending = this.#pending;
    if (!pending) return undefined;
    const { head, bodyStart, bodyEnd = Infinity } = pending;
    if (this.#length - bodyStart > LONGEST_BODY_BYTES && bodyEnd === Infinity) this.#refuse();
    return this.#length < bodyEnd ? undefined : this.#complete(head, bodyStart, bodyEnd);
  }

  #readHead(): void {
    this.#skipEmptyLines();
    // Every start line begins with a printable character: TLS, for one, is told by its first octet.
    if (this.#length > 0 && !isPrintable(this.#buffer[0]!)) return this.#refuse();
    const end = this.#headEnd();
    if (Math.max(end, this.#length * Number(end < 0)) > LONGEST_HEAD_BYTES) return this.#refuse();
    if (end < 0) return;
    const head = parseHead(latin1Text(this.#buffer.subarray(0, end)));
    const length = head && bodyLengthOf(head);
    if (!head || length === undefined || length === 'notUnderstood') return this.#refuse();
    if (length === 'untilClose') this.#pending = { head, bodyStart: end, bodyEnd: undefined };
    else if (length > LONGEST_BODY_BYTES) this.#refuse();
    else this.#pending = { head, bodyStart: end, bodyEnd: end + length };
  }

  /** Before a start line they mean nothing (RFC 9112 §2.2). */
  #skipEmptyLines(): void {
    let start = 0;
    while (start < this.#length && (this.#buffer[start] === CR || this.#buffer[start] === LF)) start += 1;
    this.#drop(start);
  }

  /** One past the empty line that ends the head, or -1 while there is none. */
  #headEnd(): number {
    for (let at = this.#searched; at < this.#length; at += 1) {
      if (this.#buffer[at] !== LF) continue;
      const before = this.#buffer[at - 1] === CR ? at - 2 : at - 1;
      if (before >= 0 && this.#buffer[before] === LF) return at + 1;
    }
    this.#searched = this.#length;
    return -1;
  }

  #complete(head: HttpHead, bodyStart: number, bodyEnd: number): HttpMessage {
    const body = this.#buffer.slice(bodyStart, bodyEnd);
    this.#pending = undefined;
    this.#drop(bodyEnd);
    return { ...head, body };
  }

  #refuse(): void {
    this.#isMalformed = true;
    this.#pending = undefined;
    this.#length = 0;
  }

  #append(bytes: Uint8Array): void {
    const length = this.#length + bytes.length;
    if (length > this.#buffer.length) {
      const larger = new Uint8Array(Math.max(length, this.#buffer.length * 2));
      larger.set(partOf(this.#buffer, 0, this.#length));
      this.#buffer = larger;
    }
    this.#buffer.set(bytes, this.#length);
    this.#length = length;
  }

  #drop(count: number): void {
    if (count === 0) return;
    this.#buffer.copyWithin(0, count, this.#length);
    this.#length -= count;
    this.#searched = 0;
  }
}

function isPrintable(octet: number): boolean {
  return octet > 0x20 && octet < 0x7f;
}
