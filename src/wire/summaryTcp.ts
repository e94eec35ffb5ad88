import type { Ipv4Address } from './address';
import { tcpChecksumMark } from './checksumMarks';
import { isDnsPort } from './fieldsDns';
import type { Ipv4Header } from './ipv4';
import { beginsHttp } from './fieldsHttp';
import { latin1Text } from './latin1';
import { isMalformed, type Malformed } from './malformed';
import { summaryOfDnsOverTcp } from './summaryDns';
import { decodeTcp, FLAG, type TcpHeader } from './tcp';
import type { TcpOption } from './tcpOptions';
import { flagLetters, optionWord } from './tcpWords';

/** Where sequence numbers are counted from: the initial sequence number of each side of a connection. */
export interface SequenceBase {
  /** One side; a packet from any other endpoint is its peer's. */
  readonly address: Ipv4Address;
  readonly port: number;
  readonly initialSequence: number;
  /** 0 while it is not known. */
  readonly peerInitialSequence: number;
}

/**
 * What tcpdump says of a segment after the endpoints. SYNs keep absolute numbers, as in tcpdump, so that a reader can
 * tell what the others are relative to.
 */
export function summaryOfTcp(
  segment: Uint8Array,
  carrier: Ipv4Header,
  relativeTo: SequenceBase | undefined,
): string {
  const decoded = decodeTcp(segment);
  if (isMalformed(decoded)) return malformedTcp(decoded, segment.length);
  const { header, payload } = decoded;
  const bases = (header.flags & FLAG.syn) === 0 ? basesOf(header, carrier, relativeTo) : { own: 0, peer: 0 };
  const parts = [
    ...sequenceParts(header, payload.length, bases),
    `win ${header.window}`,
    ...((header.flags & FLAG.urg) === 0 ? [] : [`urg ${header.urgentPointer}`]),
    ...optionParts(header.options, bases.peer),
    `length ${payload.length}`,
  ];
  const isDns = isDnsPort(header.sourcePort, header.destinationPort) && payload.length > 0;
  const dns = isDns ? ` ${summaryOfDnsOverTcp(payload)}`.trimEnd() : '';
  const isHttp = beginsHttp(payload, 0, payload.length);
  const app = isHttp ? `: HTTP: ${latin1Text(payload).split('\r\n', 1)[0]}` : dns;
  return `Flags [${flagLetters(header.flags) || 'none'}], ${tcpChecksumMark(segment, carrier)}${parts.join(', ')}${app}`;
}

/** The initial sequence numbers of the segment's sender and of its receiver. */
interface Bases {
  readonly own: number;
  readonly peer: number;
}

function basesOf(header: TcpHeader, carrier: Ipv4Header, relativeTo: SequenceBase | undefined): Bases {
  if (relativeTo === undefined) return { own: 0, peer: 0 };
  const { address, port, initialSequence, peerInitialSequence } = relativeTo;
  return carrier.source === address && header.sourcePort === port
    ? { own: initialSequence, peer: peerInitialSequence }
    : { own: peerInitialSequence, peer: initialSequence };
}

function sequenceParts(header: TcpHeader, length: number, { own, peer }: Bases): readonly string[] {
  const parts: string[] = [];
  const sequence = relative(header.sequence, own);
  if (length > 0) parts.push(`seq ${sequence}:${relative(header.sequence + length, own)}`);
  else if ((header.flags & (FLAG.syn | FLAG.fin | FLAG.rst)) !== 0) parts.push(`seq ${sequence}`);
  if ((header.flags & FLAG.ack) !== 0) parts.push(`ack ${relative(header.acknowledgment, peer)}`);
  return parts;
}

function relative(sequence: number, base: number): number {
  return (sequence - base) >>> 0;
}

function optionParts(options: readonly TcpOption[], base: number): readonly string[] {
  if (options.length === 0) return [];
  return [`options [${options.map((option) => optionText(option, base)).join(',')}]`];
}

function optionText(option: TcpOption, base: number): string {
  switch (option.kind) {
    case 'sack': {
      const blocks = option.blocks.map(
        ({ left, right }) => `{${relative(left, base)}:${relative(right, base)}}`,
      );
      return `sack ${blocks.length} ${blocks.join('')}`;
    }
    case 'unknown':
      return `unknown-${option.code}${hexOf(option.data)}`;
    default:
      return optionWord(option);
  }
}

/** ` 0x` and the digits; empty for no bytes. */
function hexOf(bytes: Uint8Array): string {
  const digits = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return digits && ` 0x${digits}`;
}

function malformedTcp({ malformed }: Malformed, length: number): string {
  switch (malformed) {
    case 'badHeaderLength':
      return `tcp ${length} [bad hdr length]`;
    case 'badOption':
      return `tcp ${length} [bad opt]`;
    default:
      return '[|tcp]';
  }
}
