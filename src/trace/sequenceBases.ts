import type { Ipv4Address } from '../wire/address';
import { decodeIpv4, PROTOCOL } from '../wire/ipv4';
import { isMalformed } from '../wire/malformed';
import type { SequenceBase } from '../wire/summaryTcp';
import { decodeTcp, FLAG } from '../wire/tcp';
import { follow } from './follow';
import type { Trace } from './trace';

/** Initial sequence numbers by direction, from the SYN segments that were sent. */
const initialSequences = follow<Map<string, number>, null>(
  () => new Map(),
  (index, trace, number) => {
    if (trace.lane !== 'tcp' || trace.kindAt(number) !== 'packetSent') return;
    const event = trace.event(number);
    const segment = event.kind === 'packetSent' ? segmentOf(trace.packet(event.packet).bytes) : null;
    if (!segment) return;
    if ((segment.flags & FLAG.syn) !== 0) index.set(segment.way, segment.sequence);
    // Behind a NAT the other end is known by another address than its own: the handshake says where it began.
    const isFirst = (segment.flags & FLAG.ack) !== 0 && index.has(segment.way) && !index.has(segment.wayBack);
    if (isFirst) index.set(segment.wayBack, (segment.acknowledgment - 1) >>> 0);
  },
);

/**
 * What the numbers of this TCP packet count from, its sender being the one side, so that they can be shown relative
 * (SYN = 0, first byte = 1). `undefined` when it is no readable TCP packet.
 */
export function sequenceBaseOf(trace: Trace, packet: Uint8Array): SequenceBase | undefined {
  const segment = segmentOf(packet);
  if (!segment) return undefined;
  const index = initialSequences(trace, null);
  return {
    address: segment.source,
    port: segment.sourcePort,
    initialSequence: index.get(segment.way) ?? 0,
    peerInitialSequence: index.get(segment.wayBack) ?? 0,
  };
}

interface Segment {
  readonly source: Ipv4Address;
  readonly sourcePort: number;
  readonly flags: number;
  readonly sequence: number;
  readonly acknowledgment: number;
  readonly way: string;
  readonly wayBack: string;
}

function segmentOf(packet: Uint8Array): Segment | null {
  const ip = decodeIpv4(packet);
  if (isMalformed(ip) || ip.header.protocol !== PROTOCOL.tcp) return null;
  const tcp = decodeTcp(ip.payload);
  if (isMalformed(tcp)) return null;
  const { source, destination } = ip.header;
  const { sourcePort, destinationPort, flags, sequence, acknowledgment } = tcp.header;
  const near = `${source}:${sourcePort}`;
  const far = `${destination}:${destinationPort}`;
  return {
    source,
    sourcePort,
    flags,
    sequence,
    acknowledgment,
    way: `${near}>${far}`,
    wayBack: `${far}>${near}`,
  };
}
