import { CLASSROOM_TCP } from '../tcpPresets';
import { host, presetTown, road, router } from './town';
import { htmlPage } from './webPages';

const SECOND = 1_000_000_000;
const PAGES = [htmlPage('/', 'Open or sealed', 3000)];
const SERVER = '198.51.100.20';

/** The same page in the clear, sealed, and sealed again on the connection that is open: one round trip more, then two less. */
export const https = presetTown({
  id: 'https',
  topic: 'web',
  hosts: [host('C', '192.0.2.10', 110, 300), host('S', SERVER, 890, 300)],
  routers: [router('R1', '203.0.113.1', 370, 300), router('R2', '203.0.113.2', 630, 300)],
  roads: [
    road('C', 'R1', { delayMs: 5 }),
    road('R1', 'R2', { delayMs: 30 }),
    road('R2', 'S', { delayMs: 5 }),
  ],
  apps: [
    { kind: 'webServer', host: 'S', port: 80, pages: PAGES, keepsAliveNs: 5 * SECOND },
    { kind: 'webServer', host: 'S', port: 443, tls: true, pages: PAGES, keepsAliveNs: 5 * SECOND },
    {
      kind: 'browse',
      host: 'C',
      resolver: null,
      urls: [`http://${SERVER}/`, `https://${SERVER}/`, `https://${SERVER}/`],
      startNs: 0,
      everyNs: SECOND,
      reusesConnections: true,
    },
  ],
  over: { tcp: CLASSROOM_TCP },
});
