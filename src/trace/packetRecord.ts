import type { PacketRole } from '../experiment/experiment';

/** Numbers in columns are positions in this list. */
export const PACKET_ROLES = [
  'piece',
  'control',
  'retransmission',
  'arp',
] as const satisfies readonly PacketRole[];

/** What the engine knows of a packet beside its bytes: who it is for the fate dice and for the picture. */
export interface PacketIdentity {
  readonly role: PacketRole;
  /** The message that the piece is of: the number of its send app among all of them; -1 without a piece. */
  readonly flow: number;
  /** First piece of the message it carries, from 0; -1 when it carries none. */
  readonly piece: number;
  /** Nth packet of its role from its maker: the piece for pieces and retransmissions, a count for control packets. */
  readonly number: number;
  /** 0 for an original, n for the nth retransmission of the same piece. */
  readonly copy: number;
  /** Packet that carried this piece first, or -1. */
  readonly original: number;
  /** Packet that the network doubled to make this one, or -1. */
  readonly duplicateOf: number;
}

export interface PacketRecord extends PacketIdentity {
  readonly id: number;
  /** The `packetSent` event, or `packetDuplicated` for a copy made by the network. */
  readonly madeBy: number;
  /** The IP packet as its maker sent it; for what a later hop sees, ask `packetBytesAt`. */
  readonly bytes: Uint8Array<ArrayBuffer>;
}
