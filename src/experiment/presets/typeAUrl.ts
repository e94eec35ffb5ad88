import { DNS_SERVERS, DNS_TOWN, RESOLVER } from './dnsTown';
import { presetTown } from './town';
import { htmlPage } from './webPages';

const SECOND = 1_000_000_000;

/** The whole journey: the name from the root down, the connection, the page; then the same page again. */
export const typeAUrl = presetTown({
  ...DNS_TOWN,
  id: 'type-a-url',
  topic: 'web',
  apps: [
    ...DNS_SERVERS,
    {
      kind: 'webServer',
      host: 'www',
      port: 80,
      pages: [htmlPage('/', 'Hello from www.example.com', 2500)],
      keepsAliveNs: 5 * SECOND,
    },
    {
      kind: 'browse',
      host: 'C',
      resolver: RESOLVER,
      urls: ['http://www.example.com/', 'http://www.example.com/'],
      startNs: 0,
      everyNs: 2 * SECOND,
      reusesConnections: true,
    },
  ],
});
