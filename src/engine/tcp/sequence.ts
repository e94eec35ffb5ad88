/**
 * Sequence numbers are modulo 2^32 only on the wire (RFC 9293 §3.4). Inside, a byte has a *position* that never wraps:
 * 0 is the SYN, 1 the first byte of the stream, and the FIN comes after the last. So positions compare with `<`,
 * and byte n of the app's stream is at position n + 1.
 */

/** The sequence number on the wire of `position`, where the SYN carried `initial` (ISS or IRS). */
export function wrap(initial: number, position: number): number {
  return (initial + position) >>> 0;
}

/** The position of a sequence number from the wire: the one nearest to `near` (at most 2^31 away). */
export function unwrap(initial: number, sequence: number, near: number): number {
  return near + ((sequence - wrap(initial, near)) | 0);
}
