import { partOf } from '../../wire/octets';
import { firstWhere, Queue } from './queue';

/** Large enough that few segments cross from one chunk into the next. */
const LARGEST_CHUNK_BYTES = 65_536;
/** Small writes share a chunk; each further chunk holds twice as much, so that a long stream gets large ones. */
const SMALLEST_CHUNK_BYTES = 2048;

interface Chunk {
  /** Offset of its first byte in the stream. */
  readonly start: number;
  readonly bytes: Uint8Array;
  used: number;
}

/**
 * What the app wrote and the peer has not acknowledged yet, by offset in the stream. Bytes are copied once when they
 * are written; a segment is a view of a chunk, copied only where it crosses into the next one.
 */
export class SendBuffer {
  readonly #limitBytes: number;
  readonly #chunks = new Queue<Chunk>();
  #start = 0;
  #end = 0;

  constructor(limitBytes: number) {
    this.#limitBytes = limitBytes;
  }

  /** Offset of the next byte that the app will write. */
  get end(): number {
    return this.#end;
  }

  get freeBytes(): number {
    return this.#limitBytes - (this.#end - this.#start);
  }

  /** Copies as many bytes as there is room for and returns their number. */
  append(bytes: Uint8Array): number {
    const accepted = Math.min(bytes.length, this.freeBytes);
    let done = 0;
    while (done < accepted) {
      const chunk = this.#chunkWithRoom(accepted - done);
      const length = Math.min(accepted - done, chunk.bytes.length - chunk.used);
      chunk.bytes.set(partOf(bytes, done, done + length), chunk.used);
      chunk.used += length;
      this.#end += length;
      done += length;
    }
    return accepted;
  }

  /** Bytes `[offset, offset + length)`, which must be in the buffer: a view, not to be written to. */
  view(offset: number, length: number): Uint8Array {
    const index = firstWhere(this.#chunks, (chunk) => chunk.start > offset) - 1;
    const chunk = this.#chunks.at(index);
    if (!chunk || offset + length > this.#end)
      throw new RangeError(`send buffer holds no ${offset}+${length}`);
    const from = offset - chunk.start;
    if (from + length <= chunk.used) return chunk.bytes.subarray(from, from + length);
    return this.#gather(index, from, length);
  }

  /** Forgets everything before `offset`: it has been acknowledged. */
  release(offset: number): void {
    this.#start = Math.max(this.#start, offset);
    for (;;) {
      const chunk = this.#chunks.at(0);
      if (!chunk || chunk.start + chunk.used > this.#start) return;
      // The chunk being filled may be wholly acknowledged; the next write goes into a new one.
      this.#chunks.shift();
    }
  }

  #chunkWithRoom(wanted: number): Chunk {
    const last = this.#chunks.last();
    if (last && last.used < last.bytes.length) return last;
    const grown = last ? 2 * last.bytes.length : SMALLEST_CHUNK_BYTES;
    const size = Math.min(Math.max(wanted, grown), LARGEST_CHUNK_BYTES);
    const chunk = { start: this.#end, bytes: new Uint8Array(size), used: 0 };
    this.#chunks.push(chunk);
    return chunk;
  }

  #gather(index: number, from: number, length: number): Uint8Array {
    const gathered = new Uint8Array(length);
    let done = 0;
    for (let i = index; done < length; i += 1) {
      const chunk = this.#chunks.at(i)!;
      const start = i === index ? from : 0;
      const part = chunk.bytes.subarray(start, Math.min(chunk.used, start + length - done));
      gathered.set(part, done);
      done += part.length;
    }
    return gathered;
  }
}
