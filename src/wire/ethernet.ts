import { isMalformed, type Malformed } from './malformed';
import { ARP_BYTES, isArp } from './arp';
import { decodeIpv4 } from './ipv4';
import { type MacAddress, macAt, setMac } from './macAddress';
import { newOctets, setUint16, setUint32, uint16At, uint32At } from './octets';

/** The header of an Ethernet II frame. RFC 894. */
export interface EthernetHeader {
  readonly destination: MacAddress;
  readonly source: MacAddress;
  readonly etherType: number;
}

export interface EthernetFrame {
  readonly header: EthernetHeader;
  /** What the frame carries, padding included: how long the packet in it is only that itself can tell. */
  readonly payload: Uint8Array;
  /** The frame check sequence fits what it came with. */
  readonly isIntact: boolean;
}

/** What a frame carries, by the number in its header. RFC 894. */
export const ETHER_TYPE = { ipv4: 0x0800, arp: 0x0806 } as const;

export const ETHERNET_HEADER_BYTES = 14;
export const FRAME_CHECK_BYTES = 4;
/** Less data than this is padded with zeros. RFC 894. */
const LEAST_FRAME_DATA_BYTES = 46;

/** The whole frame: header, data padded to 46 bytes, frame check sequence. */
export function encodeEthernet(header: EthernetHeader, data: Uint8Array): Uint8Array<ArrayBuffer> {
  const dataBytes = Math.max(LEAST_FRAME_DATA_BYTES, data.length);
  const checkAt = ETHERNET_HEADER_BYTES + dataBytes;
  const frame = newOctets(checkAt + FRAME_CHECK_BYTES);
  setMac(frame, 0, header.destination);
  setMac(frame, 6, header.source);
  setUint16(frame, 12, header.etherType);
  frame.set(data, ETHERNET_HEADER_BYTES);
  setUint32(frame, checkAt, frameCheck(frame.subarray(0, checkAt)));
  return frame;
}

/** Takes a frame apart; one shorter than header, 46 bytes and check sequence is none (a runt). */
export function decodeEthernet(frame: Uint8Array): EthernetFrame | Malformed {
  const checkAt = frame.length - FRAME_CHECK_BYTES;
  if (checkAt < ETHERNET_HEADER_BYTES + LEAST_FRAME_DATA_BYTES) return { malformed: 'truncated' };
  return {
    header: { destination: macAt(frame, 0), source: macAt(frame, 6), etherType: uint16At(frame, 12) },
    payload: frame.subarray(ETHERNET_HEADER_BYTES, checkAt),
    isIntact: frameCheck(frame.subarray(0, checkAt)) === uint32At(frame, checkAt),
  };
}

/** Where in a frame its packet (or ARP message) ends and the padding begins; the end of the data when that is unsound. */
export function packetEndIn(frame: Uint8Array): number {
  const data = frame.subarray(ETHERNET_HEADER_BYTES, frame.length - FRAME_CHECK_BYTES);
  if (isArp(data)) return ETHERNET_HEADER_BYTES + ARP_BYTES;
  const packet = decodeIpv4(data);
  if (isMalformed(packet)) return ETHERNET_HEADER_BYTES + data.length;
  return ETHERNET_HEADER_BYTES + uint16At(data, 2);
}

/**
 * The frame check sequence as the four bytes of a frame are read: CRC-32 of everything before it (IEEE 802.3 §3.2.9),
 * whose lowest byte is sent first.
 */
export function frameCheck(bytes: Uint8Array): number {
  let crc = 0xffff_ffff;
  for (const byte of bytes) crc = CRC_OF_BYTE[(crc ^ byte) & 255]! ^ (crc >>> 8);
  crc = ~crc;
  return (((crc & 255) << 24) | ((crc & 0xff00) << 8) | ((crc >>> 8) & 0xff00) | ((crc >>> 24) & 255)) >>> 0;
}

/** x^32 + x^26 + … + 1 with its lowest power first, as bits go onto the wire. */
const POLYNOMIAL = 0xedb8_8320;
const CRC_OF_BYTE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let crc = byte;
  for (let bit = 0; bit < 8; bit += 1) crc = (crc & 1) === 0 ? crc >>> 1 : (crc >>> 1) ^ POLYNOMIAL;
  return crc;
});
