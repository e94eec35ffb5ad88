import { decodeIpv4, PROTOCOL } from '../wire/ipv4';
import { isMalformed } from '../wire/malformed';
import { decodeTcp, FLAG, type TcpHeader } from '../wire/tcp';
import { follow } from './follow';
import type { SequenceRange } from './snapshot';
import type { Trace } from './trace';

/** What a segment tells its peer beside its data. */
export interface Announcement {
  /** Room in the receive buffer, in bytes: the window field with the scale that both SYNs agreed on (RFC 7323 §2.3). */
  readonly windowBytes: number;
  /** Its sender's last segment said something else, or there was none. */
  readonly isWindowNew: boolean;
  /** Runs of bytes beyond a gap that have arrived, relative to the peer's SYN (RFC 2018 §3). */
  readonly sack: readonly SequenceRange[];
}

interface Side {
  readonly initialSequence: number;
  /** What this side's window field is shifted by, if the other side offers to shift as well; -1 where it does not. */
  readonly shift: number;
  lastWindowBytes: number;
}

interface AnnouncementIndex {
  readonly byPacket: Map<number, Announcement>;
  readonly sides: Map<string, Side>;
}

const announcements = follow<AnnouncementIndex, null>(
  () => ({ byPacket: new Map(), sides: new Map() }),
  (index, trace, number) => {
    if (trace.lane !== 'tcp') return;
    const kind = trace.kindAt(number);
    if (kind !== 'packetSent' && kind !== 'packetDuplicated') return;
    const event = trace.event(number);
    if (event.kind === 'packetSent') addSegment(index, trace, event.packet);
    else if (event.kind === 'packetDuplicated') addCopy(index, event.packet, event.copy);
  },
);

/** What a segment announces; `undefined` for a packet that is no TCP segment. */
export function announcementOf(trace: Trace, packet: number): Announcement | undefined {
  return announcements(trace, null).byPacket.get(packet);
}

function addSegment({ byPacket, sides }: AnnouncementIndex, trace: Trace, packet: number): void {
  const ip = decodeIpv4(trace.packet(packet).bytes);
  if (isMalformed(ip) || ip.header.protocol !== PROTOCOL.tcp) return;
  const tcp = decodeTcp(ip.payload);
  if (isMalformed(tcp)) return;
  const { header } = tcp;
  const near = `${ip.header.source}:${header.sourcePort}`;
  const far = `${ip.header.destination}:${header.destinationPort}`;
  if (header.flags & FLAG.syn) sides.set(`${near}>${far}`, sideOf(header));
  const own = sides.get(`${near}>${far}`);
  const peer = sides.get(`${far}>${near}`);
  const isScaled = (header.flags & FLAG.syn) === 0 && own && peer && own.shift >= 0 && peer.shift >= 0;
  const windowBytes = header.window << (isScaled ? own.shift : 0);
  const isWindowNew = own?.lastWindowBytes !== windowBytes;
  if (own) own.lastWindowBytes = windowBytes;
  byPacket.set(packet, { windowBytes, isWindowNew, sack: sackRanges(header, peer?.initialSequence ?? 0) });
}

function addCopy({ byPacket }: AnnouncementIndex, packet: number, copy: number): void {
  const original = byPacket.get(packet);
  if (original) byPacket.set(copy, { ...original, isWindowNew: false });
}

function sideOf({ sequence, options }: TcpHeader): Side {
  const scale = options.find((option) => option.kind === 'windowScale');
  return { initialSequence: sequence, shift: scale?.shift ?? -1, lastWindowBytes: -1 };
}

function sackRanges({ options }: TcpHeader, base: number): readonly SequenceRange[] {
  const relative = (sequence: number): number => (sequence - base) >>> 0;
  return options.flatMap((option) =>
    option.kind === 'sack'
      ? option.blocks.map(({ left, right }) => ({ start: relative(left), end: relative(right) }))
      : [],
  );
}
