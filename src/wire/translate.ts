import type { Ipv4Address } from './address';
import { updateChecksum } from './checksum';
import { ICMP_TYPE } from './icmp';
import { fragmentOffsetOf, IPV4_HEADER_BYTES, PROTOCOL } from './ipv4';
import { setUint16, uint16At, uint32At, uint8At } from './octets';

/** Whose socket of a packet: the sender's or the receiver's. */
export type End = 'source' | 'destination';

/** An address with a port, or with the identifier of an echo (RFC 3022 §2.2). */
export interface NatSocket {
  readonly address: Ipv4Address;
  readonly port: number;
}

/** What a NAT goes by. */
export interface NatView {
  /** Of the IP header. */
  readonly protocol: number;
  readonly source: NatSocket;
  readonly destination: NatSocket;
  /** An ICMP error: its sockets are those of the packet that it quotes, the other way round, whoever on the way says so. */
  readonly isError: boolean;
  /** An echo request: it asks, and answers nothing. */
  readonly isEchoRequest: boolean;
}

/** Where each field starts: in the IP header, then behind it. */
const AT = { ipChecksum: 10, source: 12, destination: 16 } as const;
const PORT_AT = { source: 0, destination: 2 } as const;
const ICMP = { checksum: 2, identifier: 4, quote: 8 } as const;
const CHECKSUM_AT: Readonly<Record<number, number>> = { [PROTOCOL.udp]: 6, [PROTOCOL.tcp]: 16 };
const OTHER = { source: 'destination', destination: 'source' } as const;

/**
 * Addresses and ports of a packet with a whole IPv4 header; of an ICMP error the protocol and ports are of what it
 * quotes (RFC 5508 §4). `undefined` where there are none: another protocol, a later fragment, a header cut short.
 */
export function natViewOf(packet: Uint8Array): NatView | undefined {
  return viewAt(packet, 0, false);
}

function viewAt(bytes: Uint8Array, start: number, isQuote: boolean): NatView | undefined {
  if (bytes.length < start + IPV4_HEADER_BYTES || fragmentOffsetOf(bytes.subarray(start)) > 0)
    return undefined;
  const protocol = uint8At(bytes, start + 9);
  const source = uint32At(bytes, start + AT.source);
  const destination = uint32At(bytes, start + AT.destination);
  const at = start + headerBytes(bytes, start);
  const view = (sourcePort: number, destinationPort: number): NatView => ({
    protocol,
    source: { address: source, port: sourcePort },
    destination: { address: destination, port: destinationPort },
    isError: false,
    isEchoRequest: protocol === PROTOCOL.icmp && uint8At(bytes, at) === ICMP_TYPE.echoRequest,
  });
  if (bytes.length < at + ICMP.quote) return undefined;
  if (protocol === PROTOCOL.udp || protocol === PROTOCOL.tcp) {
    return view(uint16At(bytes, at + PORT_AT.source), uint16At(bytes, at + PORT_AT.destination));
  }
  if (protocol !== PROTOCOL.icmp) return undefined;
  if (isEcho(uint8At(bytes, at))) {
    const identifier = uint16At(bytes, at + ICMP.identifier);
    return view(identifier, identifier);
  }
  const quoted = isQuote || !isError(uint8At(bytes, at)) ? undefined : viewAt(bytes, at + ICMP.quote, true);
  if (!quoted) return undefined;
  return {
    protocol: quoted.protocol,
    source: quoted.destination,
    destination: quoted.source,
    isError: true,
    isEchoRequest: false,
  };
}

/**
 * Writes another socket in the place of one end, in the packet itself: the address, the port where the packet has it, the
 * other end of what an ICMP error quotes, and every checksum that covers them (RFC 3022 §4.1, RFC 5508 §4). Checksums are
 * updated, not computed anew (RFC 1624): what was damaged before stays damaged. Needs a whole IPv4 header.
 */
export function translate(packet: Uint8Array, end: End, to: NatSocket): void {
  translateAt(packet, { start: 0, end, to, outer: [] });
}

interface Place {
  /** Where the IP header begins. */
  readonly start: number;
  readonly end: End;
  readonly to: NatSocket;
  /** Where the checksums stand that cover all of this. */
  readonly outer: readonly number[];
}

function translateAt(bytes: Uint8Array, { start, end, to, outer }: Place): void {
  const at = start + headerBytes(bytes, start);
  const protocol = uint8At(bytes, start + 9);
  const isFirst = fragmentOffsetOf(bytes.subarray(start)) === 0;
  const sums = isFirst ? transportSums(bytes, at, protocol) : [];
  const put = (where: number, word: number, under: readonly number[]): void => {
    replaceWord(bytes, where, word, under, outer);
  };
  const addressAt = start + AT[end];
  put(addressAt, to.address >>> 16, [start + AT.ipChecksum, ...sums]);
  put(addressAt + 2, to.address & 0xffff, [start + AT.ipChecksum, ...sums]);
  if (!isFirst || bytes.length < at + ICMP.quote) return;
  if (protocol === PROTOCOL.udp || protocol === PROTOCOL.tcp) put(at + PORT_AT[end], to.port, sums);
  // A sum of zero is sent as all ones: zero says that there is none (RFC 768).
  const zeros = protocol === PROTOCOL.udp ? sums.filter((sum) => uint16At(bytes, sum) === 0) : [];
  for (const sum of zeros) putWord(bytes, sum, 0xffff, outer);
  if (protocol !== PROTOCOL.icmp) return;
  const type = uint8At(bytes, at);
  if (isEcho(type)) return put(at + ICMP.identifier, to.port, [at + ICMP.checksum]);
  const quoteAt = at + ICMP.quote;
  if (outer.length > 0 || !isError(type) || bytes.length < quoteAt + IPV4_HEADER_BYTES) return;
  translateAt(bytes, { start: quoteAt, end: OTHER[end], to, outer: [at + ICMP.checksum] });
}

/** Where the checksum stands that covers the addresses as well: UDP's and TCP's, where there is one to see. */
function transportSums(bytes: Uint8Array, at: number, protocol: number): readonly number[] {
  const sumAt = CHECKSUM_AT[protocol];
  if (sumAt === undefined || bytes.length < at + sumAt + 2) return [];
  // A zero says that none was computed (RFC 768).
  return protocol === PROTOCOL.udp && uint16At(bytes, at + sumAt) === 0 ? [] : [at + sumAt];
}

/** Puts a word in the place of another; the sums in `under` cover it, those in `outer` cover it and `under` as well. */
function replaceWord(
  bytes: Uint8Array,
  at: number,
  word: number,
  under: readonly number[],
  outer: readonly number[],
): void {
  const old = uint16At(bytes, at);
  putWord(bytes, at, word, outer);
  for (const sum of under) putWord(bytes, sum, updateChecksum(uint16At(bytes, sum), old, word), outer);
}

function putWord(bytes: Uint8Array, at: number, word: number, outer: readonly number[]): void {
  const old = uint16At(bytes, at);
  setUint16(bytes, at, word);
  for (const sum of outer) setUint16(bytes, sum, updateChecksum(uint16At(bytes, sum), old, word));
}

function headerBytes(bytes: Uint8Array, start: number): number {
  return (uint8At(bytes, start) & 15) << 2;
}

function isEcho(type: number): boolean {
  return type === ICMP_TYPE.echoRequest || type === ICMP_TYPE.echoReply;
}

function isError(type: number): boolean {
  return type === ICMP_TYPE.destinationUnreachable || type === ICMP_TYPE.timeExceeded;
}
