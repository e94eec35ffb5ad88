import { uint8At } from './octets';

/** Every name a field can have: stable ids, for which i18n has the words. */
export const FIELD_NAMES = [
  'ethernet.destination',
  'ethernet.source',
  'ethernet.etherType',
  'ethernet.padding',
  'ethernet.frameCheck',
  'arp.hardwareType',
  'arp.protocolType',
  'arp.hardwareLength',
  'arp.protocolLength',
  'arp.operation',
  'arp.senderHardware',
  'arp.senderProtocol',
  'arp.targetHardware',
  'arp.targetProtocol',
  'ipv4.version',
  'ipv4.headerLength',
  'ipv4.typeOfService',
  'ipv4.totalLength',
  'ipv4.identification',
  'ipv4.reservedFlag',
  'ipv4.dontFragment',
  'ipv4.moreFragments',
  'ipv4.fragmentOffset',
  'ipv4.timeToLive',
  'ipv4.protocol',
  'ipv4.checksum',
  'ipv4.source',
  'ipv4.destination',
  'ipv4.options',
  'icmp.type',
  'icmp.code',
  'icmp.checksum',
  'icmp.identifier',
  'icmp.sequence',
  'icmp.unused',
  'icmp.nextHopMtu',
  'udp.sourcePort',
  'udp.destinationPort',
  'udp.length',
  'udp.checksum',
  'tcp.sourcePort',
  'tcp.destinationPort',
  'tcp.sequence',
  'tcp.acknowledgment',
  'tcp.dataOffset',
  'tcp.reserved',
  'tcp.flags',
  'tcp.window',
  'tcp.checksum',
  'tcp.urgentPointer',
  'tcp.option.endOfList',
  'tcp.option.nop',
  'tcp.option.maxSegmentSize',
  'tcp.option.windowScale',
  'tcp.option.sackPermitted',
  'tcp.option.sack',
  'tcp.option.timestamps',
  'tcp.option.unknown',
  'tcp.option.malformed',
  'tcp.option.padding',
  'dns.length',
  'dns.id',
  'dns.response',
  'dns.opcode',
  'dns.authoritative',
  'dns.truncated',
  'dns.recursionDesired',
  'dns.recursionAvailable',
  'dns.reserved',
  'dns.responseCode',
  'dns.questionCount',
  'dns.answerCount',
  'dns.authorityCount',
  'dns.additionalCount',
  'dns.question.name',
  'dns.question.type',
  'dns.question.class',
  'dns.record.name',
  'dns.record.type',
  'dns.record.class',
  'dns.record.ttl',
  'dns.record.dataLength',
  'dns.record.data',
  'dns.option.udpBytes',
  'dns.option.flags',
  'http.startLine',
  'http.field',
  'http.emptyLine',
  'tls.contentType',
  'tls.version',
  'tls.length',
  'tls.handshake',
  'tls.alert',
  'tls.sealed',
  'quicModel.firstByte',
  'quicModel.version',
  'quicModel.idLength',
  'quicModel.destinationId',
  'quicModel.sourceId',
  'quicModel.number',
  'quicModel.frame',
  'quicModel.tag',
  'data.payload',
  'data.rest',
] as const;

export type FieldName = (typeof FIELD_NAMES)[number];

/** How to show a value. `flags` is a number made of `FLAG` bits; `bytes` a string of hex digits; the others as named. */
export type FieldDisplay = 'decimal' | 'hex' | 'mac' | 'address' | 'flags' | 'bytes' | 'text';

/** Some neighbouring bits of a packet and what they say. */
export interface Field {
  readonly name: FieldName;
  /** Counted from the first (most significant) bit of the packet. */
  readonly startBit: number;
  /** One past the last bit. */
  readonly endBit: number;
  /** The bits as sent: lengths in the header's own unit (32-bit words, 8-byte blocks), windows not scaled. */
  readonly value: number | string;
  /** On checksums that can be checked: whether it fits. */
  readonly valid?: boolean;
  readonly display: FieldDisplay;
}

/** A header (without what it carries), or bytes nobody below the app reads. */
export interface Layer {
  readonly protocol:
    | 'ethernet'
    | 'ethernetTrailer'
    | 'arp'
    | 'ipv4'
    | 'icmp'
    | 'udp'
    | 'tcp'
    | 'dns'
    | 'http'
    | 'tls'
    | 'quicModel'
    | 'data';
  /** First byte, from the start of the packet. */
  readonly start: number;
  /** One past the last byte. */
  readonly end: number;
  readonly fields: readonly Field[];
}

/** A header found in a packet, and where its payload lies when the header can be trusted that far. */
export interface Dissection {
  readonly fields: readonly Field[];
  /** One past the last byte of the header. */
  readonly end: number;
  /** One past the last byte of the payload, which follows the header; `undefined` when a receiver would refuse it. */
  readonly payloadEnd: number | undefined;
}

/** The fields of a header in order, with their widths in bits. */
export type HeaderLayout = readonly (readonly [name: FieldName, bits: number, display: FieldDisplay])[];

/**
 * Reads the fields that lie wholly before byte `end`. They stop at a byte boundary, so that the bytes after the last
 * one can be handed on as data.
 */
export function readLayout(packet: Uint8Array, start: number, end: number, layout: HeaderLayout): Field[] {
  const fields: Field[] = [];
  let startBit = start * 8;
  for (const [name, bits, display] of layout) {
    const endBit = startBit + bits;
    if (endBit > end * 8) break;
    fields.push({ name, startBit, endBit, value: bitsAt(packet, startBit, endBit), display });
    startBit = endBit;
  }
  while ((fields.at(-1)?.endBit ?? 0) % 8 !== 0) fields.pop();
  return fields;
}

/** The first byte after the last of `fields`, or `start` when there are none. */
export function endOfFields(fields: readonly Field[], start: number): number {
  const last = fields.at(-1);
  return last === undefined ? start : last.endBit / 8;
}

/** A field of whole bytes, its value in hex digits. */
export function bytesField(packet: Uint8Array, name: FieldName, start: number, end: number): Field {
  let value = '';
  for (let at = start; at < end; at += 1) value += uint8At(packet, at).toString(16).padStart(2, '0');
  return { name, startBit: start * 8, endBit: end * 8, value, display: 'bytes' };
}

/** The same fields with the verdict on the checksum called `name`; without a change when there is no verdict. */
export function withVerdict(fields: Field[], name: FieldName, valid: boolean | undefined): Field[] {
  if (valid === undefined) return fields;
  return fields.map((field) => (field.name === name ? { ...field, valid } : field));
}

function bitsAt(packet: Uint8Array, startBit: number, endBit: number): number {
  let value = 0;
  for (let bit = startBit; bit < endBit; bit += 1) {
    value = value * 2 + ((uint8At(packet, bit >> 3) >> (7 - (bit & 7))) & 1);
  }
  return value;
}
