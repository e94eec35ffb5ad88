import type { Ipv4Address } from './address';

/*
 * The Internet checksum of RFC 1071, in three strokes: start a running sum (0 or a pseudo header), add byte
 * ranges, close it with `internetChecksum`. Every range but the last must have an even length. A running sum stays
 * exact in a `number` for far more than the 65 535 bytes of an IP packet.
 */

/** Ranges from this length on are read four bytes at a time. */
const LONG_RANGE_BYTES = 64;

/** Adds the bytes from `start` to before `end` as big-endian 16-bit words, an odd last byte padded with 0. */
export function addBytes(sum: number, bytes: Uint8Array, start: number, end: number): number {
  const lastPair = end - 1;
  let total = sum;
  let at = start;
  if (end - start >= LONG_RANGE_BYTES) {
    at = end - ((end - start) & 3);
    total += sumOfQuads(bytes, start, at);
  }
  for (; at < lastPair; at += 2) total += ((bytes[at] as number) << 8) | (bytes[at + 1] as number);
  if (at < end) total += (bytes[at] as number) << 8;
  return total;
}

/** The same sum over whole quads of bytes. Upper and lower words apart, neither leaves 31 bits in an IP packet. */
function sumOfQuads(bytes: Uint8Array, start: number, end: number): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let upper = 0;
  let lower = 0;
  for (let at = start; at < end; at += 4) {
    const quad = view.getInt32(at);
    upper = (upper + (quad >>> 16)) | 0;
    lower = (lower + (quad & 0xffff)) | 0;
  }
  return upper + lower;
}

/** The sum of the pseudo header before a UDP or TCP header: RFC 768, RFC 9293 §3.1. `length` in bytes. */
export function pseudoHeaderSum(
  source: Ipv4Address,
  destination: Ipv4Address,
  protocol: number,
  length: number,
): number {
  return (
    (source >>> 16) + (source & 0xffff) + (destination >>> 16) + (destination & 0xffff) + protocol + length
  );
}

/** Folds the carries of a running sum back in and complements it: the 16 bits to send (RFC 1071 §1). */
export function internetChecksum(sum: number): number {
  let folded = sum;
  while (folded > 0xffff) folded = (folded & 0xffff) + Math.floor(folded / 0x10000);
  return ~folded & 0xffff;
}

/** What a checksum should be, given the sum over everything, itself included, and what it is. */
export function correctChecksum(sumWithChecksum: number, checksum: number): number {
  return internetChecksum(sumWithChecksum - checksum);
}

/**
 * The checksum after one 16-bit word under it changed, without looking at the other words (RFC 1624 equation 3).
 * A checksum that was wrong stays wrong, so a router does not hide damage.
 */
export function updateChecksum(checksum: number, oldWord: number, newWord: number): number {
  return internetChecksum((~checksum & 0xffff) + (~oldWord & 0xffff) + newWord);
}
