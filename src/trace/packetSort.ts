import { isArp } from '../wire/arp';
import { decodeIpv4, PROTOCOL } from '../wire/ipv4';
import { isMalformed } from '../wire/malformed';
import { decodeTcp, FLAG } from '../wire/tcp';

/** What kind of packet a viewer sees; a segment with data is `data` unless a flag says something stronger. */
export type PacketSort =
  | 'syn'
  | 'synAck'
  | 'fin'
  | 'rst'
  | 'ack'
  | 'data'
  | 'datagram'
  | 'icmp'
  | 'arp'
  | 'raw'
  | 'unreadable';

/** The sort of an IP packet or ARP message, read from its bytes as its maker sent them. */
export function packetSort(bytes: Uint8Array<ArrayBuffer>): PacketSort {
  if (isArp(bytes)) return 'arp';
  const ip = decodeIpv4(bytes);
  if (isMalformed(ip)) return 'unreadable';
  if (ip.header.protocol === PROTOCOL.udp) return 'datagram';
  if (ip.header.protocol === PROTOCOL.icmp) return 'icmp';
  if (ip.header.protocol !== PROTOCOL.tcp) return 'raw';
  const segment = decodeTcp(ip.payload);
  if (isMalformed(segment)) return 'unreadable';
  const { flags } = segment.header;
  if (flags & FLAG.rst) return 'rst';
  if (flags & FLAG.syn) return flags & FLAG.ack ? 'synAck' : 'syn';
  if (flags & FLAG.fin) return 'fin';
  return segment.payload.length > 0 ? 'data' : 'ack';
}
