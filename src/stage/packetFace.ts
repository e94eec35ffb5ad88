import type { Transport } from '../experiment/experiment';
import { type PacketFacts, packetFactsOf } from '../trace/packetFacts';
import type { PacketSort } from '../trace/packetSort';
import type { Run } from '../trace/run';
import type { LensLabel } from './lens';
import { pieceText } from './message';

/** The paper a packet is drawn on: shape and colour. */
export type Paper = 'letter' | 'stub' | 'signal' | 'postcard' | 'card' | 'slip' | 'tag' | 'box' | 'unknown';
export type Signal = 'SYN' | 'SYN+ACK' | 'FIN' | 'RST';

/** What is written on a packet; but for a lens it never changes on the way. */
export interface PacketFace {
  readonly paper: Paper;
  /** The transport that sent it, whatever it is drawn on; null for what none sent. */
  readonly transport: Transport | null;
  readonly signal: Signal | null;
  /** Piece of the message counted from 1, or 0. */
  readonly piece: number;
  /** Its letters, where a text's piece holds whole ones. */
  readonly text: string;
  /** What begins in it on the way to a page, as `GET /`: it is said on small papers too. Empty for anything else. */
  readonly title: string;
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
  /** What a DNS or ARP message asks (`A? www.example.com`, `ARP? 192.0.2.1`) or answers; empty for anything else. */
  readonly question: string;
  /** ICMP `type/code`, or empty. */
  readonly icmp: string;
  /** What the layer reads through whose lens the town is seen; null where it is seen whole. */
  readonly lens: LensLabel | null;
}

/** The transport in whose colour a packet is drawn; what no transport sent takes that of its lane. */
export function transportOf({ transport }: Pick<PacketFace, 'transport'>, lane: Transport): Transport {
  return transport ?? lane;
}

const known = new WeakMap<PacketFacts, PacketFace>();

const PAPERS: Readonly<Record<PacketSort, Paper>> = {
  syn: 'signal',
  synAck: 'signal',
  fin: 'signal',
  rst: 'signal',
  ack: 'stub',
  data: 'letter',
  datagram: 'postcard',
  icmp: 'slip',
  arp: 'tag',
  raw: 'box',
  unreadable: 'unknown',
};
const TRANSPORTS: Readonly<Partial<Record<PacketSort, Transport>>> = {
  syn: 'tcp',
  synAck: 'tcp',
  fin: 'tcp',
  rst: 'tcp',
  ack: 'tcp',
  data: 'tcp',
  datagram: 'udp',
};
const SIGNALS: Readonly<Partial<Record<PacketSort, Signal>>> = {
  syn: 'SYN',
  synAck: 'SYN+ACK',
  fin: 'FIN',
  rst: 'RST',
};

/** The face of a packet of a lane, read from its bytes as its maker sent them. */
export function packetFace(run: Run, lane: number, packet: number): PacketFace {
  const facts = packetFactsOf(run, { lane, packet })!;
  let face = known.get(facts);
  if (!face) {
    face = readFace(run, facts);
    known.set(facts, face);
  }
  return face;
}

function readFace(run: Run, facts: PacketFacts): PacketFace {
  const { dns, web, sort, piece, icmp, arp, raw, again, dataBytes, sequence, acknowledgment, duplicateAck } =
    facts;
  return {
    paper:
      dns !== null
        ? 'card'
        : dataBytes > 0 && sort !== 'datagram' && sort !== 'raw'
          ? 'letter'
          : PAPERS[sort],
    transport: TRANSPORTS[sort] ?? null,
    signal: SIGNALS[sort] ?? null,
    piece: piece + 1,
    text: raw?.text ?? (piece < 0 ? (web ?? '') : pieceText(run.experiment, piece)),
    title: piece < 0 ? (web ?? '') : '',
    sequence,
    acknowledgment,
    dataBytes,
    again,
    isTwin: facts.isDouble,
    duplicateAck,
    question: dns ?? (arp ? `ARP${arp.isRequest ? '?' : ''} ${arp.address}` : ''),
    icmp: icmp ? `${icmp.type}/${icmp.code}` : '',
    lens: null,
  };
}
