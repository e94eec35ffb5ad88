import { NO_BYTES, setUint32, uint32At, uint8At } from './octets';
import { decodeQuicFrames, encodeQuicFrame, type QuicFrame } from './quicFrame';

/** Handshake packets have long headers, the others a short one (RFC 9000 §17.2, §17.3). */
export const QUIC_PACKETS = ['initial', 'handshake', 'oneRtt'] as const;
export type QuicPacketKind = (typeof QUIC_PACKETS)[number];

/** Both connection IDs of the model have this length (RFC 9000 §5.1 lets each end choose). */
export const CONNECTION_ID_BYTES = 8;
/** The packet number, never shortened here (RFC 9000 §17.1). */
const PACKET_NUMBER_BYTES = 4;
/** What a cipher adds behind each packet; here filler (RFC 9001 §5.3). */
export const QUIC_TAG_BYTES = 16;
/** "PT" and a version of the model: no version of QUIC. */
const MODEL_VERSION = 0x50_54_00_01;

const LONG_HEADER = 0x80;
/** First octets of long headers: RFC 9000 §17.2's types, and a packet number of four octets. */
const LONG_TYPE = { initial: 0x00, handshake: 0x20 } as const;
const NUMBER_LENGTH_BITS = PACKET_NUMBER_BYTES - 1;

/**
 * A packet of the model of QUIC: laid out as in RFC 9000 §17, but in the clear, with one count of packet numbers for
 * all kinds, and with the fixed bit 0, so that nobody takes it for QUIC (RFC 9000 §17.2: such packets are discarded).
 */
export interface QuicPacket {
  readonly kind: QuicPacketKind;
  /** The receiver's connection ID. */
  readonly destinationId: Uint8Array;
  /** The sender's; only long headers have it. */
  readonly sourceId: Uint8Array;
  readonly number: number;
  readonly frames: readonly QuicFrame[];
}

/** Bytes of a packet of that kind beside its frames. */
export function quicOverheadBytes(kind: QuicPacketKind): number {
  const ids = kind === 'oneRtt' ? CONNECTION_ID_BYTES : 4 + 2 * (1 + CONNECTION_ID_BYTES);
  return 1 + ids + PACKET_NUMBER_BYTES + QUIC_TAG_BYTES;
}

/** The packet with `tag` behind it. */
export function encodeQuicPacket(packet: QuicPacket, tag: Uint8Array): Uint8Array<ArrayBuffer> {
  const { kind, destinationId, sourceId, number, frames } = packet;
  const header =
    kind === 'oneRtt'
      ? [NUMBER_LENGTH_BITS, ...destinationId]
      : [
          LONG_HEADER | LONG_TYPE[kind] | NUMBER_LENGTH_BITS,
          ...word(MODEL_VERSION),
          CONNECTION_ID_BYTES,
          ...destinationId,
          CONNECTION_ID_BYTES,
          ...sourceId,
        ];
  return Uint8Array.from([...header, ...word(number), ...frames.flatMap(encodeQuicFrame), ...tag]);
}

/** Where the parts of a packet lie; the header may be cut off. */
interface QuicLayout {
  readonly kind: QuicPacketKind;
  /** One past the header's last byte: there the frames begin. */
  readonly headerEnd: number;
  /** One past the last frame: there the tag begins. */
  readonly framesEnd: number;
}

/** How a packet of the model is laid out; undefined for anything else. */
export function quicLayoutOf(bytes: Uint8Array): QuicLayout | undefined {
  if (bytes.length === 0) return undefined;
  const kind = kindOf(uint8At(bytes, 0));
  if (!kind) return undefined;
  const overhead = quicOverheadBytes(kind);
  if (bytes.length < overhead || (kind !== 'oneRtt' && !hasLongHeader(bytes))) return undefined;
  return { kind, headerEnd: overhead - QUIC_TAG_BYTES, framesEnd: bytes.length - QUIC_TAG_BYTES };
}

/** Reads a packet; undefined for what is none of the model. */
export function decodeQuicPacket(bytes: Uint8Array): QuicPacket | undefined {
  const layout = quicLayoutOf(bytes);
  if (!layout) return undefined;
  const { kind, headerEnd, framesEnd } = layout;
  const frames = decodeQuicFrames(bytes.subarray(headerEnd, framesEnd));
  if (!frames || frames.length === 0) return undefined;
  const idStart = kind === 'oneRtt' ? 1 : 6;
  const sourceStart = idStart + CONNECTION_ID_BYTES + 1;
  return {
    kind,
    destinationId: bytes.slice(idStart, idStart + CONNECTION_ID_BYTES),
    sourceId: kind === 'oneRtt' ? NO_BYTES : bytes.slice(sourceStart, sourceStart + CONNECTION_ID_BYTES),
    number: uint32At(bytes, headerEnd - PACKET_NUMBER_BYTES),
    frames: frames.map(({ frame }) => frame),
  };
}

function kindOf(first: number): QuicPacketKind | undefined {
  if (first === NUMBER_LENGTH_BITS) return 'oneRtt';
  if (first === (LONG_HEADER | LONG_TYPE.initial | NUMBER_LENGTH_BITS)) return 'initial';
  return first === (LONG_HEADER | LONG_TYPE.handshake | NUMBER_LENGTH_BITS) ? 'handshake' : undefined;
}

function hasLongHeader(bytes: Uint8Array): boolean {
  const lengths = [uint8At(bytes, 5), uint8At(bytes, 6 + CONNECTION_ID_BYTES)];
  return uint32At(bytes, 1) === MODEL_VERSION && lengths.every((length) => length === CONNECTION_ID_BYTES);
}

function word(value: number): Uint8Array {
  const bytes = new Uint8Array(4);
  setUint32(bytes, 0, value);
  return bytes;
}
