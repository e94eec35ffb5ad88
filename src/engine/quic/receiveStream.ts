import { Reassembly } from '../tcp/reassembly';

/** Beyond this no stream of the town goes, in bytes. */
const LONGEST_STREAM = 2 ** 30;

/** Puts the bytes of one stream in order; other streams do not matter to it (RFC 9000 §2.2). */
export class ReceiveStream {
  readonly #waiting = new Reassembly();
  #position = 0;
  #size = Infinity;
  #isOver = false;

  /** Takes in bytes from `offset` on; answers what can be read now, and whether that was the last. */
  add(
    offset: number,
    data: Uint8Array,
    isLast: boolean,
  ): { readonly parts: readonly Uint8Array[]; readonly isEnd: boolean } {
    if (this.#isOver || offset + data.length > LONGEST_STREAM) return { parts: [], isEnd: false };
    if (isLast) this.#size = offset + data.length;
    this.#waiting.insert(offset, data);
    const parts = this.#waiting.takeFrom(this.#position);
    for (const part of parts) this.#position += part.length;
    this.#isOver = this.#position >= this.#size;
    return { parts, isEnd: this.#isOver };
  }
}
