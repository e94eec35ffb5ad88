import type { ReceiveApp, SendApp, Transport } from '../experiment';
import { textPayload } from '../street';
import type { WebServerApp } from '../webApps';
import { utf8 } from '../utf8';

const MS = 1_000_000;

/** Reads what comes to one port of one transport. */
export function reading(host: string, transport: Transport, port: number): ReceiveApp {
  return { kind: 'receive', host, transport, port: { tcp: port, udp: port } };
}

/** Sends a short text from one port to another: ten letters at once, a tenth of a second apart. */
export function telling(
  [host, port]: readonly [host: string, port: number],
  [address, toPort]: readonly [address: string, port: number],
  text: string,
  over: Partial<SendApp> = {},
): SendApp {
  return {
    kind: 'send',
    host,
    port,
    to: { address, port: { tcp: toPort, udp: toPort } },
    payload: textPayload(text),
    pieceBytes: 10,
    startNs: 0,
    everyNs: 100 * MS,
    ...over,
  };
}

/** Asks a web server for its page once, from that port, as a browser would put it. */
export function asking(
  from: readonly [host: string, port: number],
  to: readonly [address: string, port: number],
  over: Partial<SendApp> = {},
): SendApp {
  const request = `GET / HTTP/1.1\r\nHost: ${to[0]}\r\nConnection: close\r\n\r\n`;
  return telling(from, to, request, { transport: 'tcp', pieceBytes: 1000, everyNs: 0, ...over });
}

/** Has one page under `/`. */
export function serving(host: string, port: number, text: string): WebServerApp {
  const page = { path: '/', mediaType: 'text/html', bytes: utf8(text) };
  return { kind: 'webServer', host, port, pages: [page], keepsAliveNs: 0 };
}
