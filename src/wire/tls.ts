import { latin1Octets } from './latin1';
import { NO_BYTES, setUint16, uint16At, uint8At } from './octets';

/** Content types of records (RFC 8446 §5.1). */
export const TLS_CONTENT = { alert: 21, handshake: 22, applicationData: 23 } as const;
/** Kinds of handshake messages (RFC 8446 §4). */
export const TLS_HANDSHAKE = {
  clientHello: 1,
  serverHello: 2,
  encryptedExtensions: 8,
  certificate: 11,
  certificateVerify: 15,
  finished: 20,
} as const;
/** Type, version and length in front of each record (RFC 8446 §5.1). */
export const TLS_RECORD_HEADER_BYTES = 5;
/** Of a sealed record: 2^14 bytes, their content type and what the cipher adds (RFC 8446 §5.2). */
const LONGEST_RECORD_BYTES = 2 ** 14 + 256;
/** The random bytes of both hellos (RFC 8446 §4.1.2). */
export const TLS_RANDOM_BYTES = 32;
/** Handshake type and length (RFC 8446 §4). */
const MESSAGE_HEADER_BYTES = 4;

const LEGACY_VERSION = 0x0303;
const FIRST_VERSION = 0x0301;
const TLS_1_3 = 0x0304;
const CIPHER_SUITES = [0x1301, 0x1302, 0x1303];
const X25519 = 0x001d;
const X25519_BYTES = 32;

export interface TlsRecord {
  readonly contentType: number;
  readonly content: Uint8Array;
}

/** Takes as much as it can: whole records from the start of `bytes`, and how many bytes they are; undefined for no TLS. */
export function decodeTlsRecords(
  bytes: Uint8Array,
): { readonly records: readonly TlsRecord[]; readonly length: number } | undefined {
  const records: TlsRecord[] = [];
  let at = 0;
  while (at + TLS_RECORD_HEADER_BYTES <= bytes.length) {
    if (!isTlsRecordHeader(bytes, at)) return undefined;
    const start = at + TLS_RECORD_HEADER_BYTES;
    const end = start + uint16At(bytes, at + 3);
    if (end > bytes.length) break;
    records.push({ contentType: uint8At(bytes, at), content: bytes.slice(start, end) });
    at = end;
  }
  return { records, length: at };
}

/** Whether five bytes at `at`, which the caller knows to be there, can begin a record (RFC 8446 §5.1). */
export function isTlsRecordHeader(bytes: Uint8Array, at: number): boolean {
  const contentType = uint8At(bytes, at);
  const isKnown = contentType >= 20 && contentType <= TLS_CONTENT.applicationData;
  return isKnown && uint8At(bytes, at + 1) === 3 && uint16At(bytes, at + 3) <= LONGEST_RECORD_BYTES;
}

/** A record around `content`; the first of a connection says version 1.0, for old middleboxes (RFC 8446 §5.1). */
export function encodeTlsRecord(
  contentType: number,
  content: Uint8Array,
  isFirst = false,
): Uint8Array<ArrayBuffer> {
  const record = new Uint8Array(TLS_RECORD_HEADER_BYTES + content.length);
  record[0] = contentType;
  setUint16(record, 1, isFirst ? FIRST_VERSION : LEGACY_VERSION);
  setUint16(record, 3, content.length);
  record.set(content, TLS_RECORD_HEADER_BYTES);
  return record;
}

/** A handshake message of that kind (RFC 8446 §4). */
export function encodeTlsMessage(kind: number, body: Uint8Array): Uint8Array<ArrayBuffer> {
  return octets(kind, body.length >> 16, ...uint16(body.length & 0xffff), ...body);
}

/** The message of a browser that offers TLS 1.3 with x25519 and HTTP/1.1; an empty name is left out (RFC 8446 §4.1.2, RFC 6066 §3, RFC 7301 §3.1). */
export function encodeClientHello(
  serverName: string,
  random: Uint8Array,
  keyShare: Uint8Array,
): Uint8Array<ArrayBuffer> {
  const name = latin1Octets(serverName);
  const nameEntry = [...uint16(name.length + 3), 0, ...uint16(name.length), ...name];
  const extensions = [
    ...(name.length === 0 ? [] : extension(0, nameEntry)),
    ...extension(10, [0, 2, ...uint16(X25519)]),
    // ecdsa_secp256r1_sha256, rsa_pss_rsae_sha256
    ...extension(13, [0, 4, 4, 3, 8, 4]),
    ...extension(16, [0, 9, 8, ...latin1Octets('http/1.1')]),
    ...extension(43, [2, ...uint16(TLS_1_3)]),
    ...extension(51, [...uint16(X25519_BYTES + 4), ...keyEntry(keyShare)]),
  ];
  const suites = CIPHER_SUITES.flatMap(uint16);
  return encodeTlsMessage(
    TLS_HANDSHAKE.clientHello,
    octets(
      ...uint16(LEGACY_VERSION),
      ...random,
      0,
      ...uint16(suites.length),
      ...suites,
      1,
      0,
      ...uint16(extensions.length),
      ...extensions,
    ),
  );
}

/** The message of a server that takes the first cipher suite and x25519 (RFC 8446 §4.1.3). */
export function encodeServerHello(random: Uint8Array, keyShare: Uint8Array): Uint8Array<ArrayBuffer> {
  const extensions = [...extension(43, uint16(TLS_1_3)), ...extension(51, keyEntry(keyShare))];
  return encodeTlsMessage(
    TLS_HANDSHAKE.serverHello,
    octets(
      ...uint16(LEGACY_VERSION),
      ...random,
      0,
      ...uint16(CIPHER_SUITES[0]!),
      0,
      ...uint16(extensions.length),
      ...extensions,
    ),
  );
}

/** The random bytes of a hello of that kind; none if it is no such message. RFC 8446 §4.1.2, §4.1.3. */
export function randomOfHello(message: Uint8Array, kind: number): Uint8Array {
  const start = MESSAGE_HEADER_BYTES + 2;
  if (message.length < start + TLS_RANDOM_BYTES || uint8At(message, 0) !== kind) return NO_BYTES;
  return message.subarray(start, start + TLS_RANDOM_BYTES);
}

function keyEntry(keyShare: Uint8Array): readonly number[] {
  return [...uint16(X25519), ...uint16(X25519_BYTES), ...keyShare];
}

function extension(kind: number, data: readonly number[]): readonly number[] {
  return [...uint16(kind), ...uint16(data.length), ...data];
}

function uint16(value: number): readonly number[] {
  return [value >> 8, value & 0xff];
}

function octets(...values: readonly number[]): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(values);
}
