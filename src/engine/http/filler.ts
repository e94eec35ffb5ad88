import { hash } from '../hash';

/** Bytes that look like nothing: what a cipher would give. They follow from `words` alone. */
export function fillerBytes(length: number, ...words: readonly number[]): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(length);
  for (let at = 0; at < length; at += 4) {
    const word = hash(...words, at);
    for (let i = 0; i < 4 && at + i < length; i += 1) bytes[at + i] = word >>> (8 * i);
  }
  return bytes;
}

/** `text` with filler laid over it; the same again takes it off. No cipher: it hides nothing from who knows the words. */
export function veiled(text: Uint8Array, ...words: readonly number[]): Uint8Array<ArrayBuffer> {
  return fillerBytes(text.length, ...words).map((byte, i) => byte ^ text[i]!);
}
