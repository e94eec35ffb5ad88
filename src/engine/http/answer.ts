import type { Page } from '../../experiment/webApps';
import { fieldValue, type HttpRequest, type HttpResponse, isNamed, PHRASES } from '../../wire/http';
import { latin1Octets } from '../../wire/latin1';

/**
 * What a server with these pages answers (RFC 9110 §15); it says whether the connection stays open (RFC 9112 §9.6), if at all (not on
 * streams, RFC 9114 §4.2).
 */
export function answerTo(
  request: HttpRequest,
  pages: readonly Page[],
  connection: 'keep-alive' | 'close' | null,
): HttpResponse {
  const status = statusOf(request, pages);
  const page = pages.find(({ path }) => path === request.target);
  if (status === 200 && page) return response(status, page.mediaType, page.bytes, connection);
  return refusal(status, connection);
}

/** An answer without the page that was asked for: its body says its own start line. */
export function refusal(status: number, connection: 'keep-alive' | 'close' | null): HttpResponse {
  return response(status, 'text/plain', latin1Octets(`${status} ${PHRASES[status]}\n`), connection);
}

function statusOf(request: HttpRequest, pages: readonly Page[]): number {
  const hosts = request.fields.filter((field) => isNamed(field, 'Host')).length;
  // RFC 9112 §3.2: a request of HTTP/1.1 names its host once.
  if (hosts > 1 || (hosts === 0 && request.version !== '1.0') || fieldValue(request, 'Host') === '')
    return 400;
  if (request.method !== 'GET') return 501;
  return pages.some(({ path }) => path === request.target) ? 200 : 404;
}

function response(
  status: number,
  mediaType: string,
  body: Uint8Array<ArrayBuffer>,
  connection: 'keep-alive' | 'close' | null,
): HttpResponse {
  return {
    kind: 'response',
    version: '1.1',
    status,
    phrase: PHRASES[status] ?? '',
    fields: [
      ['Content-Type', mediaType],
      ['Content-Length', String(body.length)],
      ...(connection === null ? [] : [['Connection', connection] as const]),
    ],
    body,
  };
}
