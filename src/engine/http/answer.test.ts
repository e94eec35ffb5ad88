import { describe, expect, it } from 'vitest';
import type { HttpField, HttpRequest } from '../../wire/http';
import { NO_BYTES } from '../../wire/octets';
import { answerTo } from './answer';
import { page } from './webBench';

const HOST: HttpField = ['Host', 'a.example'];

function statusOf(over: Partial<HttpRequest>): number {
  const request: HttpRequest = {
    kind: 'request',
    method: 'GET',
    target: '/',
    version: '1.1',
    fields: [HOST],
    body: NO_BYTES,
    ...over,
  };
  return answerTo(request, [page('/', 5)], 'keep-alive').status;
}

describe('a server answers', () => {
  it('200 with the page, and says how long it is (RFC 9110 §8.6)', () => {
    const request = {
      kind: 'request',
      method: 'GET',
      target: '/',
      version: '1.1',
      fields: [HOST],
      body: NO_BYTES,
    } as const;
    expect(answerTo(request, [page('/', 5)], 'close')).toMatchObject({
      status: 200,
      fields: [
        ['Content-Type', 'text/plain'],
        ['Content-Length', '5'],
        ['Connection', 'close'],
      ],
    });
  });

  it('400 to a request of HTTP/1.1 that does not name its host once (RFC 9112 §3.2)', () => {
    expect(statusOf({ fields: [] })).toBe(400);
    expect(statusOf({ fields: [HOST, HOST] })).toBe(400);
    expect(statusOf({ fields: [], version: '1.0' })).toBe(200);
  });

  it('404 for a path that it does not have, 501 to other methods (RFC 9110 §15.5.5, §15.6.2)', () => {
    expect(statusOf({ target: '/other' })).toBe(404);
    expect(statusOf({ method: 'DELETE' })).toBe(501);
  });
});
