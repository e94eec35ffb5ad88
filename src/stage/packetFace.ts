import type { Run } from '../trace/run';
import { packetSort } from '../trace/packetSort';
import { sequenceBaseOf } from '../trace/sequenceBases';
import type { Trace } from '../trace/trace';
import { decodeIpv4, PROTOCOL } from '../wire/ipv4';
import { isMalformed } from '../wire/malformed';
import { decodeTcp, FLAG } from '../wire/tcp';
import { pieceText } from './message';

/** The paper a packet is drawn on: shape and colour. */
export type Paper = 'letter' | 'stub' | 'signal' | 'postcard' | 'slip' | 'unknown';
export type Signal = 'SYN' | 'SYN+ACK' | 'FIN' | 'RST';

/** What is written on a packet; it never changes on the way. */
export interface PacketFace {
  readonly paper: Paper;
  readonly signal: Signal | null;
  /** Piece of the message counted from 1, or 0. */
  readonly piece: number;
  /** Its letters, where a text's piece holds whole ones. */
  readonly text: string;
  /** Relative to the SYNs. */
  readonly sequence: number;
  readonly acknowledgment: number;
  /** Bytes of data in the datagram or segment. */
  readonly dataBytes: number;
  /** Nth retransmission, 0 for an original. */
  readonly again: number;
  /** The network made this copy. */
  readonly isTwin: boolean;
  /** Which duplicate ACK this is, 0 for none. */
  readonly duplicateAck: number;
  /** ICMP `type/code`, or empty. */
  readonly icmp: string;
}

const known = new WeakMap<Trace, PacketFace[]>();

/** The face of a packet of a lane, read from its bytes as its maker sent them. */
export function packetFace(run: Run, lane: number, packet: number): PacketFace {
  const trace = run.traces[lane]!;
  let faces = known.get(trace);
  if (!faces) known.set(trace, (faces = []));
  return (faces[packet] ??= readFace(run, trace, packet));
}

function readFace(run: Run, trace: Trace, id: number): PacketFace {
  const { bytes, piece, copy, duplicateOf, madeBy, role } = trace.packet(id);
  const { reason } = trace.event(madeBy);
  const blank = {
    paper: 'unknown' as const,
    signal: null,
    piece: piece + 1,
    text: piece < 0 ? '' : pieceText(run.experiment, piece),
    sequence: 0,
    acknowledgment: 0,
    dataBytes: 0,
    again: role === 'retransmission' ? Math.max(1, copy) : 0,
    isTwin: duplicateOf >= 0,
    duplicateAck: reason.kind === 'duplicateAck' ? reason.count : 0,
    icmp: '',
  };
  const ip = decodeIpv4(bytes);
  if (isMalformed(ip)) return blank;
  const { header, payload } = ip;
  switch (header.protocol) {
    case PROTOCOL.udp:
      return { ...blank, paper: 'postcard', dataBytes: Math.max(0, payload.length - 8) };
    case PROTOCOL.icmp:
      return { ...blank, paper: 'slip', icmp: `${payload[0] ?? 0}/${payload[1] ?? 0}` };
    default:
      return { ...blank, ...tcpFace(trace, bytes, payload) };
  }
}

function tcpFace(trace: Trace, packet: Uint8Array<ArrayBuffer>, segment: Uint8Array): Partial<PacketFace> {
  const tcp = decodeTcp(segment);
  const base = sequenceBaseOf(trace, packet);
  if (isMalformed(tcp) || !base) return {};
  const { sequence, acknowledgment, flags } = tcp.header;
  const dataBytes = tcp.payload.length;
  return {
    paper: dataBytes > 0 ? 'letter' : packetSort(packet) === 'ack' ? 'stub' : 'signal',
    signal: signalOf(flags),
    sequence: (sequence - base.initialSequence) >>> 0,
    acknowledgment: (acknowledgment - base.peerInitialSequence) >>> 0,
    dataBytes,
  };
}

function signalOf(flags: number): Signal | null {
  if (flags & FLAG.rst) return 'RST';
  if (flags & FLAG.syn) return flags & FLAG.ack ? 'SYN+ACK' : 'SYN';
  return flags & FLAG.fin ? 'FIN' : null;
}
