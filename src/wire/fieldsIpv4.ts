import {
  bytesField,
  type Dissection,
  endOfFields,
  type HeaderLayout,
  readLayout,
  withVerdict,
} from './field';
import { isIpv4ChecksumValid } from './ipv4';
import { uint16At, uint8At } from './octets';

/** RFC 791 §3.1. */
const LAYOUT: HeaderLayout = [
  ['ipv4.version', 4, 'decimal'],
  ['ipv4.headerLength', 4, 'decimal'],
  ['ipv4.typeOfService', 8, 'hex'],
  ['ipv4.totalLength', 16, 'decimal'],
  ['ipv4.identification', 16, 'hex'],
  ['ipv4.reservedFlag', 1, 'decimal'],
  ['ipv4.dontFragment', 1, 'decimal'],
  ['ipv4.moreFragments', 1, 'decimal'],
  ['ipv4.fragmentOffset', 13, 'decimal'],
  ['ipv4.timeToLive', 8, 'decimal'],
  ['ipv4.protocol', 8, 'decimal'],
  ['ipv4.checksum', 16, 'hex'],
  ['ipv4.source', 32, 'address'],
  ['ipv4.destination', 32, 'address'],
];

const SHORTEST_HEADER = 20;

/** Dissects the IPv4 header at byte `start`. A payload that goes on beyond `end` counts as far as it is there. */
export function dissectIpv4(packet: Uint8Array, start: number, end: number): Dissection {
  const fields = readLayout(packet, start, end, LAYOUT);
  const fixedEnd = endOfFields(fields, start);
  if (fixedEnd < start + SHORTEST_HEADER) return { fields, end: fixedEnd, payloadEnd: undefined };
  const first = uint8At(packet, start);
  const headerEnd = start + (first & 15) * 4;
  const optionsEnd = Math.min(Math.max(headerEnd, fixedEnd), end);
  const judged = withVerdict(fields, 'ipv4.checksum', isIpv4ChecksumValid(packet.subarray(start, end)));
  if (optionsEnd > fixedEnd) judged.push(bytesField(packet, 'ipv4.options', fixedEnd, optionsEnd));
  const totalEnd = start + uint16At(packet, start + 2);
  const isSound = first >> 4 === 4 && headerEnd === optionsEnd && totalEnd >= headerEnd;
  return { fields: judged, end: optionsEnd, payloadEnd: isSound ? Math.min(totalEnd, end) : undefined };
}
