/** What stands for "no bytes", so that decoding an empty option area allocates nothing. */
export const NO_BYTES = new Uint8Array(0);

/** What new packets are cut from: making an ArrayBuffer costs as much as writing the thousands of bytes in it. */
const SLAB_BYTES = 65_536;
/** So that each packet begins where a 64-bit word does. */
const ALIGNMENT = 8;
let slab = new ArrayBuffer(SLAB_BYTES);
let slabUsed = 0;

/** That many zeros, the caller's own. Neighbours share an ArrayBuffer, so `buffer` is not to be handed on. */
export function newOctets(length: number): Uint8Array<ArrayBuffer> {
  if (length > SLAB_BYTES) return new Uint8Array(length);
  if (slabUsed + length > SLAB_BYTES) {
    slab = new ArrayBuffer(SLAB_BYTES);
    slabUsed = 0;
  }
  const octets = new Uint8Array(slab, slabUsed, length);
  slabUsed += (length + ALIGNMENT - 1) & -ALIGNMENT;
  return octets;
}

/** The octets from `start` to before `end`, not copied; makes no new view where it is all of them or none. */
export function partOf(octets: Uint8Array, start: number, end: number): Uint8Array {
  if (start === end) return NO_BYTES;
  return start === 0 && end === octets.length ? octets : octets.subarray(start, end);
}

/** Octet at `at`, which the caller has checked to lie inside. */
export function uint8At(bytes: Uint8Array, at: number): number {
  return bytes[at] as number;
}

/** Big-endian 16-bit number at byte `at`, which the caller has checked to lie inside. */
export function uint16At(bytes: Uint8Array, at: number): number {
  return ((bytes[at] as number) << 8) | (bytes[at + 1] as number);
}

/** Big-endian 32-bit number at byte `at`, from 0 to 2^32 - 1. */
export function uint32At(bytes: Uint8Array, at: number): number {
  return ((uint16At(bytes, at) << 16) | uint16At(bytes, at + 2)) >>> 0;
}

/** Writes the low 16 bits of `value`, most significant octet first. */
export function setUint16(bytes: Uint8Array, at: number, value: number): void {
  bytes[at] = value >>> 8;
  bytes[at + 1] = value;
}

/** Writes the low 32 bits of `value`, most significant octet first. */
export function setUint32(bytes: Uint8Array, at: number, value: number): void {
  setUint16(bytes, at, value >>> 16);
  setUint16(bytes, at + 2, value);
}
