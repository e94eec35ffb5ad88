import { host, presetTown, road, router } from './town';

const MS = 1_000_000;

/** Two houses and two routers: is anybody there, and who is on the way? */
export const ping = presetTown({
  id: 'ping',
  topic: 'ip',
  hosts: [host('A', '192.0.2.10', 120, 300), host('B', '198.51.100.20', 880, 300)],
  routers: [router('R1', '203.0.113.1', 375, 300), router('R2', '203.0.113.2', 625, 300)],
  roads: [
    road('A', 'R1', { delayMs: 5 }),
    road('R1', 'R2', { delayMs: 30 }),
    road('R2', 'B', { delayMs: 5 }),
  ],
  apps: [
    {
      kind: 'ping',
      host: 'A',
      to: '198.51.100.20',
      identifier: 1,
      count: 3,
      dataBytes: 32,
      startNs: 0,
      everyNs: 200 * MS,
    },
    {
      kind: 'traceroute',
      host: 'A',
      port: 50_001,
      to: '198.51.100.20',
      maxHops: 8,
      startNs: 700 * MS,
      waitNs: 1000 * MS,
    },
  ],
});
