import type { Ipv4Address } from './address';
import { addBytes, internetChecksum, updateChecksum } from './checksum';
import type { Malformed } from './malformed';
import { NO_BYTES, setUint16, setUint32, uint16At, uint32At, uint8At } from './octets';

/** Protocol numbers of the payloads this town knows (IANA, RFC 791 §3.1). */
export const PROTOCOL = { icmp: 1, tcp: 6, udp: 17 } as const;

/** The IPv4 header of RFC 791 §3.1, without what encoding computes: header length, total length, checksum. */
export interface Ipv4Header {
  readonly typeOfService: number;
  readonly identification: number;
  readonly dontFragment: boolean;
  readonly moreFragments: boolean;
  /** In units of 8 bytes. */
  readonly fragmentOffset: number;
  readonly timeToLive: number;
  readonly protocol: number;
  readonly source: Ipv4Address;
  readonly destination: Ipv4Address;
  /** Raw options, at most 40 bytes; encoding pads them with zeros to whole 32-bit words. */
  readonly options: Uint8Array;
}

/** Where each field starts, in bytes. */
const AT = {
  versionAndLength: 0,
  typeOfService: 1,
  totalLength: 2,
  identification: 4,
  flagsAndOffset: 6,
  timeToLive: 8,
  protocol: 9,
  checksum: 10,
  source: 12,
  destination: 16,
  options: 20,
} as const;

const SHORTEST_HEADER = 20;
const LONGEST_OPTIONS = 40;
const LONGEST_PACKET = 0xffff;
const DONT_FRAGMENT = 0x4000;
const MORE_FRAGMENTS = 0x2000;
const OFFSET_MASK = 0x1fff;

/** Builds the packet, with both lengths and the header checksum. Throws RangeError when it cannot be that long. */
export function encodeIpv4(header: Ipv4Header, payload: Uint8Array): Uint8Array<ArrayBuffer> {
  if (header.options.length > LONGEST_OPTIONS) throw new RangeError('IPv4 options are longer than 40 bytes');
  const headerLength = SHORTEST_HEADER + ((header.options.length + 3) & ~3);
  const totalLength = headerLength + payload.length;
  if (totalLength > LONGEST_PACKET) throw new RangeError('IPv4 packet is longer than 65535 bytes');
  const bytes = new Uint8Array(totalLength);
  bytes[AT.versionAndLength] = 0x40 | (headerLength >> 2);
  bytes[AT.typeOfService] = header.typeOfService;
  setUint16(bytes, AT.totalLength, totalLength);
  setUint16(bytes, AT.identification, header.identification);
  const flags = (header.dontFragment ? DONT_FRAGMENT : 0) | (header.moreFragments ? MORE_FRAGMENTS : 0);
  setUint16(bytes, AT.flagsAndOffset, flags | (header.fragmentOffset & OFFSET_MASK));
  bytes[AT.timeToLive] = header.timeToLive;
  bytes[AT.protocol] = header.protocol;
  setUint32(bytes, AT.source, header.source);
  setUint32(bytes, AT.destination, header.destination);
  if (headerLength > SHORTEST_HEADER) bytes.set(header.options, AT.options);
  setUint16(bytes, AT.checksum, internetChecksum(addBytes(0, bytes, 0, headerLength)));
  bytes.set(payload, headerLength);
  return bytes;
}

/**
 * Reads a packet; options and payload are views into `bytes`, the payload cut at the total length. The checksum is
 * not looked at: ask `isIpv4ChecksumValid`.
 */
export function decodeIpv4(
  bytes: Uint8Array,
): { readonly header: Ipv4Header; readonly payload: Uint8Array } | Malformed {
  if (bytes.length < SHORTEST_HEADER) return { malformed: 'truncated' };
  const first = uint8At(bytes, AT.versionAndLength);
  if (first >> 4 !== 4) return { malformed: 'badVersion' };
  const headerLength = (first & 15) << 2;
  if (headerLength < SHORTEST_HEADER) return { malformed: 'badHeaderLength' };
  const totalLength = uint16At(bytes, AT.totalLength);
  if (totalLength < headerLength) return { malformed: 'badLength' };
  if (totalLength > bytes.length) return { malformed: 'truncated' };
  const flagsAndOffset = uint16At(bytes, AT.flagsAndOffset);
  const header = {
    typeOfService: uint8At(bytes, AT.typeOfService),
    identification: uint16At(bytes, AT.identification),
    dontFragment: (flagsAndOffset & DONT_FRAGMENT) !== 0,
    moreFragments: (flagsAndOffset & MORE_FRAGMENTS) !== 0,
    fragmentOffset: flagsAndOffset & OFFSET_MASK,
    timeToLive: uint8At(bytes, AT.timeToLive),
    protocol: uint8At(bytes, AT.protocol),
    source: uint32At(bytes, AT.source),
    destination: uint32At(bytes, AT.destination),
    options: headerLength === SHORTEST_HEADER ? NO_BYTES : bytes.subarray(AT.options, headerLength),
  };
  return { header, payload: bytes.subarray(headerLength, totalLength) };
}

/** Whether the header sums to what its checksum says; false too when the header is not all there. */
export function isIpv4ChecksumValid(bytes: Uint8Array): boolean {
  if (bytes.length < SHORTEST_HEADER) return false;
  const headerLength = (uint8At(bytes, AT.versionAndLength) & 15) << 2;
  if (headerLength < SHORTEST_HEADER || headerLength > bytes.length) return false;
  return internetChecksum(addBytes(0, bytes, 0, headerLength)) === 0;
}

/**
 * What a router sends on: a copy with the TTL one lower and the checksum updated for it (RFC 1812 §5.3.1, RFC 1624).
 * `bytes` must hold a whole IPv4 header; throws RangeError when its TTL is 0 already.
 */
export function lowerTimeToLive(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const lowered = new Uint8Array(bytes);
  const oldWord = uint16At(bytes, AT.timeToLive);
  if (oldWord < 0x100) throw new RangeError('TTL is 0: this packet must not be forwarded');
  const newWord = oldWord - 0x100;
  setUint16(lowered, AT.timeToLive, newWord);
  setUint16(lowered, AT.checksum, updateChecksum(uint16At(bytes, AT.checksum), oldWord, newWord));
  return lowered;
}

/** A copy with one bit inverted; bit 0 is the most significant bit of byte 0. Throws RangeError beyond the end. */
export function flipBit(bytes: Uint8Array, bit: number): Uint8Array<ArrayBuffer> {
  const at = bit >> 3;
  if (bit < 0 || at >= bytes.length) throw new RangeError(`no bit ${bit} in ${bytes.length} bytes`);
  const flipped = new Uint8Array(bytes);
  flipped[at] = uint8At(bytes, at) ^ (0x80 >> (bit & 7));
  return flipped;
}
