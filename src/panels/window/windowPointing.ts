import type { SegmentView } from '../../trace/belief';
import type { ConnectionSnapshot } from '../../trace/snapshot';
import type { Trace } from '../../trace/trace';
import { decodeIpv4 } from '../../wire/ipv4';
import { isMalformed } from '../../wire/malformed';
import { decodeTcp, FLAG } from '../../wire/tcp';
import type { PointingProps } from '../panelProps';

/** What the window needs to light packets, here and elsewhere. */
export interface WindowPointing extends Pick<PointingProps, 'run' | 'onHover' | 'onSelect' | 'onSeek'> {
  readonly lane: number;
  /** The packet of this lane that is pointed at, or -1; and the one that is selected. */
  readonly hovered: number;
  readonly selected: number;
  /** What the packet that is pointed at acknowledges: everything before this number; null where it acknowledges nothing. */
  readonly acknowledged: number | null;
}

/** The last packet that carried a segment: where its story goes on. */
export function latestPacket({ packets }: SegmentView): number {
  return packets.at(-1)!;
}

const HALF_OF_NUMBERS = 2 ** 31;

/** Whether the packet that is pointed at carried the segment, or acknowledges all of it. */
export function isLit({ hovered, acknowledged }: WindowPointing, { packets, range }: SegmentView): boolean {
  if (packets.includes(hovered)) return true;
  return acknowledged !== null && (acknowledged - range.end) >>> 0 < HALF_OF_NUMBERS;
}

/** The acknowledgment number of a packet that is for this end of a connection; null for any other. RFC 9293 §3.4. */
export function acknowledgmentFor(
  trace: Trace,
  packet: number,
  near: Pick<ConnectionSnapshot, 'localPort' | 'remotePort'> | null,
): number | null {
  if (packet < 0 || !near) return null;
  const ip = decodeIpv4(trace.packet(packet).bytes);
  const segment = isMalformed(ip) ? ip : decodeTcp(ip.payload);
  if (isMalformed(segment)) return null;
  const { sourcePort, destinationPort, flags, acknowledgment } = segment.header;
  const isForNear = destinationPort === near.localPort && sourcePort === near.remotePort;
  return isForNear && (flags & FLAG.ack) !== 0 ? acknowledgment : null;
}
