import { pinging } from './ipParts';
import { host, presetTown, road, router } from './town';

const MS = 1_000_000;
const HERE = '192.0.2.0/24';
const THERE = '198.51.100.0/24';

/** R2 and R3 each take the other for the way to B: a packet goes to and fro until its TTL is used up. */
export const loop = presetTown({
  id: 'loop',
  topic: 'ip',
  hosts: [host('A', '192.0.2.10', 90, 300), host('B', '198.51.100.20', 910, 300)],
  routers: [
    router('R1', '203.0.113.1', 290, 300, {
      routes: [
        { prefix: HERE, link: 'A-R1' },
        { prefix: THERE, link: 'R1-R2' },
      ],
    }),
    router('R2', '203.0.113.2', 500, 300, {
      routes: [
        { prefix: HERE, link: 'R1-R2' },
        { prefix: THERE, link: 'R2-R3' },
      ],
    }),
    router('R3', '203.0.113.3', 710, 300, {
      routes: [
        { prefix: HERE, link: 'R2-R3' },
        { prefix: THERE, link: 'R2-R3' },
      ],
    }),
  ],
  roads: [road('A', 'R1'), road('R1', 'R2'), road('R2', 'R3', { delayMs: 10 }), road('R3', 'B')],
  apps: [pinging('A', '198.51.100.20', { count: 2, everyNs: 1000 * MS })],
  routing: 'manual',
});
