import { latin1Octets } from './latin1';

/** A field line (RFC 9110 §5): its name as it was written, its value without the white space around it. */
export type HttpField = readonly [name: string, value: string];

interface HttpMessageParts {
  /** `1.1` or `1.0`. */
  readonly version: string;
  readonly fields: readonly HttpField[];
  readonly body: Uint8Array<ArrayBuffer>;
}

export interface HttpRequest extends HttpMessageParts {
  readonly kind: 'request';
  readonly method: string;
  readonly target: string;
}

export interface HttpResponse extends HttpMessageParts {
  readonly kind: 'response';
  readonly status: number;
  readonly phrase: string;
}

/** An HTTP/1.1 message (RFC 9112 §2.1). */
export type HttpMessage = HttpRequest | HttpResponse;

/** What a message begins with, without its body. */
export type HttpHead = Omit<HttpRequest, 'body'> | Omit<HttpResponse, 'body'>;

/** The reason phrases of RFC 9110 §15 that the town's servers use. */
export const PHRASES: Readonly<Record<number, string>> = {
  200: 'OK',
  400: 'Bad Request',
  404: 'Not Found',
  501: 'Not Implemented',
};

/** The message as it goes over the wire; fields in the order given, none added. RFC 9112 §2.1. */
export function encodeHttp(message: HttpMessage): Uint8Array<ArrayBuffer> {
  const lines = [startLineOf(message), ...message.fields.map(([name, value]) => `${name}: ${value}`), '', ''];
  const head = latin1Octets(lines.join('\r\n'));
  const bytes = new Uint8Array(head.length + message.body.length);
  bytes.set(head);
  bytes.set(message.body, head.length);
  return bytes;
}

/** Its first line: `GET / HTTP/1.1`, `HTTP/1.1 200 OK` (RFC 9112 §3, §4). */
export function startLineOf(head: HttpHead): string {
  if (head.kind === 'request') return `${head.method} ${head.target} HTTP/${head.version}`;
  return `HTTP/${head.version} ${head.status} ${head.phrase}`;
}

/** The value of the first field of that name, in whatever case (RFC 9110 §5.1); undefined without one. */
export function fieldValue({ fields }: Pick<HttpHead, 'fields'>, name: string): string | undefined {
  return fields.find((field) => isNamed(field, name))?.[1];
}

/** Whether a field has that name, in whatever case. */
export function isNamed([name]: HttpField, wanted: string): boolean {
  return name.toLowerCase() === wanted.toLowerCase();
}

/** Whether the connection stays open after this message (RFC 9112 §9.3). */
export function isPersistent(head: HttpHead): boolean {
  const options = head.fields
    .filter((field) => isNamed(field, 'Connection'))
    .flatMap(([, value]) => value.toLowerCase().split(','))
    .map((option) => option.trim());
  if (options.includes('close')) return false;
  return head.version !== '1.0' || options.includes('keep-alive');
}
