import { NO_BYTES, partOf, uint8At } from '../../wire/octets';
import {
  decodeTlsRecords,
  encodeTlsRecord,
  randomOfHello,
  TLS_CONTENT,
  TLS_HANDSHAKE,
  TLS_RANDOM_BYTES,
  type TlsRecord,
} from '../../wire/tls';
import { hash } from '../hash';
import { fillerBytes, veiled } from './filler';
import { clientHello, finishedMessage, serverFlight, serverHello, type TlsDice } from './handshakeMessages';
import { joined } from './joined';
import type { SecureLayer, Unsealed } from './secureLayer';

/** What AES-128-GCM adds behind each record (RFC 8446 §5.2, RFC 5116 §5.1). */
const TAG_BYTES = 16;
/** Longest text in one record (RFC 8446 §5.1). */
const RECORD_TEXT_BYTES = 2 ** 14;
/** Fatal, unexpected message (RFC 8446 §6.2). */
const UNEXPECTED_MESSAGE = Uint8Array.of(2, 10);
/** Warning, close notify (RFC 8446 §6.1). */
const CLOSE_NOTIFY = Uint8Array.of(1, 0);

/**
 * A model of TLS 1.3 (RFC 8446 §2): its messages in their order, its records with their real headers and sizes, in one
 * round trip. No keys are agreed on, nothing is encrypted and nobody proves who they are: sealed bytes are filler laid
 * over the text, tags are filler.
 */
abstract class TlsModel implements SecureLayer {
  protected readonly dice: TlsDice;
  #isReady = false;
  #isBroken = false;
  /** The start of a record that has not come whole. */
  #rest = NO_BYTES;
  /** What the veil of both directions is made of, once both hellos are known. */
  #secret: number | undefined;
  #sealed = 0;
  #unsealed = 0;
  readonly #direction: number;

  constructor(dice: TlsDice, direction: 0 | 1) {
    this.dice = dice;
    this.#direction = direction;
  }

  get isReady(): boolean {
    return this.#isReady;
  }

  get isBroken(): boolean {
    return this.#isBroken;
  }

  abstract open(): Uint8Array;

  /** The other end's hello in the clear; answers what is to be sent for it, or undefined if it is none. */
  protected abstract heardHello(message: Uint8Array): Uint8Array | undefined;

  /** Sealed handshake messages from the other end; answers what is to be sent for them. */
  protected abstract heardSealed(): Uint8Array;

  seal(text: Uint8Array): Uint8Array {
    const parts: Uint8Array[] = [];
    for (let at = 0; at < text.length; at += RECORD_TEXT_BYTES) {
      const part = partOf(text, at, Math.min(text.length, at + RECORD_TEXT_BYTES));
      parts.push(this.sealedRecord(TLS_CONTENT.applicationData, part));
    }
    return joined(parts);
  }

  closing(): Uint8Array {
    return this.#isReady ? this.sealedRecord(TLS_CONTENT.alert, CLOSE_NOTIFY) : NO_BYTES;
  }

  unseal(bytes: Uint8Array): Unsealed {
    if (this.#isBroken) return { text: NO_BYTES, reply: NO_BYTES };
    const all = joined([this.#rest, bytes]);
    const decoded = decodeTlsRecords(all);
    const texts: Uint8Array[] = [];
    const replies: Uint8Array[] = [];
    if (decoded) this.#rest = all.slice(decoded.length);
    for (const record of decoded?.records ?? []) this.#take(record, texts, replies);
    if (!decoded) replies.push(this.#breakOff());
    return { text: joined(texts), reply: joined(replies) };
  }

  protected becomeReady(): void {
    this.#isReady = true;
  }

  protected agree(clientRandom: Uint8Array, serverRandom: Uint8Array): void {
    this.#secret = hash(...clientRandom, ...serverRandom);
  }

  /** The text, its content type and a tag, as one record of application data (RFC 8446 §5.2). */
  protected sealedRecord(contentType: number, text: Uint8Array): Uint8Array {
    const inner = joined([text, Uint8Array.of(contentType)]);
    const words = [this.#secret ?? 0, this.#direction, this.#sealed] as const;
    this.#sealed += 1;
    const content = joined([veiled(inner, ...words, 0), fillerBytes(TAG_BYTES, ...words, 1)]);
    return encodeTlsRecord(TLS_CONTENT.applicationData, content);
  }

  #take({ contentType, content }: TlsRecord, texts: Uint8Array[], replies: Uint8Array[]): void {
    if (this.#isBroken) return;
    if (contentType === TLS_CONTENT.handshake) {
      replies.push(this.heardHello(content) ?? this.#breakOff());
      return;
    }
    const secret = this.#secret;
    const isSealed = contentType === TLS_CONTENT.applicationData && content.length > TAG_BYTES;
    if (!isSealed || secret === undefined) {
      replies.push(this.#breakOff());
      return;
    }
    const veil = [secret, 1 - this.#direction, this.#unsealed, 0] as const;
    this.#unsealed += 1;
    const inner = veiled(partOf(content, 0, content.length - TAG_BYTES), ...veil);
    const text = partOf(inner, 0, inner.length - 1);
    const innerType = uint8At(inner, inner.length - 1);
    if (innerType === TLS_CONTENT.applicationData) texts.push(text);
    else if (innerType === TLS_CONTENT.handshake) replies.push(this.heardSealed());
  }

  #breakOff(): Uint8Array {
    this.#isBroken = true;
    return encodeTlsRecord(TLS_CONTENT.alert, UNEXPECTED_MESSAGE);
  }
}

/** The browser's end. */
export class TlsClient extends TlsModel {
  readonly #serverName: string;
  readonly #random: Uint8Array;

  constructor(serverName: string, dice: TlsDice) {
    super(dice, 0);
    this.#serverName = serverName;
    this.#random = fillerBytes(TLS_RANDOM_BYTES, ...dice, 0);
  }

  open(): Uint8Array {
    const hello = clientHello(this.#serverName, this.#random, this.dice);
    return encodeTlsRecord(TLS_CONTENT.handshake, hello, true);
  }

  protected heardHello(message: Uint8Array): Uint8Array | undefined {
    const random = randomOfHello(message, TLS_HANDSHAKE.serverHello);
    if (random.length === 0) return undefined;
    this.agree(this.#random, random);
    return NO_BYTES;
  }

  /** The server's flight ends with Finished: ours answers it, and what HTTP says may follow at once. */
  protected heardSealed(): Uint8Array {
    if (this.isReady) return NO_BYTES;
    this.becomeReady();
    return this.sealedRecord(TLS_CONTENT.handshake, finishedMessage(this.dice));
  }
}

/** The server's end. */
export class TlsServer extends TlsModel {
  constructor(dice: TlsDice) {
    super(dice, 1);
  }

  open(): Uint8Array {
    return NO_BYTES;
  }

  protected heardHello(message: Uint8Array): Uint8Array | undefined {
    const clientRandom = randomOfHello(message, TLS_HANDSHAKE.clientHello);
    if (clientRandom.length === 0 || this.isReady) return undefined;
    const { message: hello, random } = serverHello(this.dice, clientRandom);
    this.agree(clientRandom, random);
    // From here on it may write; what it hears is trusted once the client has finished (RFC 8446 §4.4.4).
    this.becomeReady();
    return joined([
      encodeTlsRecord(TLS_CONTENT.handshake, hello),
      this.sealedRecord(TLS_CONTENT.handshake, serverFlight(this.dice)),
    ]);
  }

  protected heardSealed(): Uint8Array {
    return NO_BYTES;
  }
}
