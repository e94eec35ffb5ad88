import { type Dissection, endOfFields, type HeaderLayout, readLayout, withVerdict } from './field';
import { ICMP_TYPE, isIcmpChecksumValid } from './icmp';
import { uint8At } from './octets';

/** RFC 792: the same three fields begin every message. */
const START: HeaderLayout = [
  ['icmp.type', 8, 'decimal'],
  ['icmp.code', 8, 'decimal'],
  ['icmp.checksum', 16, 'hex'],
];
const ECHO: HeaderLayout = [...START, ['icmp.identifier', 16, 'decimal'], ['icmp.sequence', 16, 'decimal']];
/** RFC 1191 §4. */
const UNREACHABLE: HeaderLayout = [...START, ['icmp.unused', 16, 'hex'], ['icmp.nextHopMtu', 16, 'decimal']];
const TIME_EXCEEDED: HeaderLayout = [...START, ['icmp.unused', 32, 'hex']];

/** Dissects the ICMP header at byte `start` of a message that is whole up to `end`, unless `isWhole` is false. */
export function dissectIcmp(packet: Uint8Array, start: number, end: number, isWhole: boolean): Dissection {
  const layout = start < end ? layoutOf(uint8At(packet, start)) : START;
  const fields = readLayout(packet, start, end, layout);
  const headerEnd = endOfFields(fields, start);
  const headerBits = layout.reduce((sum, [, bits]) => sum + bits, 0);
  const isComplete = (headerEnd - start) * 8 === headerBits;
  const valid = isWhole ? isIcmpChecksumValid(packet.subarray(start, end)) : undefined;
  return {
    fields: withVerdict(fields, 'icmp.checksum', valid),
    end: headerEnd,
    payloadEnd: isComplete ? end : undefined,
  };
}

/** Whether a message of this type quotes the packet that it is about (RFC 1122 §3.2.2). */
export function isIcmpError(type: number): boolean {
  return type === ICMP_TYPE.destinationUnreachable || type === ICMP_TYPE.timeExceeded;
}

function layoutOf(type: number): HeaderLayout {
  switch (type) {
    case ICMP_TYPE.echoReply:
    case ICMP_TYPE.echoRequest:
      return ECHO;
    case ICMP_TYPE.destinationUnreachable:
      return UNREACHABLE;
    case ICMP_TYPE.timeExceeded:
      return TIME_EXCEEDED;
    default:
      return START;
  }
}
