import type { Ipv4Address } from './address';
import { addBytes, internetChecksum, updateChecksum } from './checksum';
import { isMalformed, type Malformed } from './malformed';
import { newOctets, partOf, setUint16, setUint32, uint16At, uint32At, uint8At } from './octets';

/** Protocol numbers of the payloads this town knows (IANA, RFC 791 §3.1). */
export const PROTOCOL = { icmp: 1, tcp: 6, udp: 17 } as const;

/** The ECN field, the low two bits of the type of service: RFC 3168 §5. */
export const ECN = { notCapable: 0, capable1: 1, capable0: 2, experienced: 3 } as const;

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

/** Length of a header without options. */
export const IPV4_HEADER_BYTES = 20;
const LONGEST_OPTIONS = 40;
const LONGEST_PACKET = 0xffff;
const DONT_FRAGMENT = 0x4000;
const MORE_FRAGMENTS = 0x2000;
const OFFSET_MASK = 0x1fff;

/** Padded options included. Throws RangeError when they are too long. */
function headerLengthOf({ options }: Pick<Ipv4Header, 'options'>): number {
  if (options.length > LONGEST_OPTIONS) throw new RangeError('IPv4 options are longer than 40 bytes');
  return IPV4_HEADER_BYTES + ((options.length + 3) & ~3);
}

/** Builds the packet, with both lengths and the header checksum. Throws RangeError when it cannot be that long. */
export function encodeIpv4(header: Ipv4Header, payload: Uint8Array): Uint8Array<ArrayBuffer> {
  const headerLength = headerLengthOf(header);
  const bytes = newOctets(headerLength + payload.length);
  bytes.set(payload, headerLength);
  writeIpv4Header(bytes, header);
  return bytes;
}

/**
 * Writes the header, with both lengths and its checksum, over the zeros in front of the payload: the packet is all of
 * `bytes`. Throws RangeError when it cannot be that long.
 */
export function writeIpv4Header(bytes: Uint8Array, header: Ipv4Header): void {
  const headerLength = headerLengthOf(header);
  if (bytes.length > LONGEST_PACKET) throw new RangeError('IPv4 packet is longer than 65535 bytes');
  bytes[AT.versionAndLength] = 0x40 | (headerLength >> 2);
  bytes[AT.typeOfService] = header.typeOfService;
  setUint16(bytes, AT.totalLength, bytes.length);
  setUint16(bytes, AT.identification, header.identification);
  const flags = (header.dontFragment ? DONT_FRAGMENT : 0) | (header.moreFragments ? MORE_FRAGMENTS : 0);
  setUint16(bytes, AT.flagsAndOffset, flags | (header.fragmentOffset & OFFSET_MASK));
  bytes[AT.timeToLive] = header.timeToLive;
  bytes[AT.protocol] = header.protocol;
  setUint32(bytes, AT.source, header.source);
  setUint32(bytes, AT.destination, header.destination);
  if (headerLength > IPV4_HEADER_BYTES) bytes.set(header.options, AT.options);
  setUint16(bytes, AT.checksum, internetChecksum(addBytes(0, bytes, 0, headerLength)));
}

/**
 * Reads a packet; options and payload are views into `bytes`, the payload cut at the total length. The checksum is
 * not looked at: ask `isIpv4ChecksumValid`.
 */
export function decodeIpv4(
  bytes: Uint8Array,
): { readonly header: Ipv4Header; readonly payload: Uint8Array } | Malformed {
  const header = decodeIpv4Header(bytes);
  if (isMalformed(header)) return header;
  const payload = bytes.subarray(headerLengthOf(header), uint16At(bytes, AT.totalLength));
  return { header, payload };
}

/** Reads what an ICMP error quotes: a packet's header and the first bytes of its payload (RFC 792, RFC 1812 §4.3.2.3). */
export function decodeQuotedIpv4(
  quote: Uint8Array,
): { readonly header: Ipv4Header; readonly payload: Uint8Array } | Malformed {
  const header = readHeader(quote);
  return isMalformed(header) ? header : { header, payload: quote.subarray(headerLengthOf(header)) };
}

/** Reads the header of a whole packet, which is all that a router needs. */
export function decodeIpv4Header(bytes: Uint8Array): Ipv4Header | Malformed {
  const header = readHeader(bytes);
  const isCut = !isMalformed(header) && uint16At(bytes, AT.totalLength) > bytes.length;
  return isCut ? { malformed: 'truncated' } : header;
}

/** Reads a header, whatever is left of the packet behind it. */
function readHeader(bytes: Uint8Array): Ipv4Header | Malformed {
  if (bytes.length < IPV4_HEADER_BYTES) return { malformed: 'truncated' };
  const first = uint8At(bytes, AT.versionAndLength);
  if (first >> 4 !== 4) return { malformed: 'badVersion' };
  const headerLength = (first & 15) << 2;
  if (headerLength < IPV4_HEADER_BYTES) return { malformed: 'badHeaderLength' };
  if (uint16At(bytes, AT.totalLength) < headerLength) return { malformed: 'badLength' };
  if (bytes.length < headerLength) return { malformed: 'truncated' };
  const flagsAndOffset = uint16At(bytes, AT.flagsAndOffset);
  return {
    typeOfService: uint8At(bytes, AT.typeOfService),
    identification: uint16At(bytes, AT.identification),
    dontFragment: (flagsAndOffset & DONT_FRAGMENT) !== 0,
    moreFragments: (flagsAndOffset & MORE_FRAGMENTS) !== 0,
    fragmentOffset: flagsAndOffset & OFFSET_MASK,
    timeToLive: uint8At(bytes, AT.timeToLive),
    protocol: uint8At(bytes, AT.protocol),
    source: uint32At(bytes, AT.source),
    destination: uint32At(bytes, AT.destination),
    options: partOf(bytes, AT.options, headerLength),
  };
}

/** Whether the header sums to what its checksum says; false too when the header is not all there. */
export function isIpv4ChecksumValid(bytes: Uint8Array): boolean {
  if (bytes.length < IPV4_HEADER_BYTES) return false;
  const headerLength = (uint8At(bytes, AT.versionAndLength) & 15) << 2;
  if (headerLength < IPV4_HEADER_BYTES || headerLength > bytes.length) return false;
  return internetChecksum(addBytes(0, bytes, 0, headerLength)) === 0;
}

/**
 * What a router does to a packet before it sends it on: the TTL becomes one lower and the checksum is updated for it
 * (RFC 1812 §5.3.1, RFC 1624). `bytes` must hold a whole IPv4 header; throws RangeError when its TTL is 0 already.
 */
export function lowerTimeToLive(bytes: Uint8Array): void {
  const oldWord = uint16At(bytes, AT.timeToLive);
  if (oldWord < 0x100) throw new RangeError('TTL is 0: this packet must not be forwarded');
  const newWord = oldWord - 0x100;
  setUint16(bytes, AT.timeToLive, newWord);
  setUint16(bytes, AT.checksum, updateChecksum(uint16At(bytes, AT.checksum), oldWord, newWord));
}

/** Whom a packet with a whole IPv4 header is for. */
export function destinationOf(bytes: Uint8Array): Ipv4Address {
  return uint32At(bytes, AT.destination);
}

/** The ECN field of a packet with a whole IPv4 header (RFC 3168 §5). */
export function ecnOf(bytes: Uint8Array): number {
  return uint8At(bytes, AT.typeOfService) & ECN.experienced;
}

/** Where the payload of a packet with a whole IPv4 header belongs in the one it was cut from, in units of 8 bytes. */
export function fragmentOffsetOf(bytes: Uint8Array): number {
  return uint16At(bytes, AT.flagsAndOffset) & OFFSET_MASK;
}

/** What a router under load does to a packet that allows it: CE is set, and the checksum updated for it (RFC 3168 §5, RFC 1624). */
export function markCongestion(bytes: Uint8Array): void {
  const oldWord = uint16At(bytes, AT.versionAndLength);
  const newWord = oldWord | ECN.experienced;
  setUint16(bytes, AT.versionAndLength, newWord);
  setUint16(bytes, AT.checksum, updateChecksum(uint16At(bytes, AT.checksum), oldWord, newWord));
}

/** A copy with one bit inverted; bit 0 is the most significant bit of byte 0. Throws RangeError beyond the end. */
export function flipBit(bytes: Uint8Array, bit: number): Uint8Array<ArrayBuffer> {
  const at = bit >> 3;
  if (bit < 0 || at >= bytes.length) throw new RangeError(`no bit ${bit} in ${bytes.length} bytes`);
  const flipped = new Uint8Array(bytes);
  flipped[at] = uint8At(bytes, at) ^ (0x80 >> (bit & 7));
  return flipped;
}
