import { bytesField, type Dissection, type Field, type HeaderLayout, readLayout } from './field';
import { uint16At, uint8At } from './octets';
import { isTlsRecordHeader, TLS_CONTENT, TLS_RECORD_HEADER_BYTES } from './tls';

/** RFC 8446 §5.1. */
const HEADER: HeaderLayout = [
  ['tls.contentType', 8, 'decimal'],
  ['tls.version', 16, 'hex'],
  ['tls.length', 16, 'decimal'],
];

/** Whether a segment's data begin with a record: what continues one cannot be told from one segment. */
export function beginsTls(packet: Uint8Array, start: number, end: number): boolean {
  return start + TLS_RECORD_HEADER_BYTES <= end && isTlsRecordHeader(packet, start);
}

/** Dissects the records that begin in this segment; the last may go on in the next. RFC 8446 §5. */
export function dissectTls(packet: Uint8Array, start: number, end: number): Dissection {
  const fields: Field[] = [];
  let at = start;
  while (beginsTls(packet, at, end)) {
    fields.push(...readLayout(packet, at, end, HEADER));
    const contentStart = at + TLS_RECORD_HEADER_BYTES;
    const contentEnd = Math.min(end, contentStart + uint16At(packet, at + 3));
    if (contentEnd > contentStart) fields.push(contentField(packet, at, contentStart, contentEnd));
    at = contentEnd;
  }
  return { fields, end: at, payloadEnd: end };
}

function contentField(packet: Uint8Array, header: number, start: number, end: number): Field {
  const contentType = uint8At(packet, header);
  if (contentType === TLS_CONTENT.handshake) return bytesField(packet, 'tls.handshake', start, end);
  const isAlert = contentType === TLS_CONTENT.alert;
  return bytesField(packet, isAlert ? 'tls.alert' : 'tls.sealed', start, end);
}
