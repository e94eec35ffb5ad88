import { isArp } from './arp';
import { addBytes, internetChecksum } from './checksum';
import { decodeIpv4, type Ipv4Header, PROTOCOL } from './ipv4';
import { isMalformed } from './malformed';
import { uint16At, uint8At } from './octets';

/** One of the 16-bit words that a checksum is summed over. */
export interface ChecksumWord {
  /** First byte, from the start of the packet; -1 for a word of the pseudo header that is nowhere in it. */
  readonly at: number;
  readonly value: number;
  readonly part: 'pseudo' | 'header' | 'data';
}

/** How a receiver adds up a checksum: RFC 1071 §1. */
export interface ChecksumSum {
  readonly protocol: 'ipv4' | 'icmp' | 'udp' | 'tcp';
  /** All words but the checksum itself, in order; an odd last byte is filled up with zero. */
  readonly words: readonly ChecksumWord[];
  /** Their plain sum, and what it becomes as its carries are added to its lower 16 bits. */
  readonly sum: number;
  readonly folds: readonly { readonly carry: number; readonly rest: number; readonly sum: number }[];
  /** The complement of the folded sum: what the field should hold. */
  readonly expected: number;
  /** First byte of the field in the packet, and what it holds. */
  readonly at: number;
  readonly found: number;
  readonly fits: boolean;
}

/** Where the checksum lies in each header, and how long the header is where it is fixed. */
const LAYOUT = {
  icmp: { at: 2, length: 8 },
  udp: { at: 6, length: 8 },
  tcp: { at: 16, length: 20 },
} as const;
const IP_CHECKSUM_AT = 10;

/** The sums of an IPv4 packet (an ARP message has none): of its header, and of what it carries where that can be read and is whole. */
export function checksumSums(packet: Uint8Array): readonly ChecksumSum[] {
  if (packet.length < 20 || isArp(packet)) return [];
  const headerLength = Math.min((uint8At(packet, 0) & 15) * 4, packet.length);
  const header = finish(
    'ipv4',
    wordsOf(packet, 0, headerLength, IP_CHECKSUM_AT, headerLength),
    packet,
    IP_CHECKSUM_AT,
  );
  const ip = decodeIpv4(packet);
  if (isMalformed(ip) || ip.header.moreFragments || ip.header.fragmentOffset > 0) return [header];
  const carried = carriedSum(packet, headerLength, ip.header, ip.payload.length);
  return carried ? [header, carried] : [header];
}

function carriedSum(
  packet: Uint8Array,
  start: number,
  header: Ipv4Header,
  length: number,
): ChecksumSum | undefined {
  const protocol = (['icmp', 'udp', 'tcp'] as const).find((name) => PROTOCOL[name] === header.protocol);
  if (!protocol || length < LAYOUT[protocol].length) return undefined;
  const at = start + LAYOUT[protocol].at;
  // A datagram without a checksum has nothing to add up (RFC 768).
  if (protocol === 'udp' && uint16At(packet, at) === 0) return undefined;
  const headerBytes = protocol === 'tcp' ? (uint8At(packet, start + 12) >> 4) * 4 : LAYOUT[protocol].length;
  const words = wordsOf(packet, start, start + length, at, start + headerBytes);
  return finish(
    protocol,
    protocol === 'icmp' ? words : [...pseudoWords(header, length), ...words],
    packet,
    at,
  );
}

/** Addresses, protocol and length: RFC 768, RFC 9293 §3.1. The addresses stand in the IP header too. */
function pseudoWords({ source, destination, protocol }: Ipv4Header, length: number): readonly ChecksumWord[] {
  return [
    { at: 12, value: source >>> 16 },
    { at: 14, value: source & 0xffff },
    { at: 16, value: destination >>> 16 },
    { at: 18, value: destination & 0xffff },
    { at: -1, value: protocol },
    { at: -1, value: length },
  ].map((word) => ({ ...word, part: 'pseudo' }));
}

function wordsOf(
  packet: Uint8Array,
  start: number,
  end: number,
  checksumAt: number,
  headerEnd: number,
): readonly ChecksumWord[] {
  const words: ChecksumWord[] = [];
  for (let at = start; at < end; at += 2) {
    if (at === checksumAt) continue;
    const value = addBytes(0, packet, at, Math.min(at + 2, end));
    words.push({ at, value, part: at < headerEnd ? 'header' : 'data' });
  }
  return words;
}

function finish(
  protocol: ChecksumSum['protocol'],
  words: readonly ChecksumWord[],
  packet: Uint8Array,
  at: number,
): ChecksumSum {
  const sum = words.reduce((total, { value }) => total + value, 0);
  const folds: { carry: number; rest: number; sum: number }[] = [];
  for (let folded = sum; folded > 0xffff;) {
    const [carry, rest] = [folded >>> 16, folded & 0xffff];
    folded = carry + rest;
    folds.push({ carry, rest, sum: folded });
  }
  const complement = internetChecksum(sum);
  // A datagram's sum of zero is sent as all ones: zero means that there is none (RFC 768).
  const expected = protocol === 'udp' && complement === 0 ? 0xffff : complement;
  const found = uint16At(packet, at);
  return { protocol, words, sum, folds, expected, at, found, fits: found === expected };
}
