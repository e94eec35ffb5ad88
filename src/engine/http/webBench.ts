import type { App, Experiment } from '../../experiment/experiment';
import type { BrowseApp, Page, StreamServerApp, WebServerApp } from '../../experiment/webApps';
import type { Run } from '../../trace/run';
import type { WebReason } from '../../trace/webReason';
import { isWebReason } from '../../trace/webReasonSource';
import { latin1Octets } from '../../wire/latin1';
import { eventsOf, house, inTown, post, road } from '../townBench';

const MS = 1_000_000;

/** A page of so many bytes, none of them markup. */
export const page = (path: string, bytes: number): Page => ({
  path,
  mediaType: 'text/plain',
  bytes: new Uint8Array(bytes).fill(0x61),
});

/** A page that shows these paths. */
export const pageShowing = (path: string, ...parts: readonly string[]): Page => ({
  path,
  mediaType: 'text/html',
  bytes: latin1Octets(parts.map((part) => `<img src="${part}">`).join('\n')),
});

export const serving = (over: Partial<WebServerApp> = {}): WebServerApp => ({
  kind: 'webServer',
  host: 'S',
  port: 80,
  pages: [page('/', 3000)],
  keepsAliveNs: 5000 * MS,
  ...over,
});

export const streaming = (pages: readonly Page[] = [page('/', 3000)]): StreamServerApp => ({
  kind: 'streamServer',
  host: 'S',
  port: 443,
  pages,
});

export const browsing = (urls: readonly string[], over: Partial<BrowseApp> = {}): BrowseApp => ({
  kind: 'browse',
  host: 'C',
  resolver: null,
  urls,
  startNs: 0,
  everyNs: 1000 * MS,
  reusesConnections: true,
  ...over,
});

/** Client and server, 20 ms apart over one router. */
export function withRoad(apps: readonly App[], over: Partial<Experiment> = {}): Experiment {
  const town = {
    hosts: [house('C', '192.0.2.10', 'C-R'), house('S', '198.51.100.20', 'R-S')],
    routers: [post('R', '203.0.113.1', '192.0.2.0/24>C-R', '198.51.100.0/24>R-S')],
    links: [road('C', 'R'), road('R', 'S')],
  };
  return inTown(town, apps, { lanes: ['tcp'], ...over });
}

/** What the programs of the web did and were told, with the times in milliseconds. */
export function webStory(run: Run): readonly string[] {
  return eventsOf(run, 'appTold').flatMap(({ timeNs, reason }) =>
    isWebReason(reason) || reason.kind === 'connected' ? [`${timeNs / MS} ${told(reason)}`] : [],
  );
}

function told(reason: WebReason | { readonly kind: 'connected' }): string {
  const { kind, ...figures } = reason;
  return [kind, ...Object.values(figures)].join(' ');
}
