import type { Ipv4Address } from './address';
import { addBytes, internetChecksum, pseudoHeaderSum } from './checksum';
import { PROTOCOL } from './ipv4';
import type { Malformed } from './malformed';
import { newOctets, setUint16, uint16At } from './octets';

/** The UDP header of RFC 768, without what encoding computes: length and checksum. */
export interface UdpHeader {
  readonly sourcePort: number;
  readonly destinationPort: number;
}

/** Where each field starts, in bytes. */
const AT = { sourcePort: 0, destinationPort: 2, length: 4, checksum: 6, payload: 8 } as const;

const LONGEST_DATAGRAM = 0xffff;
/** "All zero means the transmitter generated no checksum", so a computed 0 goes out as its other spelling. RFC 768. */
const NOT_COMPUTED = 0;
const COMPUTED_ZERO = 0xffff;

/**
 * Builds the datagram with length and checksum (pseudo header included), behind `headroom` zeros for the header of the
 * layer below. Throws RangeError when it is too long.
 */
export function encodeUdp(
  header: UdpHeader,
  payload: Uint8Array,
  source: Ipv4Address,
  destination: Ipv4Address,
  headroom = 0,
): Uint8Array<ArrayBuffer> {
  const length = AT.payload + payload.length;
  if (length > LONGEST_DATAGRAM) throw new RangeError('UDP datagram is longer than 65535 bytes');
  const bytes = newOctets(headroom + length);
  const datagram = bytes.subarray(headroom);
  setUint16(datagram, AT.sourcePort, header.sourcePort);
  setUint16(datagram, AT.destinationPort, header.destinationPort);
  setUint16(datagram, AT.length, length);
  datagram.set(payload, AT.payload);
  const checksum = udpChecksum(datagram, length, source, destination);
  setUint16(datagram, AT.checksum, checksum === NOT_COMPUTED ? COMPUTED_ZERO : checksum);
  return bytes;
}

/** Reads a datagram; the payload is a view, cut at the length field. `checksum` 0 means the sender computed none. */
export function decodeUdp(
  datagram: Uint8Array,
): { readonly header: UdpHeader; readonly payload: Uint8Array; readonly checksum: number } | Malformed {
  if (datagram.length < AT.payload) return { malformed: 'truncated' };
  const length = uint16At(datagram, AT.length);
  if (length < AT.payload) return { malformed: 'badLength' };
  if (length > datagram.length) return { malformed: 'truncated' };
  const header = {
    sourcePort: uint16At(datagram, AT.sourcePort),
    destinationPort: uint16At(datagram, AT.destinationPort),
  };
  return {
    header,
    payload: datagram.subarray(AT.payload, length),
    checksum: uint16At(datagram, AT.checksum),
  };
}

/**
 * Whether a datagram from `source` to `destination` may be believed: its checksum fits, or is 0 for "not computed"
 * (RFC 1122 §4.1.3.4). False when the length field does not fit the bytes.
 */
export function isUdpChecksumValid(
  datagram: Uint8Array,
  source: Ipv4Address,
  destination: Ipv4Address,
): boolean {
  if (datagram.length < AT.payload) return false;
  const length = uint16At(datagram, AT.length);
  if (length < AT.payload || length > datagram.length) return false;
  if (uint16At(datagram, AT.checksum) === NOT_COMPUTED) return true;
  return udpChecksum(datagram, length, source, destination) === 0;
}

function udpChecksum(
  bytes: Uint8Array,
  length: number,
  source: Ipv4Address,
  destination: Ipv4Address,
): number {
  return internetChecksum(
    addBytes(pseudoHeaderSum(source, destination, PROTOCOL.udp, length), bytes, 0, length),
  );
}
