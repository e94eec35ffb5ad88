import {
  bytesField,
  type Dissection,
  endOfFields,
  type Field,
  type FieldDisplay,
  type HeaderLayout,
  readLayout,
  withVerdict,
} from './field';
import type { Ipv4Header } from './ipv4';
import { uint8At } from './octets';
import { isTcpChecksumValid } from './tcp';
import { optionLengthAt, readOption, type TcpOption } from './tcpOptions';

/** RFC 9293 §3.1. */
const LAYOUT: HeaderLayout = [
  ['tcp.sourcePort', 16, 'decimal'],
  ['tcp.destinationPort', 16, 'decimal'],
  ['tcp.sequence', 32, 'decimal'],
  ['tcp.acknowledgment', 32, 'decimal'],
  ['tcp.dataOffset', 4, 'decimal'],
  ['tcp.reserved', 4, 'decimal'],
  ['tcp.flags', 8, 'flags'],
  ['tcp.window', 16, 'decimal'],
  ['tcp.checksum', 16, 'hex'],
  ['tcp.urgentPointer', 16, 'decimal'],
];

const SHORTEST_HEADER = 20;

/**
 * Dissects the TCP header at byte `start`, each option a field. `carrier` is the IPv4 header over it when all its
 * payload is there, which ends at `end`; without it there is no verdict on the checksum.
 */
export function dissectTcp(
  packet: Uint8Array,
  start: number,
  end: number,
  carrier: Ipv4Header | undefined,
): Dissection {
  const fields = readLayout(packet, start, end, LAYOUT);
  const fixedEnd = endOfFields(fields, start);
  if (fixedEnd < start + SHORTEST_HEADER) return { fields, end: fixedEnd, payloadEnd: undefined };
  const headerEnd = start + (uint8At(packet, start + 12) >> 4) * 4;
  const optionsEnd = Math.min(Math.max(headerEnd, fixedEnd), end);
  const valid =
    carrier && isTcpChecksumValid(packet.subarray(start, end), carrier.source, carrier.destination);
  const judged = withVerdict(fields, 'tcp.checksum', valid);
  judged.push(...optionFields(packet, fixedEnd, optionsEnd, headerEnd > end));
  const payloadEnd = headerEnd === optionsEnd ? end : undefined;
  return { fields: judged, end: endOfFields(judged, start), payloadEnd };
}

/** Stops at an option that cannot be read: in a header that `isCut`, its bytes are left to the rest of the packet. */
function optionFields(packet: Uint8Array, start: number, end: number, isCut: boolean): Field[] {
  const fields: Field[] = [];
  let at = start;
  while (at < end) {
    const length = optionLengthAt(packet, at, end);
    const option = length === 0 ? undefined : readOption(packet, at, length);
    if (option === undefined) {
      return isCut ? fields : [...fields, bytesField(packet, 'tcp.option.malformed', at, end)];
    }
    fields.push(optionField(packet, at, length, option));
    at += length;
    if (option.kind === 'endOfList') break;
  }
  return at < end ? [...fields, bytesField(packet, 'tcp.option.padding', at, end)] : fields;
}

function optionField(packet: Uint8Array, at: number, length: number, option: TcpOption): Field {
  const name = `tcp.option.${option.kind}` as const;
  if (option.kind === 'unknown') return bytesField(packet, name, at, at + length);
  return { name, startBit: at * 8, endBit: (at + length) * 8, ...shownOption(option) };
}

/** Options that say it all by being there have an empty text; numbers of the same option are set apart by spaces. */
function shownOption(option: Exclude<TcpOption, { kind: 'unknown' }>): {
  value: number | string;
  display: FieldDisplay;
} {
  switch (option.kind) {
    case 'endOfList':
    case 'nop':
    case 'sackPermitted':
      return { value: '', display: 'text' };
    case 'maxSegmentSize':
      return { value: option.bytes, display: 'decimal' };
    case 'windowScale':
      return { value: option.shift, display: 'decimal' };
    case 'sack':
      return { value: option.blocks.map(({ left, right }) => `${left}-${right}`).join(' '), display: 'text' };
    case 'timestamps':
      return { value: `${option.value} ${option.echo}`, display: 'text' };
  }
}
