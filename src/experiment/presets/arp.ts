import { pinging } from './ipParts';
import { host, presetTown, road, router } from './town';

const SECOND_NS = 1_000_000_000;
const resolves = true;

/** Three pings: before the first neighbours ask for each other, the second finds them known, the third comes too late for that. */
export const arp = presetTown({
  id: 'arp',
  topic: 'links',
  hosts: [host('A', '192.0.2.10', 120, 300), host('B', '198.51.100.20', 880, 300)],
  routers: [router('R1', '203.0.113.1', 500, 300)],
  roads: [road('A', 'R1', { resolves, delayMs: 10 }), road('R1', 'B', { resolves, delayMs: 10 })],
  apps: [
    pinging('A', '198.51.100.20', { count: 2, everyNs: 30 * SECOND_NS }),
    pinging('A', '198.51.100.20', { identifier: 2, count: 1, startNs: 95 * SECOND_NS }),
  ],
});
