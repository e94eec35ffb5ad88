import type { QuicPacketKind } from '../../wire/quicModel';
import { DATAGRAM_BYTES } from './congestionWindow';

/** Before the client's address is proven, a server sends at most three times what it got (RFC 9000 §8.1). */
const AMPLIFICATION = 3;

/** Whether the other end is where it says it is: anyone could name the address of somebody else. */
export class PeerAddress {
  #isProven: boolean;
  #heardBytes = 0;
  #sentBytes = 0;

  constructor(isProven: boolean) {
    this.#isProven = isProven;
  }

  /** Whether a full datagram may go. */
  get maySend(): boolean {
    return this.#isProven || this.#sentBytes + DATAGRAM_BYTES <= AMPLIFICATION * this.#heardBytes;
  }

  /** Who answers to the server's own words is there. */
  heard(kind: QuicPacketKind, bytes: number): void {
    this.#heardBytes += bytes;
    if (kind !== 'initial') this.#isProven = true;
  }

  sent(bytes: number): void {
    this.#sentBytes += bytes;
  }
}
