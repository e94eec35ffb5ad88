import type { Nanoseconds } from '../experiment/experiment';
import type { PacketIdentity } from '../trace/packetRecord';

/** A packet under way in the engine. */
export interface Packet {
  readonly id: number;
  readonly identity: PacketIdentity;
  /** The node that made it; of a double, that made its original. */
  readonly maker: number;
  /** 0 for what its maker sent, n for the nth double of it. */
  readonly double: number;
  /** How many doubles there are: one count for a packet and all its doubles. */
  readonly doubles: { count: number };
  /** Bytes of application data at the end of the packet. */
  readonly payloadBytes: number;
  /** Weather of this moment decides its fate; `null` takes the moment it meets the link. */
  readonly weatherNs: Nanoseconds | null;
  /** Of an ARP message: the check sequence of its frame, by which damage is noticed (IEEE 802.3 §3.2.9). */
  frameCheck?: number;
  /** Its own, as they are now: hops change them in place. */
  bytes: Uint8Array<ArrayBuffer>;
  /** The last event that happened to it: the cause of the next. */
  lastEvent: number;
  /** A bit was already inverted on its way: weather never inverts a second one. */
  isCorrupted: boolean;
}

/** Who a packet is that carries no piece of a message: the `number`th of its maker. */
export function controlIdentity(number: number): PacketIdentity {
  return { role: 'control', flow: -1, piece: -1, number, copy: 0, original: -1, duplicateOf: -1 };
}
