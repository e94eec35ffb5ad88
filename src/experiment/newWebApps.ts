import type { App, Host, NodeId } from './experiment';
import { utf8 } from './utf8';
import type { Page, StreamServerApp, WebServerApp } from './webApps';

const SECOND_NS = 1_000_000_000;
/** RFC 9110 §4.2.1. */
export const WEB_PORT = 80;
/** RFC 9110 §4.2.2, RFC 9114 §3.1. */
export const STREAM_PORT = 443;
const PAGES: readonly Page[] = [{ path: '/', mediaType: 'text/html', bytes: utf8('<h1>Hello</h1>') }];

/** What serves pages. */
export type PageServer = WebServerApp | StreamServerApp;

/** A server with one page. */
export function webServer(host: NodeId, port = WEB_PORT): WebServerApp {
  return { kind: 'webServer', host, port, pages: PAGES, keepsAliveNs: 5 * SECOND_NS };
}

/** A server with one page over the model of QUIC. */
export function streamServer(host: NodeId, port = STREAM_PORT): StreamServerApp {
  return { kind: 'streamServer', host, port, pages: PAGES };
}

/** Opens the first page of that server, the way it serves it. */
export function browse(host: NodeId, { address }: Host, server: PageServer): App {
  return {
    kind: 'browse',
    host,
    resolver: null,
    urls: [urlAt(address, server)],
    startNs: 0,
    everyNs: SECOND_NS,
    reusesConnections: true,
  };
}

/** What serves pages on that computer, if anything does. */
export function serverAt(apps: readonly App[], host: NodeId): PageServer | undefined {
  return apps.filter(isServer).find((app) => app.host === host);
}

function isServer(app: App): app is PageServer {
  return app.kind === 'webServer' || app.kind === 'streamServer';
}

function urlAt(address: string, server: PageServer): string {
  const scheme = server.kind === 'streamServer' ? 'h3' : server.tls ? 'https' : 'http';
  const usual = scheme === 'http' ? WEB_PORT : STREAM_PORT;
  const path = server.pages[0]?.path ?? '/';
  return `${scheme}://${address}${server.port === usual ? '' : `:${server.port}`}${path}`;
}
