import { uint16At, uint32At, uint8At } from './octets';

/** The two highest bits of the first octet: how many octets there are. RFC 9000 §16. */
const LENGTHS = [1, 2, 4, 8] as const;
const TWO_TO_30 = 2 ** 30;
const TWO_TO_32 = 2 ** 32;

/** A whole number from 0 to 2^53 − 1 in the fewest octets that the encoding has for it (RFC 9000 §16). */
export function encodeVarint(value: number): readonly number[] {
  if (value < 2 ** 6) return [value];
  if (value < 2 ** 14) return [0x40 | (value >> 8), value & 0xff];
  if (value < TWO_TO_30)
    return [0x80 | (value >> 24), (value >> 16) & 0xff, (value >> 8) & 0xff, value & 0xff];
  const high = Math.floor(value / TWO_TO_32);
  const low = value % TWO_TO_32;
  return [0xc0 | (high >>> 24), ...octetsOf(high).slice(1), ...octetsOf(low)];
}

/** The number at `at` and where it ends; undefined when it is cut off or too large for exact arithmetic. */
export function decodeVarint(
  bytes: Uint8Array,
  at: number,
): { readonly value: number; readonly end: number } | undefined {
  if (at >= bytes.length) return undefined;
  const first = uint8At(bytes, at);
  const length = LENGTHS[(first >> 6) as 0 | 1 | 2 | 3];
  const end = at + length;
  if (end > bytes.length) return undefined;
  const head = first & 0x3f;
  if (length === 1) return { value: head, end };
  if (length === 2) return { value: (head << 8) | uint8At(bytes, at + 1), end };
  if (length === 4) return { value: uint32At(bytes, at) % TWO_TO_30, end };
  const high = ((head << 24) | (uint8At(bytes, at + 1) << 16) | uint16At(bytes, at + 2)) >>> 0;
  const value = high * TWO_TO_32 + uint32At(bytes, at + 4);
  return Number.isSafeInteger(value) ? { value, end } : undefined;
}

function octetsOf(word: number): readonly number[] {
  return [word >>> 24, (word >>> 16) & 0xff, (word >>> 8) & 0xff, word & 0xff];
}
