import type { Nanoseconds, NodeId } from './experiment';

/** What a server has to give under a path. */
export interface Page {
  /** Begins with a slash. */
  readonly path: string;
  /** Media type such as `text/html`. */
  readonly mediaType: string;
  /** In JSON these are base64. */
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** Answers GET over TCP (RFC 9112); what it does not have is 404. In every lane. */
export interface WebServerApp {
  readonly kind: 'webServer';
  readonly host: NodeId;
  readonly port: number;
  readonly pages: readonly Page[];
  /** Behind the model of TLS 1.3; left out: in the clear. */
  readonly tls?: true;
  /** So long it keeps a connection on which nothing is asked (RFC 9112 §9.5); 0: it closes after each answer. */
  readonly keepsAliveNs: Nanoseconds;
}

/** Opens pages: url i from 0 at `startNs + i * everyNs`, with all that a page shows. In every lane. */
export interface BrowseApp {
  readonly kind: 'browse';
  readonly host: NodeId;
  /** Address of the resolver that it asks for names; `null`: it only knows addresses. */
  readonly resolver: string | null;
  /** `http://name[:port]/path`; `https://` behind the model of TLS 1.3, `h3://` over the model of QUIC. */
  readonly urls: readonly string[];
  readonly startNs: Nanoseconds;
  readonly everyNs: Nanoseconds;
  /** Asks again on a connection that is open (RFC 9112 §9.3); else it closes when it has the page. */
  readonly reusesConnections: boolean;
}

/** Answers GET on streams over UDP: the model of QUIC (RFC 9000). In every lane. */
export interface StreamServerApp {
  readonly kind: 'streamServer';
  readonly host: NodeId;
  readonly port: number;
  readonly pages: readonly Page[];
}

export type WebApp = WebServerApp | BrowseApp | StreamServerApp;

/** The number of an app's first page load: those of all browsing apps are counted through, in the order of the apps. */
export function firstLoadOf(apps: readonly { readonly kind: string }[], app: BrowseApp): number {
  let loads = 0;
  for (const other of apps) {
    if (other === app) break;
    if (isBrowsing(other)) loads += other.urls.length;
  }
  return loads;
}

function isBrowsing(app: { readonly kind: string }): app is BrowseApp {
  return app.kind === 'browse';
}
