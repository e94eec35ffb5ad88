import type { Transport } from '../experiment/experiment';
import { messageBytesPerPiece, senderOf } from '../experiment/pieces';
import { packetSort, type PacketSort } from '../trace/packetSort';
import type { PacketRef, Run } from '../trace/run';
import { sequenceBaseOf } from '../trace/sequenceBases';
import type { Trace } from '../trace/trace';
import { decodeIcmp } from '../wire/icmp';
import { decodeIpv4, PROTOCOL } from '../wire/ipv4';
import { isMalformed } from '../wire/malformed';
import { decodeTcp } from '../wire/tcp';

/** What a short name of a packet is made of. */
export interface PacketFacts {
  readonly lane: Transport;
  readonly sort: PacketSort;
  /** Piece of the message from 0, or -1. */
  readonly piece: number;
  /** Its letters where they are readable, else empty. */
  readonly text: string;
  readonly isRetransmission: boolean;
  /** The network made this copy. */
  readonly isDouble: boolean;
  /** Which duplicate ACK it is, 0 for none. */
  readonly duplicateAck: number;
  /** Relative to the SYNs, 0 where there is none. */
  readonly sequence: number;
  readonly acknowledgment: number;
  readonly icmp: { readonly type: number; readonly code: number } | null;
}

const LONGEST_TEXT = 8;
const known = new WeakMap<Trace, PacketFacts[]>();
const decoder = new TextDecoder('utf-8', { fatal: true });

/** The facts of a packet as it was sent; `undefined` when the trace does not have it (yet). */
export function packetFactsOf(run: Run, { lane, packet }: PacketRef): PacketFacts | undefined {
  const trace = run.traces[lane];
  if (!trace || packet < 0 || packet >= trace.packetCount) return undefined;
  let facts = known.get(trace);
  if (!facts) known.set(trace, (facts = []));
  return (facts[packet] ??= readFacts(run, trace, packet));
}

function readFacts(run: Run, trace: Trace, id: number): PacketFacts {
  const packet = trace.packet(id);
  const { reason } = trace.event(packet.madeBy);
  return {
    lane: trace.lane,
    sort: packetSort(packet.bytes),
    piece: packet.piece,
    text: packet.piece >= 0 ? pieceText(run, packet.piece) : '',
    isRetransmission: packet.role === 'retransmission',
    isDouble: packet.duplicateOf >= 0,
    duplicateAck: reason.kind === 'duplicateAck' ? reason.count : 0,
    ...numbersOf(trace, packet.bytes),
  };
}

function numbersOf(
  trace: Trace,
  bytes: Uint8Array,
): Pick<PacketFacts, 'sequence' | 'acknowledgment' | 'icmp'> {
  const none = { sequence: 0, acknowledgment: 0, icmp: null };
  const ip = decodeIpv4(bytes);
  if (isMalformed(ip)) return none;
  if (ip.header.protocol === PROTOCOL.icmp) {
    const message = decodeIcmp(ip.payload);
    if (isMalformed(message) || ip.payload.length < 2) return none;
    return { ...none, icmp: { type: ip.payload[0]!, code: ip.payload[1]! } };
  }
  const tcp = ip.header.protocol === PROTOCOL.tcp ? decodeTcp(ip.payload) : undefined;
  const base = sequenceBaseOf(trace, bytes);
  if (!tcp || isMalformed(tcp) || !base) return none;
  return {
    ...none,
    sequence: (tcp.header.sequence - base.initialSequence) >>> 0,
    acknowledgment: (tcp.header.acknowledgment - base.peerInitialSequence) >>> 0,
  };
}

/** The letters of a text's piece; empty when a letter is cut by the piece's edge or the message is no text. */
export function pieceText(run: Run, piece: number): string {
  const sender = senderOf(run.experiment);
  if (!sender || sender.payload.kind !== 'text') return '';
  const size = messageBytesPerPiece(sender);
  try {
    const text = decoder.decode(sender.payload.bytes.subarray(piece * size, (piece + 1) * size));
    const visible = [...text.replaceAll(/\p{Cc}/gu, '·')];
    return visible.length > LONGEST_TEXT
      ? `${visible.slice(0, LONGEST_TEXT - 1).join('')}…`
      : visible.join('');
  } catch {
    return '';
  }
}
