import type { Ipv4Header } from './ipv4';
import { type Dissection, endOfFields, type HeaderLayout, readLayout, withVerdict } from './field';
import { uint16At } from './octets';
import { isUdpChecksumValid } from './udp';

/** RFC 768. */
const LAYOUT: HeaderLayout = [
  ['udp.sourcePort', 16, 'decimal'],
  ['udp.destinationPort', 16, 'decimal'],
  ['udp.length', 16, 'decimal'],
  ['udp.checksum', 16, 'hex'],
];

const HEADER = 8;

/**
 * Dissects the UDP header at byte `start`. `carrier` is the IPv4 header over it when all its payload is there, which
 * ends at `end`; without it, and for a sender that computed no checksum, there is no verdict on the checksum.
 */
export function dissectUdp(
  packet: Uint8Array,
  start: number,
  end: number,
  carrier: Ipv4Header | undefined,
): Dissection {
  const fields = readLayout(packet, start, end, LAYOUT);
  const headerEnd = endOfFields(fields, start);
  if (headerEnd < start + HEADER) return { fields, end: headerEnd, payloadEnd: undefined };
  const length = uint16At(packet, start + 4);
  const isComputed = uint16At(packet, start + 6) !== 0;
  const valid =
    carrier !== undefined && isComputed
      ? isUdpChecksumValid(packet.subarray(start, end), carrier.source, carrier.destination)
      : undefined;
  const isSound = length >= HEADER && (start + length <= end || carrier === undefined);
  const payloadEnd = isSound ? Math.min(start + length, end) : undefined;
  return { fields: withVerdict(fields, 'udp.checksum', valid), end: headerEnd, payloadEnd };
}
