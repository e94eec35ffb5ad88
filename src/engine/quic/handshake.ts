import { randomOfHello, TLS_HANDSHAKE, TLS_RANDOM_BYTES } from '../../wire/tls';
import { uint8At, uint16At, NO_BYTES } from '../../wire/octets';
import { fillerBytes } from '../http/filler';
import {
  clientHello,
  finishedMessage,
  serverFlight,
  serverHello,
  type TlsDice,
} from '../http/handshakeMessages';
import { joined } from '../http/joined';

/** What one end has to say for what it heard: in Initial packets, and in Handshake packets. */
export interface HandshakeWords {
  readonly initial: Uint8Array;
  readonly handshake: Uint8Array;
}

const NOTHING: HandshakeWords = { initial: NO_BYTES, handshake: NO_BYTES };
/** Type and length in front of a handshake message (RFC 8446 §4). */
const MESSAGE_HEADER_BYTES = 4;

/** The TLS messages of a connection without their records (RFC 9001 §4); filler in them, as in the model of TLS. */
export class QuicHandshake {
  readonly #isClient: boolean;
  readonly #serverName: string;
  readonly #dice: TlsDice;
  /** What has come of each kind of packet, up to the next message that is not whole. */
  readonly #heard = { initial: NO_BYTES as Uint8Array, handshake: NO_BYTES as Uint8Array };
  #hasHello = false;
  #hasFinished = false;

  constructor(isClient: boolean, serverName: string, dice: TlsDice) {
    this.#isClient = isClient;
    this.#serverName = serverName;
    this.#dice = dice;
  }

  /** This end has all that it needs of the other: it may use streams. */
  get isComplete(): boolean {
    return this.#hasHello && this.#hasFinished;
  }

  /** The client's first words. */
  open(): Uint8Array {
    return clientHello(this.#serverName, fillerBytes(TLS_RANDOM_BYTES, ...this.#dice, 0), this.#dice);
  }

  /** In-order bytes of the other end's messages in packets of that kind. */
  hear(kind: keyof HandshakeWords, bytes: Uint8Array): HandshakeWords {
    this.#heard[kind] = joined([this.#heard[kind], bytes]);
    const wasComplete = this.isComplete;
    let words = NOTHING;
    for (let message = this.#nextMessage(kind); message; message = this.#nextMessage(kind)) {
      const type = uint8At(message, 0);
      if (type === TLS_HANDSHAKE.finished) this.#hasFinished = true;
      if (type === TLS_HANDSHAKE.serverHello) this.#hasHello = true;
      if (type === TLS_HANDSHAKE.clientHello && !this.#isClient && !this.#hasHello) {
        this.#hasHello = true;
        const hello = serverHello(this.#dice, randomOfHello(message, TLS_HANDSHAKE.clientHello));
        words = { initial: hello.message, handshake: serverFlight(this.#dice) };
      }
    }
    if (!this.#isClient || wasComplete || !this.isComplete) return words;
    return { initial: NO_BYTES, handshake: finishedMessage(this.#dice) };
  }

  /** The first message that has come whole. */
  #nextMessage(kind: keyof HandshakeWords): Uint8Array | undefined {
    const heard = this.#heard[kind];
    if (heard.length < MESSAGE_HEADER_BYTES) return undefined;
    const end = MESSAGE_HEADER_BYTES + (uint8At(heard, 1) << 16) + uint16At(heard, 2);
    if (heard.length < end) return undefined;
    this.#heard[kind] = heard.subarray(end);
    return heard.subarray(0, end);
  }
}
