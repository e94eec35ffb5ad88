import { CLASSROOM_TCP } from '../tcpPresets';
import { presetTown } from './town';
import { htmlPage } from './webPages';
import { WEB_ROAD, WEB_SERVER } from './webRoad';

const SECOND = 1_000_000_000;
const PAGES = [htmlPage('/', 'Open or sealed', 2500)];

/** The same page in the clear, sealed, and sealed again on the connection that is open: one round trip more, then two less. */
export const https = presetTown({
  id: 'https',
  topic: 'web',
  ...WEB_ROAD,
  apps: [
    { kind: 'webServer', host: 'S', port: 80, pages: PAGES, keepsAliveNs: 5 * SECOND },
    { kind: 'webServer', host: 'S', port: 443, tls: true, pages: PAGES, keepsAliveNs: 5 * SECOND },
    {
      kind: 'browse',
      host: 'C',
      resolver: null,
      urls: [`http://${WEB_SERVER}/`, `https://${WEB_SERVER}/`, `https://${WEB_SERVER}/`],
      startNs: 0,
      everyNs: SECOND,
      reusesConnections: true,
    },
  ],
  over: { tcp: CLASSROOM_TCP },
});
