import { formatAddress } from '../wire/address';
import { decodeIcmp } from '../wire/icmp';
import { decodeIpv4, IPV4_HEADER_BYTES, PROTOCOL } from '../wire/ipv4';
import { isMalformed } from '../wire/malformed';
import { uint16At, uint32At } from '../wire/octets';
import { FLAG } from '../wire/tcp';
import type { Socket } from './sockets';

/** Whom a packet is from and for, as sockets name each other. */
interface PortPair {
  readonly from: string;
  readonly to: string;
  readonly transport: Socket['transport'];
  /** A SYN without ACK: it comes to the socket that listens. RFC 9293 §3.10.7.2. */
  readonly isCall: boolean;
}

/** Whether a packet is from or for a socket of the host with this address; an ICMP error is for who sent what it quotes. */
export function concernsSocket(bytes: Uint8Array, socket: Socket, address: string): boolean {
  const pair = portPairOf(bytes);
  if (!pair || pair.transport !== socket.transport) return false;
  const here = `${address}:${socket.localPort}`;
  const [isFrom, isTo] = [pair.from === here, pair.to === here];
  if (!socket.remote) return socket.transport === 'udp' ? isFrom || isTo : isTo && pair.isCall;
  const there = `${socket.remote.address}:${socket.remote.port}`;
  return (isFrom && pair.to === there) || (isTo && pair.from === there);
}

/** Ports stand at the same place in both headers, and in as much of them as an error quotes (RFC 792). */
function portPairOf(bytes: Uint8Array): PortPair | null {
  const packet = decodeIpv4(bytes);
  if (isMalformed(packet)) return null;
  const { header, payload } = packet;
  // Only the first fragment of a packet holds its ports.
  if (header.fragmentOffset > 0) return null;
  if (header.protocol === PROTOCOL.icmp) {
    const message = decodeIcmp(payload);
    return !isMalformed(message) && 'quote' in message ? quotedPair(message.quote) : null;
  }
  return pairOf(header.source, header.destination, header.protocol, payload);
}

/** A quote is cut short, so its lengths do not fit: only its addresses and ports are read. */
function quotedPair(quote: Uint8Array): PortPair | null {
  if (!quotedPorts(quote)) return null;
  return pairOf(uint32At(quote, 12), uint32At(quote, 16), quote[9]!, quote.subarray(headerBytesOf(quote)));
}

/** The ports of the packet that an ICMP error quotes; null where it quotes less. RFC 792. */
export function quotedPorts(quote: Uint8Array): { readonly from: number; readonly to: number } | null {
  const at = headerBytesOf(quote);
  if (at < IPV4_HEADER_BYTES || quote.length < at + 4) return null;
  return { from: uint16At(quote, at), to: uint16At(quote, at + 2) };
}

function headerBytesOf(packet: Uint8Array): number {
  return ((packet[0] ?? 0) & 15) * 4;
}

function pairOf(source: number, destination: number, protocol: number, payload: Uint8Array): PortPair | null {
  if (payload.length < 4 || (protocol !== PROTOCOL.tcp && protocol !== PROTOCOL.udp)) return null;
  const flags = protocol === PROTOCOL.tcp ? (payload[13] ?? 0) : 0;
  return {
    from: `${formatAddress(source)}:${uint16At(payload, 0)}`,
    to: `${formatAddress(destination)}:${uint16At(payload, 2)}`,
    transport: protocol === PROTOCOL.tcp ? 'tcp' : 'udp',
    isCall: (flags & (FLAG.syn | FLAG.ack)) === FLAG.syn,
  };
}
