import { TCP_LENGTH_BYTES } from '../../wire/dns';
import { newOctets, NO_BYTES, setUint16, uint16At } from '../../wire/octets';

/** A message as it goes over TCP: behind its length, in one go (RFC 7766 §8). */
export function framed(message: Uint8Array): Uint8Array<ArrayBuffer> {
  const bytes = newOctets(TCP_LENGTH_BYTES + message.length);
  setUint16(bytes, 0, message.length);
  bytes.set(message, TCP_LENGTH_BYTES);
  return bytes;
}

/** Finds the messages in a stream of bytes that comes in parts (RFC 1035 §4.2.2). */
export class Unframer {
  #rest: Uint8Array = NO_BYTES;

  /** The messages that are whole now. */
  add(bytes: Uint8Array): readonly Uint8Array[] {
    const all = newOctets(this.#rest.length + bytes.length);
    all.set(this.#rest);
    all.set(bytes, this.#rest.length);
    const messages: Uint8Array[] = [];
    let at = 0;
    while (at + TCP_LENGTH_BYTES <= all.length) {
      const end = at + TCP_LENGTH_BYTES + uint16At(all, at);
      if (end > all.length) break;
      messages.push(all.subarray(at + TCP_LENGTH_BYTES, end));
      at = end;
    }
    this.#rest = all.subarray(at);
    return messages;
  }
}
