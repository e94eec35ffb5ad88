import { tracing } from './ipParts';
import { host, presetTown, road, router } from './town';

const MS = 1_000_000;
const WEST = '192.0.2.0/24';
const EAST = '198.51.100.0/24';

/** Traceroute finds five routers from the west, and others from the east: there and back are two roads. */
export const ttl = presetTown({
  id: 'ttl',
  topic: 'ip',
  hosts: [host('A', '192.0.2.10', 80, 300), host('B', '198.51.100.20', 920, 300)],
  routers: [
    router('R1', '203.0.113.1', 240, 300, {
      routes: [
        { prefix: WEST, link: 'A-R1' },
        { prefix: EAST, link: 'R1-R2' },
      ],
    }),
    router('R2', '203.0.113.2', 390, 150, {
      routes: [
        { prefix: WEST, link: 'R1-R2' },
        { prefix: EAST, link: 'R2-R3' },
      ],
    }),
    router('R3', '203.0.113.3', 610, 150, {
      routes: [
        { prefix: WEST, link: 'R2-R3' },
        { prefix: EAST, link: 'R3-R4' },
      ],
    }),
    router('R4', '203.0.113.4', 760, 300, {
      routes: [
        { prefix: WEST, link: 'R5-R4' },
        { prefix: EAST, link: 'R4-B' },
      ],
    }),
    router('R5', '203.0.113.5', 500, 460, {
      routes: [
        { prefix: WEST, link: 'R1-R5' },
        { prefix: EAST, link: 'R5-R4' },
      ],
    }),
  ],
  roads: [
    road('A', 'R1'),
    road('R1', 'R2', { delayMs: 10 }),
    road('R2', 'R3', { delayMs: 10 }),
    road('R3', 'R4', { delayMs: 10 }),
    road('R4', 'B'),
    road('R1', 'R5', { delayMs: 25 }),
    road('R5', 'R4', { delayMs: 25 }),
  ],
  apps: [tracing('A', '198.51.100.20'), tracing('B', '192.0.2.10', { port: 50_002, startNs: 800 * MS })],
  routing: 'manual',
});
