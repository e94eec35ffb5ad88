import { decodeIpv4, encodeIpv4, type Ipv4Header } from './ipv4';
import { isMalformed } from './malformed';
import { uint8At } from './octets';

/** Fragments begin at multiples of this many bytes of payload (RFC 791 §3.1). */
export const FRAGMENT_UNIT = 8;
/** The option's first octet says whether every fragment carries it (RFC 791 §3.1). */
const COPIED = 0x80;
const END_OF_OPTIONS = 0;
const NO_OPERATION = 1;

/**
 * Cuts a packet into fragments of at most `mtuBytes` bytes each (RFC 791 §3.2, the example procedure); a fragment is
 * cut further in the same way. A packet that fits is returned as it is. Whether it may be cut is not asked here.
 * Throws RangeError for bytes that are no IPv4 packet, and for an MTU that carries no unit of payload.
 */
export function fragmentsOf(
  packet: Uint8Array<ArrayBuffer>,
  mtuBytes: number,
): readonly Uint8Array<ArrayBuffer>[] {
  if (packet.length <= mtuBytes) return [packet];
  const decoded = decodeIpv4(packet);
  if (isMalformed(decoded)) throw new RangeError(`no IPv4 packet: ${decoded.malformed}`);
  const { header, payload } = decoded;
  const headerBytes = packet.length - payload.length;
  const partBytes = Math.floor((mtuBytes - headerBytes) / FRAGMENT_UNIT) * FRAGMENT_UNIT;
  if (partBytes <= 0) throw new RangeError(`an MTU of ${mtuBytes} bytes carries nothing`);
  const fragments: Uint8Array<ArrayBuffer>[] = [];
  for (let start = 0; start < payload.length; start += partBytes) {
    const end = Math.min(start + partBytes, payload.length);
    const isLast = end === payload.length;
    fragments.push(encodeIpv4(partHeader(header, start, isLast), payload.subarray(start, end)));
  }
  return fragments;
}

/** The header of the part that starts `start` bytes into the payload. */
function partHeader(header: Ipv4Header, start: number, isLast: boolean): Ipv4Header {
  return {
    ...header,
    moreFragments: !isLast || header.moreFragments,
    fragmentOffset: header.fragmentOffset + start / FRAGMENT_UNIT,
    options: start === 0 ? header.options : copiedOptions(header.options),
  };
}

/** The options that every fragment carries, without those that only the first does. */
function copiedOptions(options: Uint8Array): Uint8Array {
  const kept: number[] = [];
  let at = 0;
  while (at < options.length && uint8At(options, at) !== END_OF_OPTIONS) {
    const type = uint8At(options, at);
    const length = type === NO_OPERATION ? 1 : Math.max(2, options[at + 1] ?? 2);
    if ((type & COPIED) !== 0) kept.push(...options.subarray(at, at + length));
    at += length;
  }
  return Uint8Array.from(kept);
}

/** Whether the packet is a part of one that was cut. */
export function isFragment({ moreFragments, fragmentOffset }: Ipv4Header): boolean {
  return moreFragments || fragmentOffset > 0;
}
