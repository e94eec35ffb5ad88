import type { ZoneRecord } from '../nameApps';
import { DNS_SERVERS, DNS_TOWN, RESOLVER } from './dnsTown';
import { host, presetTown, road } from './town';
import { htmlPage } from './webPages';

const SECOND = 1_000_000_000;
const SILENT = '198.51.100.21';
const REFUSING = '198.51.100.22';
const SERVING = '198.51.100.20';

const address = (name: string, data: string): ZoneRecord => ({ name, ttlSeconds: 60, type: 'A', data });
/** Each name has the server that serves in the second place only. */
const RECORDS = [
  address('shop.example.com', SILENT),
  address('shop.example.com', SERVING),
  address('news.example.com', REFUSING),
  address('news.example.com', SERVING),
];

/** Names with two addresses of which the first does not do: one server is silent, another has closed its door. */
export const twoAddresses = presetTown({
  ...DNS_TOWN,
  id: 'two-addresses',
  topic: 'web',
  hosts: [
    ...DNS_TOWN.hosts,
    host('quiet', SILENT, 780, 560, { filters: [{ transport: 'tcp', port: 80 }] }),
    host('shut', REFUSING, 480, 560),
  ],
  roads: [...DNS_TOWN.roads, road('R2', 'quiet', { delayMs: 10 }), road('R2', 'shut', { delayMs: 10 })],
  apps: [
    ...DNS_SERVERS.map((app) =>
      app.kind === 'nameServer' && app.host === 'ns'
        ? { ...app, zones: app.zones.map((zone) => ({ ...zone, records: [...zone.records, ...RECORDS] })) }
        : app,
    ),
    {
      kind: 'webServer',
      host: 'www',
      port: 80,
      pages: [htmlPage('/', 'Here I am', 1000)],
      keepsAliveNs: 5 * SECOND,
    },
    {
      kind: 'browse',
      host: 'C',
      resolver: RESOLVER,
      urls: ['http://shop.example.com/', 'http://news.example.com/'],
      startNs: 0,
      everyNs: SECOND,
      reusesConnections: true,
    },
  ],
});
