import { readName, ROOT_NAME } from './dnsName';
import { CLASS_IN, DNS_TYPE, type DnsRecord, readRecord, writeRecord } from './dnsRecord';
import { DnsWriter } from './dnsWriter';
import type { Malformed } from './malformed';
import { uint16At } from './octets';

/** The longest message over UDP unless its asker says that it takes more. RFC 1035 §4.2.1. */
export const PLAIN_UDP_BYTES = 512;

/** Bytes of the message's length before it, over TCP. RFC 1035 §4.2.2. */
export const TCP_LENGTH_BYTES = 2;

/** How it went. RFC 1035 §4.1.1. */
export const RESPONSE_CODE = {
  noError: 0,
  formatError: 1,
  serverFailure: 2,
  nameError: 3,
  notImplemented: 4,
  refused: 5,
} as const;

export const DNS_HEADER_BYTES = 12;

/** Bits of the second word of the header. RFC 1035 §4.1.1. */
export const DNS_FLAG = {
  response: 0x8000,
  authoritative: 0x0400,
  truncated: 0x0200,
  recursionDesired: 0x0100,
  recursionAvailable: 0x0080,
} as const;
const OPCODE_SHIFT = 11;

/** RFC 1035 §4.1.2. */
export interface DnsQuestion {
  readonly name: string;
  readonly type: number;
  readonly questionClass: number;
}

/** What the sender of a message can do beyond RFC 1035. RFC 6891 §6.1.2. */
export interface Edns {
  /** The longest message over UDP that it takes. */
  readonly udpBytes: number;
  readonly version: number;
}

/** RFC 1035 §4.1. */
export interface DnsMessage {
  readonly id: number;
  readonly isResponse: boolean;
  readonly opcode: number;
  readonly authoritative: boolean;
  readonly truncated: boolean;
  readonly recursionDesired: boolean;
  readonly recursionAvailable: boolean;
  readonly responseCode: number;
  readonly questions: readonly DnsQuestion[];
  readonly answers: readonly DnsRecord[];
  readonly authorities: readonly DnsRecord[];
  /** Without the OPT record, which is `edns`. */
  readonly additionals: readonly DnsRecord[];
  readonly edns: Edns | null;
}

/** Builds the message. Throws RangeError when a name in it is none. */
export function encodeDns(message: DnsMessage): Uint8Array<ArrayBuffer> {
  const { id, questions, answers, authorities, additionals, edns } = message;
  const writer = new DnsWriter();
  writer.uint16(id);
  writer.uint16(flagsOf(message));
  writer.uint16(questions.length);
  writer.uint16(answers.length);
  writer.uint16(authorities.length);
  writer.uint16(additionals.length + (edns ? 1 : 0));
  for (const { name, type, questionClass } of questions) {
    writer.name(name);
    writer.uint16(type);
    writer.uint16(questionClass);
  }
  for (const record of [...answers, ...authorities, ...additionals]) writeRecord(writer, record);
  if (edns) writeRecord(writer, optRecord(edns));
  return writer.bytes();
}

function flagsOf(message: DnsMessage): number {
  return (
    (message.isResponse ? DNS_FLAG.response : 0) |
    (message.opcode << OPCODE_SHIFT) |
    (message.authoritative ? DNS_FLAG.authoritative : 0) |
    (message.truncated ? DNS_FLAG.truncated : 0) |
    (message.recursionDesired ? DNS_FLAG.recursionDesired : 0) |
    (message.recursionAvailable ? DNS_FLAG.recursionAvailable : 0) |
    message.responseCode
  );
}

/** Class and TTL of this record mean something else. RFC 6891 §6.1.2, §6.1.3. */
function optRecord({ udpBytes, version }: Edns): DnsRecord {
  const data = { kind: 'unknown', octets: [] } as const;
  return {
    name: ROOT_NAME,
    type: DNS_TYPE.OPT,
    recordClass: udpBytes,
    ttlSeconds: version << 16,
    data,
  };
}

/** Reads a message; any bytes give one or a refusal. */
export function decodeDns(bytes: Uint8Array): DnsMessage | Malformed {
  if (bytes.length < DNS_HEADER_BYTES) return { malformed: 'truncated' };
  const questions: DnsQuestion[] = [];
  let at = DNS_HEADER_BYTES;
  for (let left = uint16At(bytes, 4); left > 0; left -= 1) {
    const found = readQuestion(bytes, at);
    if (!found) return { malformed: 'badName' };
    questions.push(found.question);
    at = found.end;
  }
  const sections: DnsRecord[][] = [];
  for (const countAt of [6, 8, 10]) {
    const section: DnsRecord[] = [];
    for (let left = uint16At(bytes, countAt); left > 0; left -= 1) {
      const found = readRecord(bytes, at);
      if (!found) return { malformed: 'truncated' };
      section.push(found.record);
      at = found.end;
    }
    sections.push(section);
  }
  return withHeader(bytes, questions, sections);
}

/** A question found in a message, and where what follows it begins. */
export function readQuestion(
  bytes: Uint8Array,
  at: number,
): { readonly question: DnsQuestion; readonly end: number } | null {
  const name = readName(bytes, at);
  if (!name || name.end + 4 > bytes.length) return null;
  const type = uint16At(bytes, name.end);
  const question = { name: name.name, type, questionClass: uint16At(bytes, name.end + 2) };
  return { question, end: name.end + 4 };
}

function withHeader(
  bytes: Uint8Array,
  questions: readonly DnsQuestion[],
  [answers = [], authorities = [], additionals = []]: readonly (readonly DnsRecord[])[],
): DnsMessage {
  const flags = uint16At(bytes, 2);
  const options = additionals.find(({ type }) => type === DNS_TYPE.OPT);
  return {
    id: uint16At(bytes, 0),
    isResponse: (flags & DNS_FLAG.response) !== 0,
    opcode: (flags >> OPCODE_SHIFT) & 15,
    authoritative: (flags & DNS_FLAG.authoritative) !== 0,
    truncated: (flags & DNS_FLAG.truncated) !== 0,
    recursionDesired: (flags & DNS_FLAG.recursionDesired) !== 0,
    recursionAvailable: (flags & DNS_FLAG.recursionAvailable) !== 0,
    responseCode: flags & 15,
    questions,
    answers,
    authorities,
    additionals: additionals.filter(({ type }) => type !== DNS_TYPE.OPT),
    edns: options ? { udpBytes: options.recordClass, version: (options.ttlSeconds >>> 16) & 0xff } : null,
  };
}

/** A question with nothing else in it: to a resolver with `recursionDesired`, to a name server without. */
export function dnsQuery(
  asked: { readonly id: number; readonly name: string; readonly type: number },
  recursionDesired: boolean,
  edns: Edns | null,
): DnsMessage {
  const { id, name, type } = asked;
  return {
    id,
    isResponse: false,
    opcode: 0,
    authoritative: false,
    truncated: false,
    recursionDesired,
    recursionAvailable: false,
    responseCode: RESPONSE_CODE.noError,
    questions: [{ name, type, questionClass: CLASS_IN }],
    answers: [],
    authorities: [],
    additionals: [],
    edns,
  };
}
