import { bytesField, type Dissection, type Field } from './field';
import { parseHead } from './httpHead';
import { latin1Text } from './latin1';
import { uint8At } from './octets';

const LF = 0x0a;
/** How far a start line is looked for, in bytes. */
const LONGEST_LINE = 2000;

/** Whether a segment's data begin with the start line of a message: nothing else of it can be told from one segment. */
export function beginsHttp(packet: Uint8Array, start: number, end: number): boolean {
  const lineEnd = endOfLine(packet, start, Math.min(end, start + LONGEST_LINE));
  return lineEnd > start && parseHead(latin1Text(packet.subarray(start, lineEnd))) !== undefined;
}

/** Dissects the start line and the field lines that lie in this segment; the body is payload. RFC 9112 §2.1. */
export function dissectHttp(packet: Uint8Array, start: number, end: number): Dissection {
  const fields: Field[] = [];
  let at = start;
  for (let lineEnd = endOfLine(packet, at, end); lineEnd > at; lineEnd = endOfLine(packet, at, end)) {
    const text = latin1Text(packet.subarray(at, lineEnd)).replace(/\r?\n$/, '');
    const name = text === '' ? 'http.emptyLine' : at === start ? 'http.startLine' : 'http.field';
    fields.push({ ...bytesField(packet, name, at, lineEnd), value: text, display: 'text' });
    at = lineEnd;
    if (text === '') break;
  }
  return { fields, end: at, payloadEnd: end };
}

/** One past the line feed that ends the line at `start`, or `start` if it is not here. */
function endOfLine(packet: Uint8Array, start: number, end: number): number {
  for (let at = start; at < end; at += 1) if (uint8At(packet, at) === LF) return at + 1;
  return start;
}
