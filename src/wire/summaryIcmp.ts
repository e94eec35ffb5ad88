import { formatAddress } from './address';
import { icmpChecksumMark } from './checksumMarks';
import { decodeIcmp, TIME_EXCEEDED, UNREACHABLE } from './icmp';
import { type Ipv4Header, PROTOCOL } from './ipv4';
import { isMalformed } from './malformed';
import { uint16At, uint32At, uint8At } from './octets';

/** What tcpdump says of an ICMP message after the addresses. */
export function summaryOfIcmp(bytes: Uint8Array, carrier: Ipv4Header): string {
  const words = wordsOf(bytes);
  return words === undefined
    ? '[|icmp]'
    : `ICMP ${words}, length ${bytes.length}${icmpChecksumMark(bytes, carrier)}`;
}

function wordsOf(bytes: Uint8Array): string | undefined {
  const message = decodeIcmp(bytes);
  if (isMalformed(message)) return undefined;
  switch (message.kind) {
    case 'echoRequest':
      return `echo request, id ${message.identifier}, seq ${message.sequence}`;
    case 'echoReply':
      return `echo reply, id ${message.identifier}, seq ${message.sequence}`;
    case 'destinationUnreachable':
      return unreachable(message.code, message.nextHopMtu, message.quote);
    case 'timeExceeded':
      return timeExceeded(message.code);
    case 'unknown':
      return `type-#${message.type}`;
  }
}

function timeExceeded(code: number): string {
  if (code === TIME_EXCEEDED.inTransit) return 'time exceeded in-transit';
  return code === TIME_EXCEEDED.reassembly ? 'ip reassembly time exceeded' : `time exceeded-#${code}`;
}

/** `quote` begins with the IPv4 header of the packet that did not get through. */
function unreachable(code: number, nextHopMtu: number, quote: Uint8Array): string {
  if (quote.length < 20) return `[unreachable #${code}]`;
  const destination = formatAddress(uint32At(quote, 16));
  switch (code) {
    case UNREACHABLE.network:
      return `net ${destination} unreachable`;
    case UNREACHABLE.host:
      return `host ${destination} unreachable`;
    case UNREACHABLE.protocol:
      return `${destination} protocol ${uint8At(quote, 9)} unreachable`;
    case UNREACHABLE.port:
      return `${destination}${quotedPort(quote)} unreachable`;
    case UNREACHABLE.fragmentationNeeded:
      return `${destination} unreachable - need to frag (mtu ${nextHopMtu})`;
    default:
      return `${destination} unreachable - #${code}`;
  }
}

/** The destination port of the quoted packet, as ` udp port 9999`; empty when the quote is too short for it. */
function quotedPort(quote: Uint8Array): string {
  const portAt = (uint8At(quote, 0) & 15) * 4 + 2;
  if (portAt + 2 > quote.length) return '';
  const protocol = uint8At(quote, 9);
  const port = uint16At(quote, portAt);
  if (protocol === PROTOCOL.udp) return ` udp port ${port}`;
  return protocol === PROTOCOL.tcp ? ` tcp port ${port}` : ` protocol ${protocol} port ${port}`;
}
