import type { Reason } from '../../trace/reason';
import {
  CONNECTION_ID_BYTES,
  encodeQuicPacket,
  QUIC_TAG_BYTES,
  quicOverheadBytes,
} from '../../wire/quicModel';
import { encodeQuicFrame, type QuicFrame } from '../../wire/quicFrame';
import type { HostNode } from '../host';
import { fillerBytes } from '../http/filler';
import type { UdpSource } from '../udpLayer';
import { DATAGRAM_BYTES } from './congestionWindow';
import type { QuicDraft } from './quicConnection';

/** Where one end of a connection puts its packets: a UDP port, the other end, and the connection IDs of both. */
export class QuicSocket {
  readonly ownId: Uint8Array;
  /** What the other end calls the connection; a client does not know before it has an answer (RFC 9000 §7.2). */
  peerId: Uint8Array;
  readonly #host: HostNode;
  readonly #port: number;
  readonly #to: UdpSource;
  readonly #dice: readonly number[];

  constructor(host: HostNode, port: number, to: UdpSource, dice: readonly number[]) {
    this.#host = host;
    this.#port = port;
    this.#to = to;
    this.#dice = dice;
    this.ownId = fillerBytes(CONNECTION_ID_BYTES, ...dice, 1);
    this.peerId = fillerBytes(CONNECTION_ID_BYTES, ...dice, 2);
  }

  /** Sends a packet in a datagram of its own; an Initial fills its datagram up (RFC 9000 §14.1). */
  send(draft: QuicDraft, original: number | undefined, cause: number, reason: Reason) {
    const frames = draft.kind === 'initial' ? padded(draft.frames) : draft.frames;
    const tag = fillerBytes(QUIC_TAG_BYTES, ...this.#dice, 3, draft.number);
    const packet = { ...draft, frames, destinationId: this.peerId, sourceId: this.ownId };
    const payload = encodeQuicPacket(packet, tag);
    const again = original === undefined ? {} : { again: { copy: 1, original } };
    const aside = { sourcePort: this.#port, to: this.#to, payload, ...again };
    return { ...this.#host.udp.sendAside(aside, cause, reason), bytes: payload.length };
  }
}

function padded(frames: readonly QuicFrame[]): readonly QuicFrame[] {
  const bytes = frames.reduce((sum, frame) => sum + encodeQuicFrame(frame).length, 0);
  const length = DATAGRAM_BYTES - quicOverheadBytes('initial') - bytes;
  return length > 0 ? [...frames, { kind: 'padding', length }] : frames;
}
