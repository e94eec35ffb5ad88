import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  encodeHttp,
  fieldValue,
  type HttpMessage,
  type HttpResponse,
  isPersistent,
  startLineOf,
} from './http';
import { HttpReader } from './httpReader';

const bytesOf = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);
const textOf = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

/** What a reader makes of a stream that comes in these parts. */
function read(...parts: readonly (string | Uint8Array)[]) {
  const reader = new HttpReader();
  const messages = parts.flatMap((part) => reader.push(typeof part === 'string' ? bytesOf(part) : part));
  return { reader, messages };
}

const lines = (messages: readonly HttpMessage[]): readonly string[] =>
  messages.map((message) => `${startLineOf(message)} [${textOf(message.body)}]`);

/** Cut at any places. */
const cutAnyhow = (bytes: Uint8Array): fc.Arbitrary<readonly Uint8Array[]> =>
  fc.uniqueArray(fc.nat(bytes.length)).map((places) => {
    const ends = [...places.toSorted((a, b) => a - b), bytes.length];
    return ends.map((end, i) => bytes.subarray(i === 0 ? 0 : ends[i - 1], end));
  });

const REQUEST = 'GET /a?b HTTP/1.1\r\nHost: www.example.com\r\n\r\n';
const RESPONSE = 'HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello';

describe('an HTTP/1.1 message', () => {
  it('begins with its start line, then fields, an empty line and the body (RFC 9112 §2.1)', () => {
    const response: HttpResponse = {
      kind: 'response',
      version: '1.1',
      status: 200,
      phrase: 'OK',
      fields: [['Content-Length', '5']],
      body: bytesOf('hello'),
    };
    expect(textOf(encodeHttp(response))).toBe(RESPONSE);
    expect(read(RESPONSE).messages).toEqual([response]);
  });

  it('follows another on the same connection (RFC 9112 §9.3)', () => {
    const { messages, reader } = read(REQUEST + REQUEST, RESPONSE + RESPONSE);
    expect(lines(messages)).toEqual([
      'GET /a?b HTTP/1.1 []',
      'GET /a?b HTTP/1.1 []',
      'HTTP/1.1 200 OK [hello]',
      'HTTP/1.1 200 OK [hello]',
    ]);
    expect(reader.isWaiting).toBe(false);
  });

  it('is read with bare line feeds, and behind empty lines (RFC 9112 §2.2)', () => {
    expect(lines(read('\r\n\nGET / HTTP/1.1\nHost: a\n\n').messages)).toEqual(['GET / HTTP/1.1 []']);
  });

  it('has names in whatever case, and values without the space around them (RFC 9112 §5)', () => {
    const [message] = read('GET / HTTP/1.1\r\nhOsT: \t a.example  \r\n\r\n').messages;
    expect(message && fieldValue(message, 'Host')).toBe('a.example');
  });

  it('without a length lasts until the connection ends (RFC 9112 §6.3)', () => {
    const { messages, reader } = read('HTTP/1.1 200 OK\r\n\r\nhel', 'lo');
    expect(messages).toEqual([]);
    expect(lines([reader.end()!])).toEqual(['HTTP/1.1 200 OK [hello]']);
  });

  it.each(['204 No Content', '304 Not Modified', '100 Continue'])(
    '%s has no body (RFC 9112 §6.3)',
    (line) => {
      expect(lines(read(`HTTP/1.1 ${line}\r\n\r\n${RESPONSE}`).messages)).toEqual([
        `HTTP/1.1 ${line} []`,
        'HTTP/1.1 200 OK [hello]',
      ]);
    },
  );

  it.each([
    ['no start line', 'hello\r\n\r\n'],
    ['another version', 'GET / HTTP/2.0\r\n\r\n'],
    ['white space before a colon (RFC 9112 §5.1)', 'GET / HTTP/1.1\r\nHost : a\r\n\r\n'],
    ['a folded line (RFC 9112 §5.2)', 'GET / HTTP/1.1\r\nHost: a\r\n b\r\n\r\n'],
    ['two lengths (RFC 9112 §6.3)', 'GET / HTTP/1.1\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab'],
    ['a length that is no number', 'GET / HTTP/1.1\r\nContent-Length: -1\r\n\r\n'],
    ['a transfer coding', 'GET / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n'],
    ['a head without an end', `GET / HTTP/1.1\r\nX: ${'a'.repeat(9000)}`],
    ['a body beyond all measure', 'HTTP/1.1 200 OK\r\nContent-Length: 999999999\r\n\r\n'],
  ])('is none with %s', (_what, text) => {
    const { messages, reader } = read(text);
    expect([messages, reader.isMalformed]).toEqual([[], true]);
    expect(reader.push(bytesOf(REQUEST))).toEqual([]);
  });

  it.each([
    ['HTTP/1.1', '', true],
    ['HTTP/1.1', 'Connection: close', false],
    ['HTTP/1.1', 'Connection: foo, Close', false],
    ['HTTP/1.0', '', false],
    ['HTTP/1.0', 'Connection: keep-alive', true],
  ])('%s with "%s" leaves the connection open: %s (RFC 9112 §9.3)', (version, field, isOpen) => {
    const [message] = read(`GET / ${version}\r\n${field}${field && '\r\n'}\r\n`).messages;
    expect(message && isPersistent(message)).toBe(isOpen);
  });

  it('is the same in whatever parts the stream comes', () => {
    const stream = bytesOf(REQUEST + RESPONSE + RESPONSE + REQUEST);
    fc.assert(
      fc.property(cutAnyhow(stream), (parts) => {
        expect(read(...parts).messages).toEqual(read(stream).messages);
      }),
    );
  });

  it('is refused or read, whatever bytes come, and the same in whatever parts', () => {
    const pieces = fc.constantFrom(
      'GET / HTTP/1.1',
      'HTTP/1.1 200 OK',
      'Content-Length: 3',
      '\r\n',
      '\n',
      ':',
      'a',
    );
    const stream = fc.oneof(
      fc.uint8Array({ maxLength: 300 }),
      fc.array(pieces, { maxLength: 20 }).map((texts) => bytesOf(texts.join(''))),
    );
    fc.assert(
      fc.property(
        stream.chain((bytes) => cutAnyhow(bytes).map((parts) => ({ bytes, parts }))),
        ({ bytes, parts }) => {
          const whole = read(bytes);
          const cut = read(...parts);
          expect(cut.messages).toEqual(whole.messages);
          expect(cut.reader.isMalformed).toBe(whole.reader.isMalformed);
        },
      ),
    );
  });
});
