import type { HttpField, HttpHead } from './http';

/** A name of RFC 9110 §5.6.2: no white space may stand before the colon (RFC 9112 §5.1). */
const TOKEN = /^[!#$%&'*+\-.^_`|~\dA-Za-z]+$/;
const REQUEST_LINE = /^([!#$%&'*+\-.^_`|~\dA-Za-z]+) ([!-~\u0080-\u00FF]+) HTTP\/1\.([01])$/;
const STATUS_LINE = /^HTTP\/1\.([01]) ([1-9]\d\d)(?: ([\t\u0020-\u00FF]*))?$/;
const CONTENT_LENGTH = /^\d{1,9}$/;

/**
 * The start line and the field lines of a message; undefined for what is none, obsolete line folding included
 * (RFC 9112 §5.2). `text` is in ISO 8859-1, so that any octets can be told apart, and lines may end with a bare LF
 * (RFC 9112 §2.2).
 */
export function parseHead(text: string): HttpHead | undefined {
  const [startLine = '', ...rest] = text.split('\n').map((line) => line.replace(/\r$/, ''));
  const fields: HttpField[] = [];
  for (const line of rest) {
    if (line === '') continue;
    const field = parseField(line);
    if (!field) return undefined;
    fields.push(field);
  }
  const request = REQUEST_LINE.exec(startLine);
  if (request) {
    const [, method = '', target = '', minor = ''] = request;
    return { kind: 'request', version: `1.${minor}`, method, target, fields };
  }
  const response = STATUS_LINE.exec(startLine);
  if (!response) return undefined;
  const [, minor = '', status = '', phrase = ''] = response;
  return { kind: 'response', version: `1.${minor}`, status: Number(status), phrase, fields };
}

function parseField(line: string): HttpField | undefined {
  const colon = line.indexOf(':');
  const name = line.slice(0, Math.max(0, colon));
  const value = line.slice(colon + 1);
  // Control characters in a value are no HTTP (RFC 9110 §5.5).
  if (!TOKEN.test(name) || !/^[\t\u0020-\u007E\u0080-\u00FF]*$/.test(value)) return undefined;
  return [name, value.replaceAll(/^[\t ]+|[\t ]+$/g, '')];
}

/** How a body ends (RFC 9112 §6.3): after so many bytes, with the connection, or in a way that is not understood. */
export type BodyLength = number | 'untilClose' | 'notUnderstood';

/** The length of the body behind a head. Transfer codings, chunked ones too, are not understood. RFC 9112 §6.3. */
export function bodyLengthOf(head: HttpHead): BodyLength {
  const hasNone =
    head.kind === 'response' && (head.status < 200 || head.status === 204 || head.status === 304);
  if (hasNone) return 0;
  const valuesOf = (wanted: string): readonly string[] =>
    head.fields.flatMap(([name, value]) => (name.toLowerCase() === wanted ? [value] : []));
  if (valuesOf('transfer-encoding').length > 0) return 'notUnderstood';
  const lengths = [...new Set(valuesOf('content-length').flatMap((value) => value.split(/\s*,\s*/)))];
  const [length] = lengths;
  if (length === undefined) return head.kind === 'request' ? 0 : 'untilClose';
  return lengths.length === 1 && CONTENT_LENGTH.test(length) ? Number(length) : 'notUnderstood';
}
