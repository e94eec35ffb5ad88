import { NO_BYTES } from '../../wire/octets';
import type { PacketPlan } from './packetPlan';
import { ReceiveStream } from './receiveStream';
import { type Chunk, SendStream } from './sendStream';

/** All streams of one end of a connection; those of the handshake have negative numbers. */
export class Streams {
  readonly #sending = new Map<number, SendStream>();
  readonly #receiving = new Map<number, ReceiveStream>();
  #turn = 0;

  sender(id: number): SendStream {
    const known = this.#sending.get(id) ?? new SendStream(id);
    this.#sending.set(id, known);
    return known;
  }

  receiver(id: number): ReceiveStream {
    const known = this.#receiving.get(id) ?? new ReceiveStream();
    this.#receiving.set(id, known);
    return known;
  }

  bytesOf(chunk: Chunk): Uint8Array {
    return this.#sending.get(chunk.stream)?.bytesOf(chunk) ?? NO_BYTES;
  }

  acknowledge(chunk: Chunk | undefined): void {
    if (chunk) this.sender(chunk.stream).acknowledge(chunk);
  }

  sendAgain(chunk: Chunk | undefined): void {
    if (chunk) this.sender(chunk.stream).sendAgain(chunk);
  }

  /** What goes next: the handshake first, then each stream in its turn, so that none waits for another (RFC 9000 §2.3). */
  next(isReady: boolean, planFor: (stream: number) => PacketPlan): Chunk | undefined {
    const ids = [...this.#sending.keys()];
    const hello = ids.filter((id) => id < 0).toSorted((a, b) => a - b);
    const streams = isReady ? ids.filter((id) => id >= 0) : [];
    const inTurn = streams.map((_, i) => streams[(this.#turn + i) % streams.length]!);
    for (const id of [...hello, ...inTurn]) {
      const chunk = this.sender(id).take(planFor(id).roomBytes);
      if (!chunk) continue;
      if (id >= 0) this.#turn = streams.indexOf(id) + 1;
      return chunk;
    }
    return undefined;
  }
}
