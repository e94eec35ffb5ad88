import { addBytes, correctChecksum, pseudoHeaderSum } from './checksum';
import { isIcmpChecksumValid } from './icmp';
import { type Ipv4Header, isIpv4ChecksumValid, PROTOCOL } from './ipv4';
import { uint16At, uint8At } from './octets';
import { isTcpChecksumValid } from './tcp';
import { isUdpChecksumValid } from './udp';

/*
 * What `tcpdump -v` says of a checksum that is wrong: the one that came and the one that would fit. Each is empty for
 * a checksum that fits, and for the first piece of a fragmented packet, whose sum covers bytes that are not here. The
 * packets have been decoded before, so their headers are whole.
 */

/** Where the checksum lies in each header, in bytes. */
const CHECKSUM_AT = { ipv4: 10, icmp: 2, udp: 6, tcp: 16 } as const;

/** For the header of an IPv4 packet: ` (bad cksum 4954 (->4955)!)`. */
export function ipv4ChecksumMark(packet: Uint8Array): string {
  if (isIpv4ChecksumValid(packet)) return '';
  const headerLength = (uint8At(packet, 0) & 15) * 4;
  const checksum = uint16At(packet, CHECKSUM_AT.ipv4);
  const correct = correctChecksum(addBytes(0, packet, 0, headerLength), checksum);
  return ` (bad cksum ${hex(checksum)} (->${hex(correct)})!)`;
}

/** For an ICMP message: ` (wrong icmp cksum f7fd (->f7fc)!)`. */
export function icmpChecksumMark(message: Uint8Array, carrier: Ipv4Header): string {
  if (carrier.moreFragments || isIcmpChecksumValid(message)) return '';
  const checksum = uint16At(message, CHECKSUM_AT.icmp);
  const correct = correctChecksum(addBytes(0, message, 0, message.length), checksum);
  return ` (wrong icmp cksum ${hex(checksum)} (->${hex(correct)})!)`;
}

/** For a UDP datagram: `[bad udp cksum 0x4954 -> 0x4754!] `. */
export function udpChecksumMark(datagram: Uint8Array, carrier: Ipv4Header): string {
  if (carrier.moreFragments || isUdpChecksumValid(datagram, carrier.source, carrier.destination)) return '';
  const length = uint16At(datagram, 4);
  const correct = correctTransportChecksum(datagram.subarray(0, length), carrier, CHECKSUM_AT.udp);
  return `[bad udp cksum 0x${hex(uint16At(datagram, CHECKSUM_AT.udp))} -> 0x${hex(correct)}!] `;
}

/** For a TCP segment: `cksum 0x4954 (incorrect -> 0x4955), `. */
export function tcpChecksumMark(segment: Uint8Array, carrier: Ipv4Header): string {
  if (carrier.moreFragments || isTcpChecksumValid(segment, carrier.source, carrier.destination)) return '';
  const correct = correctTransportChecksum(segment, carrier, CHECKSUM_AT.tcp);
  return `cksum 0x${hex(uint16At(segment, CHECKSUM_AT.tcp))} (incorrect -> 0x${hex(correct)}), `;
}

function correctTransportChecksum(bytes: Uint8Array, carrier: Ipv4Header, checksumAt: number): number {
  const protocol = checksumAt === CHECKSUM_AT.udp ? PROTOCOL.udp : PROTOCOL.tcp;
  const pseudoHeader = pseudoHeaderSum(carrier.source, carrier.destination, protocol, bytes.length);
  return correctChecksum(addBytes(pseudoHeader, bytes, 0, bytes.length), uint16At(bytes, checksumAt));
}

function hex(value: number): string {
  return value.toString(16).padStart(4, '0');
}
