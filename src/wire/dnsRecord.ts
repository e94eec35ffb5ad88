import type { Ipv4Address } from './address';
import { readName, type ReadName } from './dnsName';
import type { DnsWriter } from './dnsWriter';
import { uint16At, uint32At, uint8At } from './octets';

/** Types of resource records: RFC 1035 §3.2.2, RFC 3596 §2.1, RFC 6891 §6.1.1. */
export const DNS_TYPE = {
  A: 1,
  NS: 2,
  CNAME: 5,
  SOA: 6,
  MX: 15,
  TXT: 16,
  AAAA: 28,
  OPT: 41,
} as const;

/** The Internet, the only class in use. RFC 1035 §3.2.4. */
export const CLASS_IN = 1;

/** The longest part of a TXT record. RFC 1035 §3.3. */
export const LONGEST_TEXT = 255;

/** Start of a zone of authority: who runs it and how long things about it hold. RFC 1035 §3.3.13. */
export interface SoaData {
  readonly kind: 'SOA';
  readonly primary: string;
  readonly mailbox: string;
  readonly serial: number;
  readonly refreshSeconds: number;
  readonly retrySeconds: number;
  readonly expireSeconds: number;
  /** The longest that an absence may be remembered. RFC 2308 §4. */
  readonly minimumSeconds: number;
}

/** What a record says, by its type. */
export type DnsData =
  | { readonly kind: 'A'; readonly address: Ipv4Address }
  /** Eight 16-bit words. */
  | { readonly kind: 'AAAA'; readonly words: readonly number[] }
  | { readonly kind: 'NS' | 'CNAME'; readonly name: string }
  | { readonly kind: 'MX'; readonly preference: number; readonly name: string }
  /** Each at most 255 octets, one character for each octet. */
  | { readonly kind: 'TXT'; readonly texts: readonly string[] }
  | SoaData
  | { readonly kind: 'unknown'; readonly octets: readonly number[] };

/** RFC 1035 §4.1.3. */
export interface DnsRecord {
  readonly name: string;
  readonly type: number;
  readonly recordClass: number;
  readonly ttlSeconds: number;
  readonly data: DnsData;
}

/** Writes a record; names in its data are compressed where RFC 3597 §4 allows it. */
export function writeRecord(writer: DnsWriter, record: DnsRecord): void {
  writer.name(record.name);
  writer.uint16(record.type);
  writer.uint16(record.recordClass);
  writer.uint32(record.ttlSeconds);
  writer.sized(() => writeData(writer, record.data));
}

function writeData(writer: DnsWriter, data: DnsData): void {
  switch (data.kind) {
    case 'A':
      return writer.uint32(data.address);
    case 'AAAA':
      return data.words.forEach((word) => writer.uint16(word));
    case 'NS':
    case 'CNAME':
      return writer.name(data.name);
    case 'MX':
      writer.uint16(data.preference);
      return writer.name(data.name);
    case 'TXT':
      for (const text of data.texts) {
        writer.uint8(text.length);
        writer.octets(Array.from(text, (character) => character.codePointAt(0)!));
      }
      return;
    case 'SOA':
      writer.name(data.primary);
      writer.name(data.mailbox);
      for (const number of soaNumbers(data)) writer.uint32(number);
      return;
    case 'unknown':
      return writer.octets(data.octets);
  }
}

function soaNumbers(data: SoaData): readonly number[] {
  return [data.serial, data.refreshSeconds, data.retrySeconds, data.expireSeconds, data.minimumSeconds];
}

/** A record found in a message, and where the next begins. */
interface ReadRecord {
  readonly record: DnsRecord;
  /** Where its data lie. */
  readonly dataStart: number;
  readonly end: number;
}

/** Bytes of type, class, TTL and length. */
const FIXED_BYTES = 10;
/** "0 or a positive 31-bit number"; one with its highest bit set counts as 0. RFC 2181 §8. */
const LONGEST_TTL = 0x7fff_ffff;

/** Reads the record at byte `at`; null when there is none that can be read. */
export function readRecord(message: Uint8Array, at: number): ReadRecord | null {
  const owner = readName(message, at);
  if (!owner || owner.end + FIXED_BYTES > message.length) return null;
  const dataStart = owner.end + FIXED_BYTES;
  const end = dataStart + uint16At(message, owner.end + 8);
  if (end > message.length) return null;
  const type = uint16At(message, owner.end);
  const ttl = uint32At(message, owner.end + 4);
  const record = {
    name: owner.name,
    type,
    recordClass: uint16At(message, owner.end + 2),
    // The OPT record keeps flags there, for which a high bit means something.
    ttlSeconds: type !== DNS_TYPE.OPT && ttl > LONGEST_TTL ? 0 : ttl,
    data: readData(message, type, dataStart, end),
  };
  return { record, dataStart, end };
}

/** What the data say; `unknown` for a type that this town does not speak and for data that are not what they should be. */
function readData(message: Uint8Array, type: number, start: number, end: number): DnsData {
  const octets = message.subarray(start, end);
  return knownData(message, type, start, end) ?? { kind: 'unknown', octets: [...octets] };
}

function knownData(message: Uint8Array, type: number, start: number, end: number): DnsData | null {
  switch (type) {
    case DNS_TYPE.A:
      return end - start === 4 ? { kind: 'A', address: uint32At(message, start) } : null;
    case DNS_TYPE.AAAA: {
      if (end - start !== 16) return null;
      return { kind: 'AAAA', words: Array.from({ length: 8 }, (_, i) => uint16At(message, start + 2 * i)) };
    }
    case DNS_TYPE.NS:
    case DNS_TYPE.CNAME: {
      const name = readName(message, start);
      return name?.end === end ? { kind: type === DNS_TYPE.NS ? 'NS' : 'CNAME', name: name.name } : null;
    }
    case DNS_TYPE.MX: {
      const name = end - start > 2 ? readName(message, start + 2) : null;
      return name?.end === end ? { kind: 'MX', preference: uint16At(message, start), name: name.name } : null;
    }
    case DNS_TYPE.TXT:
      return textsIn(message, start, end);
    case DNS_TYPE.SOA:
      return soaIn(message, start, end);
    default:
      return null;
  }
}

function textsIn(message: Uint8Array, start: number, end: number): DnsData | null {
  const texts: string[] = [];
  for (let at = start; at < end;) {
    const next = at + 1 + uint8At(message, at);
    if (next > end) return null;
    texts.push(String.fromCodePoint(...message.subarray(at + 1, next)));
    at = next;
  }
  return texts.length > 0 ? { kind: 'TXT', texts } : null;
}

function soaIn(message: Uint8Array, start: number, end: number): DnsData | null {
  const primary = readName(message, start);
  const mailbox: ReadName | null = primary ? readName(message, primary.end) : null;
  if (!primary || !mailbox || mailbox.end + 20 !== end) return null;
  const number = (i: number): number => uint32At(message, mailbox.end + 4 * i);
  return {
    kind: 'SOA',
    primary: primary.name,
    mailbox: mailbox.name,
    serial: number(0),
    refreshSeconds: number(1),
    retrySeconds: number(2),
    expireSeconds: number(3),
    minimumSeconds: number(4),
  };
}
