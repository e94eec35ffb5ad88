import { addBytes, internetChecksum } from './checksum';
import type { Malformed } from './malformed';
import { setUint16, uint16At, uint8At } from './octets';

/** Message types of RFC 792 that this town speaks. */
export const ICMP_TYPE = {
  echoReply: 0,
  destinationUnreachable: 3,
  echoRequest: 8,
  timeExceeded: 11,
} as const;

/** Codes of destination unreachable: RFC 792, RFC 1122 §3.2.2.1. */
export const UNREACHABLE = { network: 0, host: 1, protocol: 2, port: 3, fragmentationNeeded: 4 } as const;

/** Codes of time exceeded: RFC 792. */
export const TIME_EXCEEDED = { inTransit: 0, reassembly: 1 } as const;

interface Echo {
  readonly identifier: number;
  readonly sequence: number;
  readonly data: Uint8Array;
}

/** An ICMP message, without the checksum that encoding computes. */
export type IcmpMessage =
  | ({ readonly kind: 'echoRequest' } & Echo)
  | ({ readonly kind: 'echoReply' } & Echo)
  | {
      readonly kind: 'destinationUnreachable';
      readonly code: number;
      /** Bytes that would fit, with code 4 (RFC 1191 §4); else 0. */
      readonly nextHopMtu: number;
      /** Header and first bytes of the packet that was thrown away (RFC 1812 §4.3.2.3). */
      readonly quote: Uint8Array;
    }
  | { readonly kind: 'timeExceeded'; readonly code: number; readonly quote: Uint8Array }
  | { readonly kind: 'unknown'; readonly type: number; readonly code: number; readonly body: Uint8Array };

/** Where each field starts, in bytes. */
const AT = {
  type: 0,
  code: 1,
  checksum: 2,
  body: 4,
  identifier: 4,
  sequence: 6,
  nextHopMtu: 6,
  content: 8,
} as const;

/** Builds the message with its checksum. */
export function encodeIcmp(message: IcmpMessage): Uint8Array<ArrayBuffer> {
  const bytes = encodeWithoutChecksum(message);
  setUint16(bytes, AT.checksum, internetChecksum(addBytes(0, bytes, 0, bytes.length)));
  return bytes;
}

function encodeWithoutChecksum(message: IcmpMessage): Uint8Array<ArrayBuffer> {
  switch (message.kind) {
    case 'echoRequest':
    case 'echoReply': {
      const bytes = start(ICMP_TYPE[message.kind], 0, AT.content, message.data);
      setUint16(bytes, AT.identifier, message.identifier);
      setUint16(bytes, AT.sequence, message.sequence);
      return bytes;
    }
    case 'destinationUnreachable': {
      const bytes = start(ICMP_TYPE.destinationUnreachable, message.code, AT.content, message.quote);
      setUint16(bytes, AT.nextHopMtu, message.nextHopMtu);
      return bytes;
    }
    case 'timeExceeded':
      return start(ICMP_TYPE.timeExceeded, message.code, AT.content, message.quote);
    case 'unknown':
      return start(message.type, message.code, AT.body, message.body);
  }
}

function start(type: number, code: number, contentAt: number, content: Uint8Array): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(contentAt + content.length);
  bytes[AT.type] = type;
  bytes[AT.code] = code;
  bytes.set(content, contentAt);
  return bytes;
}

/** Reads a message; data, quote and body are views. The checksum is not looked at: ask `isIcmpChecksumValid`. */
export function decodeIcmp(bytes: Uint8Array): IcmpMessage | Malformed {
  if (bytes.length < AT.body) return { malformed: 'truncated' };
  const kind = knownKind(uint8At(bytes, AT.type));
  const code = uint8At(bytes, AT.code);
  if (kind === undefined) {
    return { kind: 'unknown', type: uint8At(bytes, AT.type), code, body: bytes.subarray(AT.body) };
  }
  if (bytes.length < AT.content) return { malformed: 'truncated' };
  const content = bytes.subarray(AT.content);
  switch (kind) {
    case 'echoRequest':
    case 'echoReply': {
      const identifier = uint16At(bytes, AT.identifier);
      return { kind, identifier, sequence: uint16At(bytes, AT.sequence), data: content };
    }
    case 'destinationUnreachable':
      return { kind, code, nextHopMtu: uint16At(bytes, AT.nextHopMtu), quote: content };
    case 'timeExceeded':
      return { kind, code, quote: content };
  }
}

function knownKind(type: number): keyof typeof ICMP_TYPE | undefined {
  switch (type) {
    case ICMP_TYPE.echoReply:
      return 'echoReply';
    case ICMP_TYPE.destinationUnreachable:
      return 'destinationUnreachable';
    case ICMP_TYPE.echoRequest:
      return 'echoRequest';
    case ICMP_TYPE.timeExceeded:
      return 'timeExceeded';
    default:
      return undefined;
  }
}

/** Whether the message sums to what its checksum says (RFC 792). */
export function isIcmpChecksumValid(bytes: Uint8Array): boolean {
  return bytes.length >= AT.body && internetChecksum(addBytes(0, bytes, 0, bytes.length)) === 0;
}
