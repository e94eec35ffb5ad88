import type { Ipv4Address } from './address';
import { addBytes, internetChecksum, pseudoHeaderSum } from './checksum';
import { PROTOCOL } from './ipv4';
import { isMalformed, type Malformed } from './malformed';
import { newOctets, partOf, setUint16, setUint32, uint16At, uint32At, uint8At } from './octets';
import { readTcpOptions, tcpOptionsLength, writeTcpOptions, type TcpOption } from './tcpOptions';

/** Control bits of the flags octet: RFC 9293 §3.1. */
export const FLAG = { fin: 1, syn: 2, rst: 4, psh: 8, ack: 16, urg: 32, ece: 64, cwr: 128 } as const;

/** The TCP header of RFC 9293 §3.1, without what encoding computes: data offset and checksum. */
export interface TcpHeader {
  readonly sourcePort: number;
  readonly destinationPort: number;
  readonly sequence: number;
  readonly acknowledgment: number;
  /** Bits of `FLAG`. */
  readonly flags: number;
  /** As sent, not scaled. */
  readonly window: number;
  readonly urgentPointer: number;
  readonly options: readonly TcpOption[];
}

/** Where each field starts, in bytes. */
const AT = {
  sourcePort: 0,
  destinationPort: 2,
  sequence: 4,
  acknowledgment: 8,
  dataOffset: 12,
  flags: 13,
  window: 14,
  checksum: 16,
  urgentPointer: 18,
  options: 20,
} as const;

const SHORTEST_HEADER = 20;
const LONGEST_OPTIONS = 40;

/**
 * Builds the segment with data offset and checksum, behind `headroom` zeros for the header of the layer below. Throws
 * RangeError when the options take more than 40 bytes.
 */
export function encodeTcp(
  header: TcpHeader,
  payload: Uint8Array,
  source: Ipv4Address,
  destination: Ipv4Address,
  headroom = 0,
): Uint8Array<ArrayBuffer> {
  const optionsLength = tcpOptionsLength(header.options);
  if (optionsLength > LONGEST_OPTIONS) throw new RangeError('TCP options are longer than 40 bytes');
  const headerLength = SHORTEST_HEADER + optionsLength;
  const bytes = newOctets(headroom + headerLength + payload.length);
  const segment = bytes.subarray(headroom);
  setUint16(segment, AT.sourcePort, header.sourcePort);
  setUint16(segment, AT.destinationPort, header.destinationPort);
  setUint32(segment, AT.sequence, header.sequence);
  setUint32(segment, AT.acknowledgment, header.acknowledgment);
  segment[AT.dataOffset] = headerLength << 2;
  segment[AT.flags] = header.flags;
  setUint16(segment, AT.window, header.window);
  setUint16(segment, AT.urgentPointer, header.urgentPointer);
  if (optionsLength > 0) writeTcpOptions(segment, AT.options, header.options);
  segment.set(payload, headerLength);
  setUint16(segment, AT.checksum, tcpChecksum(segment, source, destination));
  return bytes;
}

/** Reads a segment; the payload is a view. The checksum is not looked at: ask `isTcpChecksumValid`. */
export function decodeTcp(
  segment: Uint8Array,
): { readonly header: TcpHeader; readonly payload: Uint8Array } | Malformed {
  if (segment.length < SHORTEST_HEADER) return { malformed: 'truncated' };
  const headerLength = (uint8At(segment, AT.dataOffset) >> 4) << 2;
  if (headerLength < SHORTEST_HEADER) return { malformed: 'badHeaderLength' };
  if (headerLength > segment.length) return { malformed: 'truncated' };
  const options = readTcpOptions(segment, AT.options, headerLength);
  if (isMalformed(options)) return options;
  const header = {
    sourcePort: uint16At(segment, AT.sourcePort),
    destinationPort: uint16At(segment, AT.destinationPort),
    sequence: uint32At(segment, AT.sequence),
    acknowledgment: uint32At(segment, AT.acknowledgment),
    flags: uint8At(segment, AT.flags),
    window: uint16At(segment, AT.window),
    urgentPointer: uint16At(segment, AT.urgentPointer),
    options,
  };
  return { header, payload: partOf(segment, headerLength, segment.length) };
}

/** Whether a segment from `source` to `destination` sums to what its checksum says (RFC 9293 §3.1). */
export function isTcpChecksumValid(
  segment: Uint8Array,
  source: Ipv4Address,
  destination: Ipv4Address,
): boolean {
  return segment.length >= SHORTEST_HEADER && tcpChecksum(segment, source, destination) === 0;
}

function tcpChecksum(segment: Uint8Array, source: Ipv4Address, destination: Ipv4Address): number {
  const pseudoHeader = pseudoHeaderSum(source, destination, PROTOCOL.tcp, segment.length);
  return internetChecksum(addBytes(pseudoHeader, segment, 0, segment.length));
}
