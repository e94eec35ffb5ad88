import { DNS_HEADER_BYTES, readQuestion, TCP_LENGTH_BYTES } from './dns';
import { DNS_PORT } from './dnsPort';
import { DNS_TYPE, readRecord } from './dnsRecord';
import { formatRecordData, typeName } from './dnsText';
import { type Dissection, type Field, type FieldName, type HeaderLayout, readLayout } from './field';
import { uint16At } from './octets';

/** RFC 1035 §4.1.1. */
const HEADER: HeaderLayout = [
  ['dns.id', 16, 'decimal'],
  ['dns.response', 1, 'decimal'],
  ['dns.opcode', 4, 'decimal'],
  ['dns.authoritative', 1, 'decimal'],
  ['dns.truncated', 1, 'decimal'],
  ['dns.recursionDesired', 1, 'decimal'],
  ['dns.recursionAvailable', 1, 'decimal'],
  ['dns.reserved', 3, 'decimal'],
  ['dns.responseCode', 4, 'decimal'],
  ['dns.questionCount', 16, 'decimal'],
  ['dns.answerCount', 16, 'decimal'],
  ['dns.authorityCount', 16, 'decimal'],
  ['dns.additionalCount', 16, 'decimal'],
];
/** Over TCP. RFC 1035 §4.2.2. */
const LENGTH: HeaderLayout = [['dns.length', 16, 'decimal']];

/** Whether these ports carry DNS. */
export function isDnsPort(sourcePort: number, destinationPort: number): boolean {
  return sourcePort === DNS_PORT || destinationPort === DNS_PORT;
}

/** Dissects the DNS message from byte `start` on, as far as it can be read before `end`; the rest is payload. */
export function dissectDns(packet: Uint8Array, start: number, end: number): Dissection {
  if (start + DNS_HEADER_BYTES > end) return { fields: [], end: start, payloadEnd: end };
  const fields = readLayout(packet, start, end, HEADER);
  const found = addSections(fields, packet, start, end);
  return { fields, end: found, payloadEnd: end };
}

/**
 * The same of what a segment carries, whose message begins behind its length. A segment in the midst of a message
 * cannot be told from its bytes alone: what would be no sound header is left as payload.
 */
export function dissectDnsOverTcp(packet: Uint8Array, start: number, end: number): Dissection {
  const message = start + TCP_LENGTH_BYTES;
  if (!beginsMessage(packet, start, end)) return { fields: [], end: start, payloadEnd: end };
  const dns = dissectDns(packet, message, Math.min(end, message + uint16At(packet, start)));
  return { ...dns, fields: [...readLayout(packet, start, end, LENGTH), ...dns.fields], payloadEnd: end };
}

/** Whether a segment's data begin a message: one question, an ordinary query, and a length that reaches to their end at least. */
export function beginsMessage(packet: Uint8Array, start: number, end: number): boolean {
  const message = start + TCP_LENGTH_BYTES;
  if (message + DNS_HEADER_BYTES > end || message + uint16At(packet, start) < end) return false;
  const opcode = (uint16At(packet, message + 2) >> 11) & 15;
  return opcode === 0 && uint16At(packet, message + 4) === 1;
}

/** Adds the fields of questions and records; answers where the first byte lies that could not be read. */
function addSections(fields: Field[], packet: Uint8Array, start: number, end: number): number {
  const message = packet.subarray(start, end);
  let at = DNS_HEADER_BYTES;
  const add = (name: FieldName, bytes: number, value: number | string): void => {
    const display = typeof value === 'string' ? 'text' : 'decimal';
    const startBit = (start + at) * 8;
    fields.push({ name, startBit, endBit: startBit + bytes * 8, value, display });
    at += bytes;
  };
  for (let left = uint16At(message, 4); left > 0; left -= 1) {
    const found = readQuestion(message, at);
    if (!found) return start + at;
    const { name, type, questionClass } = found.question;
    add('dns.question.name', found.end - at - 4, name);
    add('dns.question.type', 2, typeName(type));
    add('dns.question.class', 2, questionClass);
  }
  for (let left = uint16At(message, 6) + uint16At(message, 8) + uint16At(message, 10); left > 0; left -= 1) {
    const found = readRecord(message, at);
    if (!found) return start + at;
    const { record, dataStart, end: next } = found;
    const isOptions = record.type === DNS_TYPE.OPT;
    add('dns.record.name', dataStart - at - 10, record.name);
    add('dns.record.type', 2, typeName(record.type));
    add(isOptions ? 'dns.option.udpBytes' : 'dns.record.class', 2, record.recordClass);
    add(isOptions ? 'dns.option.flags' : 'dns.record.ttl', 4, record.ttlSeconds);
    add('dns.record.dataLength', 2, next - dataStart);
    if (next > dataStart) add('dns.record.data', next - dataStart, formatRecordData(record.data));
  }
  return start + at;
}
