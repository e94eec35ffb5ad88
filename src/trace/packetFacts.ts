import type { Transport } from '../experiment/experiment';
import { packetSort, type PacketSort } from './packetSort';
import type { PacketRef, Run } from './run';
import { sequenceBaseOf } from './sequenceBases';
import type { Trace } from './trace';
import { formatAddress } from '../wire/address';
import { ARP_OPERATION, decodeArp, isArp } from '../wire/arp';
import { dnsCardOfDatagram, dnsCardOfSegment } from '../wire/dnsCard';
import { decodeIcmp } from '../wire/icmp';
import { decodeIpv4, PROTOCOL } from '../wire/ipv4';
import { isMalformed } from '../wire/malformed';
import { readableText } from '../wire/readableText';
import { decodeTcp } from '../wire/tcp';
import { webCardOfDatagram, webCardOfSegment } from '../wire/webCard';

/** What a short name of a packet is made of. */
export interface PacketFacts {
  readonly lane: Transport;
  readonly sort: PacketSort;
  /** The message that its piece is of (`PacketIdentity.flow`). */
  readonly flow: number;
  /** Piece of that message from 0, or -1. */
  readonly piece: number;
  /** The network made this copy. */
  readonly isDouble: boolean;
  /** Nth retransmission, 0 for an original. */
  readonly again: number;
  /** Bytes of data in the datagram or segment. */
  readonly dataBytes: number;
  /** Which duplicate ACK it is, 0 for none. */
  readonly duplicateAck: number;
  /** Relative to the SYNs, 0 where there is none. */
  readonly sequence: number;
  readonly acknowledgment: number;
  readonly icmp: { readonly type: number; readonly code: number } | null;
  /** Of an IP packet without a transport: its protocol number, and what it says where that is text. */
  readonly raw: { readonly protocol: number; readonly text: string } | null;
  /** What a DNS message asks (`A? www.example.com`) or answers (`A 203.0.113.9`), `DNS` where it cannot be read whole. */
  readonly dns: string | null;
  /** What begins in its data on the way to a page: `GET /`, `200 OK`, `ClientHello`, `stream 4 #7`; null for anything else. */
  readonly web: string | null;
  /** Of an ARP message: whether it asks, and for whose address, or whose it tells (RFC 826). */
  readonly arp: { readonly isRequest: boolean; readonly address: string } | null;
}

const UDP_HEADER_BYTES = 8;
const known = new WeakMap<Trace, PacketFacts[]>();

/** The facts of a packet as it was sent; `undefined` when the trace does not have it (yet). */
export function packetFactsOf(run: Run, { lane, packet }: PacketRef): PacketFacts | undefined {
  const trace = run.traces[lane];
  if (!trace || packet < 0 || packet >= trace.packetCount) return undefined;
  let facts = known.get(trace);
  if (!facts) known.set(trace, (facts = []));
  return (facts[packet] ??= readFacts(trace, packet));
}

function readFacts(trace: Trace, id: number): PacketFacts {
  const packet = trace.packet(id);
  const { reason } = trace.event(packet.madeBy);
  const whole = wholeBytes(trace, id);
  return {
    lane: trace.lane,
    sort: packetSort(whole),
    flow: packet.flow,
    piece: packet.piece,
    again: packet.role === 'retransmission' ? Math.max(1, packet.copy) : 0,
    isDouble: packet.duplicateOf >= 0,
    duplicateAck: reason.kind === 'duplicateAck' ? reason.count : 0,
    ...numbersOf(trace, whole),
  };
}

/** The bytes of the packet that it is, or is a fragment of: only the first fragment has the header that names them all. */
function wholeBytes(trace: Trace, id: number): Uint8Array<ArrayBuffer> {
  const { madeBy, bytes } = trace.packet(id);
  const event = trace.event(madeBy);
  const isPart = event.kind === 'packetFragmented' || event.kind === 'packetDuplicated';
  return isPart ? wholeBytes(trace, event.packet) : bytes;
}

function numbersOf(
  trace: Trace,
  bytes: Uint8Array,
): Pick<PacketFacts, 'dataBytes' | 'sequence' | 'acknowledgment' | 'icmp' | 'dns' | 'web' | 'arp' | 'raw'> {
  const none = {
    dataBytes: 0,
    sequence: 0,
    acknowledgment: 0,
    icmp: null,
    dns: null,
    web: null,
    arp: null,
    raw: null,
  };
  if (isArp(bytes)) return { ...none, arp: arpFacts(bytes) };
  const ip = decodeIpv4(bytes);
  if (isMalformed(ip)) return none;
  if (ip.header.protocol === PROTOCOL.icmp) {
    const message = decodeIcmp(ip.payload);
    if (isMalformed(message) || ip.payload.length < 2) return none;
    return { ...none, icmp: { type: ip.payload[0]!, code: ip.payload[1]! } };
  }
  if (ip.header.protocol === PROTOCOL.udp) {
    const dns = dnsCardOfDatagram(ip.payload);
    const web = webCardOfDatagram(ip.payload);
    return { ...none, dns, web, dataBytes: Math.max(0, ip.payload.length - UDP_HEADER_BYTES) };
  }
  if (ip.header.protocol !== PROTOCOL.tcp) {
    const raw = { protocol: ip.header.protocol, text: readableText(ip.payload) ?? '' };
    return { ...none, dataBytes: ip.payload.length, raw };
  }
  const tcp = decodeTcp(ip.payload);
  const base = sequenceBaseOf(trace, bytes);
  if (isMalformed(tcp) || !base) return none;
  return {
    ...none,
    dns: dnsCardOfSegment(tcp.header, tcp.payload),
    web: webCardOfSegment(tcp.payload),
    dataBytes: tcp.payload.length,
    sequence: (tcp.header.sequence - base.initialSequence) >>> 0,
    acknowledgment: (tcp.header.acknowledgment - base.peerInitialSequence) >>> 0,
  };
}

function arpFacts(bytes: Uint8Array): PacketFacts['arp'] {
  const message = decodeArp(bytes);
  if (isMalformed(message)) return null;
  const isRequest = message.operation === ARP_OPERATION.request;
  return { isRequest, address: formatAddress(isRequest ? message.targetProtocol : message.senderProtocol) };
}
