import type { SendApp } from '../experiment/experiment';
import type { PacketIdentity } from '../trace/packetRecord';
import { FLAG, type TcpHeader } from '../wire/tcp';
import type { OutgoingSegment } from './tcp/connection';

/** How often a piece, a SYN or a FIN was sent so far. */
interface Sending {
  readonly first: number;
  count: number;
  number: number | undefined;
}

type Sent = number | 'syn' | 'fin';

/** What one connection has sent, and how often: who each packet is for the dice. */
export class Sendings {
  readonly #message: SendApp | undefined;
  readonly #nextNumber: () => number;
  readonly #sent = new Map<Sent, Sending>();

  /** `nextNumber` counts what has no other name. */
  constructor(message: SendApp | undefined, nextNumber: () => number) {
    this.#message = message;
    this.#nextNumber = nextNumber;
  }

  /** Who the packet is for the dice: its piece for data, a count for the rest, and how often it went before. */
  identify(segment: OutgoingSegment): PacketIdentity {
    const { streamOffset, isRetransmission } = segment;
    const piece = this.#pieceAt(streamOffset);
    const sending = this.#sent.get(piece >= 0 ? piece : flagKey(segment.header));
    const copy = sending?.count ?? 0;
    const original = sending?.first ?? -1;
    const duplicateOf = -1;
    if (piece >= 0) {
      const role = isRetransmission ? 'retransmission' : 'piece';
      return { role, piece, number: piece, copy, original, duplicateOf };
    }
    if (isRetransmission && sending) {
      sending.number ??= this.#nextNumber();
      return { role: 'retransmission', piece, number: sending.number, copy, original, duplicateOf };
    }
    return { role: 'control', piece, number: this.#nextNumber(), copy: 0, original: -1, duplicateOf };
  }

  /** It has gone out as packet `id`. */
  note(segment: OutgoingSegment, identity: PacketIdentity, id: number): void {
    for (const key of keysOf(segment, identity)) {
      const sending = this.#sent.get(key);
      if (sending) sending.count += 1;
      else this.#sent.set(key, { first: id, count: 1, number: numberOf(key, identity) });
    }
  }

  #pieceAt(streamOffset: number): number {
    if (streamOffset < 0 || !this.#message) return -1;
    const { pieceBytes } = this.#message;
    return Math.floor(streamOffset / pieceBytes);
  }
}

/** What of it may be sent again, and is counted: its piece, its SYN or FIN; a FIN may go with the last piece. */
function keysOf({ header }: OutgoingSegment, { piece }: PacketIdentity): readonly Sent[] {
  const pieces = piece >= 0 ? [piece] : [];
  return (header.flags & (FLAG.syn | FLAG.fin)) === 0 ? pieces : [...pieces, flagKey(header)];
}

/** A FIN that goes with a piece has no number of its own until it is sent alone. */
function numberOf(sent: Sent, { piece, number }: PacketIdentity): number | undefined {
  return piece >= 0 && sent !== piece ? undefined : number;
}

function flagKey({ flags }: TcpHeader): 'syn' | 'fin' {
  return (flags & FLAG.syn) === 0 ? 'fin' : 'syn';
}
