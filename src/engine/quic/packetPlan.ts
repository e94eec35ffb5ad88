import type { StreamReason } from '../../trace/streamReason';
import { encodeQuicFrame, type QuicFrame } from '../../wire/quicFrame';
import { type QuicPacketKind, quicOverheadBytes } from '../../wire/quicModel';
import { encodeVarint } from '../../wire/varint';
import { DATAGRAM_BYTES } from './congestionWindow';
import type { Chunk } from './sendStream';

/** The handshake's bytes are kept like streams of their own: one for Initial, one for Handshake packets. */
export const INITIAL_STREAM = -2;
export const HANDSHAKE_STREAM = -1;

/** Offset and length of a frame need no more than this together: below 2^30, and below 2^14. */
const NUMBERS_BYTES = 4 + 2;

/** How bytes of one stream travel: alone in their packet, so that a loss is that stream's alone. */
export interface PacketPlan {
  readonly kind: QuicPacketKind;
  /** So many bytes of the stream fit in. */
  readonly roomBytes: number;
}

/** The packet for bytes of a stream beside `others`. */
export function planFor(stream: number, others: readonly QuicFrame[]): PacketPlan {
  const kind = stream >= 0 ? 'oneRtt' : stream === INITIAL_STREAM ? 'initial' : 'handshake';
  const taken = others.reduce((bytes, frame) => bytes + encodeQuicFrame(frame).length, 0);
  const frameBytes = 1 + (stream >= 0 ? encodeVarint(stream).length : 0) + NUMBERS_BYTES;
  return { kind, roomBytes: DATAGRAM_BYTES - quicOverheadBytes(kind) - taken - frameBytes };
}

/** The frame that carries these bytes (RFC 9000 §19.6, §19.8). */
export function frameOf({ stream, start, isLast }: Chunk, data: Uint8Array): QuicFrame {
  if (stream < 0) return { kind: 'crypto', offset: start, data };
  return { kind: 'stream', stream, offset: start, data, isLast };
}

/** Why a packet with bytes of that stream goes. */
export function reasonFor(stream: number, number: number, isAgain: boolean): StreamReason {
  if (isAgain) return { kind: 'streamDataAgain', stream, number };
  if (stream >= 0) return { kind: 'streamData', stream, number };
  return { kind: stream === INITIAL_STREAM ? 'streamHello' : 'streamHandshake' };
}
