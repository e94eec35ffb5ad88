import { host, road, router } from './town';

export const WEB_SERVER = '198.51.100.20';

/** A browser and a server with two routers between them: 40 ms one way. */
export const WEB_ROAD = {
  hosts: [host('C', '192.0.2.10', 110, 300), host('S', WEB_SERVER, 890, 300)],
  routers: [router('R1', '203.0.113.1', 370, 300), router('R2', '203.0.113.2', 630, 300)],
  roads: [
    road('C', 'R1', { delayMs: 5 }),
    road('R1', 'R2', { delayMs: 30 }),
    road('R2', 'S', { delayMs: 5 }),
  ],
};
