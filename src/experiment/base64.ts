const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
const STANDARD = `${ALPHABET}+/`;
const URL_SAFE = `${ALPHABET}-_`;
const CHUNK = 4096;

const VALUES = new Map<string, number>([...STANDARD, ...'-_'].map((c, i) => [c, i < 64 ? i : i - 2]));

/** Base64 with padding (RFC 4648 §4). */
export function toBase64(bytes: Uint8Array): string {
  const text = encode(bytes, STANDARD);
  return text + '='.repeat((4 - (text.length % 4)) % 4);
}

/** Base64 for addresses, without padding (RFC 4648 §5). */
export function toBase64Url(bytes: Uint8Array): string {
  return encode(bytes, URL_SAFE);
}

/** Reads either alphabet, padded or not; `undefined` when it is neither. */
export function fromBase64(text: string): Uint8Array<ArrayBuffer> | undefined {
  const end = text.endsWith('==') ? text.length - 2 : text.endsWith('=') ? text.length - 1 : text.length;
  const isPadded = end !== text.length;
  if (end % 4 === 1 || (isPadded && text.length % 4 !== 0)) return undefined;
  const bytes = new Uint8Array(Math.floor((end * 3) / 4));
  let bits = 0;
  let held = 0;
  let length = 0;
  for (let i = 0; i < end; i += 1) {
    const value = VALUES.get(text[i]!);
    if (value === undefined) return undefined;
    held = ((held << 6) | value) & 0xffff;
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    bytes[length] = held >> bits;
    length += 1;
  }
  return bytes;
}

function encode(bytes: Uint8Array, alphabet: string): string {
  const parts: string[] = [];
  let text = '';
  for (let i = 0; i < bytes.length; i += 3) {
    const left = bytes.length - i;
    const group = (bytes[i]! << 16) | ((bytes[i + 1] ?? 0) << 8) | (bytes[i + 2] ?? 0);
    text += alphabet[group >> 18]! + alphabet[(group >> 12) & 63]!;
    if (left > 1) text += alphabet[(group >> 6) & 63]!;
    if (left > 2) text += alphabet[group & 63]!;
    if (text.length < CHUNK) continue;
    parts.push(text);
    text = '';
  }
  return parts.join('') + text;
}
