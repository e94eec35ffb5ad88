import { decodeVarint, encodeVarint } from './varint';

/** Packet numbers from `first` to `last`, both included. */
export interface PacketNumbers {
  readonly first: number;
  readonly last: number;
}

/** Frames of RFC 9000 §19 that the model uses; runs of PADDING are one. */
export type QuicFrame =
  | { readonly kind: 'padding'; readonly length: number }
  | { readonly kind: 'ping' }
  /** Highest range first; they neither touch nor overlap. The delay is left zero: every packet is acknowledged at once. */
  | { readonly kind: 'ack'; readonly ranges: readonly PacketNumbers[] }
  | { readonly kind: 'crypto'; readonly offset: number; readonly data: Uint8Array }
  | {
      readonly kind: 'stream';
      readonly stream: number;
      readonly offset: number;
      readonly data: Uint8Array;
      readonly isLast: boolean;
    }
  | { readonly kind: 'handshakeDone' }
  | { readonly kind: 'close' };

/** A frame and the bytes it lies in, from the start of what was decoded. */
export interface PlacedFrame {
  readonly frame: QuicFrame;
  readonly start: number;
  readonly end: number;
}

const TYPE = { padding: 0, ping: 1, ack: 2, crypto: 6, stream: 8, close: 0x1c, handshakeDone: 0x1e } as const;
/** Bits of a STREAM frame's type: it has an offset, a length, and is the last (RFC 9000 §19.8). */
const STREAM_BITS = { offset: 4, length: 2, last: 1 } as const;
/** More ranges than any packet of the model needs. */
const MOST_RANGES = 64;

export function encodeQuicFrame(frame: QuicFrame): readonly number[] {
  switch (frame.kind) {
    case 'padding':
      return Array.from({ length: frame.length }, () => TYPE.padding);
    case 'ping':
      return [TYPE.ping];
    case 'ack':
      return encodeAck(frame.ranges);
    case 'crypto':
      return [TYPE.crypto, ...encodeVarint(frame.offset), ...encodeVarint(frame.data.length), ...frame.data];
    case 'stream': {
      const type =
        TYPE.stream | STREAM_BITS.offset | STREAM_BITS.length | (frame.isLast ? STREAM_BITS.last : 0);
      const numbers = [frame.stream, frame.offset, frame.data.length].flatMap(encodeVarint);
      return [type, ...numbers, ...frame.data];
    }
    case 'handshakeDone':
      return [TYPE.handshakeDone];
    case 'close':
      // No error, no frame to blame, no words (RFC 9000 §19.19).
      return [TYPE.close, 0, 0, 0];
  }
}

/** The frames that `bytes` are made of; undefined if any of them cannot be read. RFC 9000 §12.4. */
export function decodeQuicFrames(bytes: Uint8Array): readonly PlacedFrame[] | undefined {
  const frames: PlacedFrame[] = [];
  let at = 0;
  while (at < bytes.length) {
    const decoded = decodeFrame(bytes, at);
    if (!decoded) return undefined;
    frames.push({ frame: decoded.frame, start: at, end: decoded.end });
    at = decoded.end;
  }
  return frames;
}

interface Decoded {
  readonly frame: QuicFrame;
  readonly end: number;
}

function decodeFrame(bytes: Uint8Array, at: number): Decoded | undefined {
  const type = bytes[at]!;
  switch (type) {
    case TYPE.padding: {
      let end = at;
      while (bytes[end] === TYPE.padding) end += 1;
      return { frame: { kind: 'padding', length: end - at }, end };
    }
    case TYPE.ping:
      return { frame: { kind: 'ping' }, end: at + 1 };
    case TYPE.ack:
      return decodeAck(bytes, at + 1);
    case TYPE.crypto: {
      const [offset, length, start] = numbersAt(bytes, at + 1, 2) ?? [];
      const data = dataAt(bytes, start, length);
      return data && { frame: { kind: 'crypto', offset: offset!, data }, end: start! + length! };
    }
    case TYPE.handshakeDone:
      return { frame: { kind: 'handshakeDone' }, end: at + 1 };
    case TYPE.close:
      return at + 4 <= bytes.length ? { frame: { kind: 'close' }, end: at + 4 } : undefined;
    default:
      return decodeStream(bytes, at, type);
  }
}

function decodeStream(bytes: Uint8Array, at: number, type: number): Decoded | undefined {
  // Only those that say where they begin and end.
  if (type >> 1 !== (TYPE.stream | STREAM_BITS.offset | STREAM_BITS.length) >> 1) return undefined;
  const [stream, offset, length, start] = numbersAt(bytes, at + 1, 3) ?? [];
  const data = dataAt(bytes, start, length);
  if (!data) return undefined;
  const isLast = (type & STREAM_BITS.last) !== 0;
  return {
    frame: { kind: 'stream', stream: stream!, offset: offset!, data, isLast },
    end: start! + length!,
  };
}

/** Largest, delay, count of further ranges, length of the first; then gap and length of each (RFC 9000 §19.3.1). */
function encodeAck(ranges: readonly PacketNumbers[]): readonly number[] {
  const [newest, ...others] = ranges;
  if (!newest) return [];
  const numbers = [newest.last, 0, others.length, newest.last - newest.first];
  let lowest = newest.first;
  for (const { first, last } of others) {
    numbers.push(lowest - last - 2, last - first);
    lowest = first;
  }
  return [TYPE.ack, ...numbers.flatMap(encodeVarint)];
}

function decodeAck(bytes: Uint8Array, at: number): Decoded | undefined {
  const [largest = 0, , count = 0, length = 0, next = 0] = numbersAt(bytes, at, 4) ?? [];
  if (next === 0 || count > MOST_RANGES || length > largest) return undefined;
  const ranges: PacketNumbers[] = [{ first: largest - length, last: largest }];
  let end = next;
  for (let i = 0; i < count; i += 1) {
    const [gap = 0, size = 0, after = 0] = numbersAt(bytes, end, 2) ?? [];
    const last = ranges.at(-1)!.first - gap - 2;
    if (after === 0 || last - size < 0) return undefined;
    ranges.push({ first: last - size, last });
    end = after;
  }
  return { frame: { kind: 'ack', ranges }, end };
}

/** So many numbers from `at` on, and behind them where they end. */
function numbersAt(bytes: Uint8Array, at: number, count: number): readonly number[] | undefined {
  const numbers: number[] = [];
  let end = at;
  for (let i = 0; i < count; i += 1) {
    const decoded = decodeVarint(bytes, end);
    if (!decoded) return undefined;
    numbers.push(decoded.value);
    end = decoded.end;
  }
  return [...numbers, end];
}

function dataAt(
  bytes: Uint8Array,
  start: number | undefined,
  length: number | undefined,
): Uint8Array | undefined {
  if (start === undefined || length === undefined || start + length > bytes.length) return undefined;
  return bytes.slice(start, start + length);
}
