import type { PacketIdentity } from '../trace/packetRecord';
import { FLAG, type TcpHeader } from '../wire/tcp';
import type { Flow } from './flow';
import { controlIdentity } from './packet';
import type { OutgoingSegment } from './tcp/connection';

/** How often some data, a SYN or a FIN was sent so far. */
interface Sending {
  readonly first: number;
  count: number;
  number: number | undefined;
}

/** A number is a piece of the message; where there is none, the place in the stream where a first sending began. */
type Sent = number | 'syn' | 'fin';

/** What one connection has sent, and how often: who each packet is for the dice. */
export class Sendings {
  readonly #message: Flow | undefined;
  readonly #nextNumber: () => number;
  readonly #sent = new Map<Sent, Sending>();
  /** Without a message: where first sendings began, ascending. */
  readonly #starts: number[] = [];

  /** `nextNumber` counts what has no other name. */
  constructor(message: Flow | undefined, nextNumber: () => number) {
    this.#message = message;
    this.#nextNumber = nextNumber;
  }

  /** Who the packet is for the dice: its piece for data, a count for the rest, and how often it went before. */
  identify(segment: OutgoingSegment): PacketIdentity {
    const { streamOffset, isRetransmission } = segment;
    const piece = this.#pieceAt(streamOffset);
    const data = this.#dataAt(streamOffset);
    const sending = this.#sent.get(data >= 0 ? data : flagKey(segment.header));
    const copy = sending?.count ?? 0;
    const original = sending?.first ?? -1;
    const duplicateOf = -1;
    const flow = piece >= 0 ? this.#message!.number : -1;
    if (piece >= 0) {
      const role = isRetransmission ? 'retransmission' : 'piece';
      return { role, flow, piece, number: piece, copy, original, duplicateOf };
    }
    if (isRetransmission && sending) {
      sending.number ??= this.#nextNumber();
      const { number } = sending;
      return { role: 'retransmission', flow, piece, number, copy, original, duplicateOf };
    }
    return controlIdentity(this.#nextNumber());
  }

  /** It has gone out as packet `id`. */
  note(segment: OutgoingSegment, identity: PacketIdentity, id: number): void {
    if (!this.#message && isFirstData(segment)) this.#starts.push(segment.streamOffset);
    const data = this.#dataAt(segment.streamOffset);
    for (const key of keysOf(segment, data)) {
      const sending = this.#sent.get(key);
      if (sending) sending.count += 1;
      else this.#sent.set(key, { first: id, count: 1, number: numberOf(key, data, identity) });
    }
  }

  #pieceAt(streamOffset: number): number {
    if (streamOffset < 0 || !this.#message) return -1;
    const { pieceBytes } = this.#message.app;
    return Math.floor(streamOffset / pieceBytes);
  }

  /** What that byte of the stream is counted under, or -1: it may go again in segments cut otherwise. */
  #dataAt(streamOffset: number): number {
    if (this.#message || streamOffset < 0) return this.#pieceAt(streamOffset);
    return this.#starts.findLast((start) => start <= streamOffset) ?? -1;
  }
}

function isFirstData({ streamOffset, isRetransmission }: OutgoingSegment): boolean {
  return streamOffset >= 0 && !isRetransmission;
}

/** What of it may be sent again, and is counted: its data, its SYN or FIN; a FIN may go with the last data. */
function keysOf({ header }: OutgoingSegment, data: number): readonly Sent[] {
  const keys = data >= 0 ? [data] : [];
  return (header.flags & (FLAG.syn | FLAG.fin)) === 0 ? keys : [...keys, flagKey(header)];
}

/** A FIN that goes with data has no number of its own until it is sent alone; nor has data without a piece. */
function numberOf(sent: Sent, data: number, { piece, number }: PacketIdentity): number | undefined {
  if (data >= 0 && (sent !== data || piece < 0)) return undefined;
  return number;
}

function flagKey({ flags }: TcpHeader): 'syn' | 'fin' {
  return (flags & FLAG.syn) === 0 ? 'fin' : 'syn';
}
