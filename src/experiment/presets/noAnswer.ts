import { pinging } from './ipParts';
import { host, presetTown, road, router } from './town';

const MS = 1_000_000;
const resolves = true;

/** Three addresses that nobody answers at: a host that is off, one behind a silent router, and one that no router knows. */
export const noAnswer = presetTown({
  id: 'no-answer',
  topic: 'ip',
  hosts: [
    host('C', '192.0.2.10', 110, 300),
    host('OFF', '198.51.100.20', 880, 110),
    host('QUIET', '198.51.101.20', 880, 300),
    host('GONE', '198.51.102.20', 880, 490),
  ],
  routers: [
    router('R1', '203.0.113.1', 360, 300, {
      routes: [
        { prefix: '192.0.2.0/24', link: 'C-R1' },
        { prefix: '198.51.100.0/24', link: 'R1-R2' },
        { prefix: '198.51.101.0/24', link: 'R1-R3' },
        { prefix: '198.51.102.0/24', link: 'R1-R4' },
      ],
    }),
    router('R2', '203.0.113.2', 620, 110, {
      routes: [
        { prefix: '198.51.100.0/24', link: 'R2-OFF' },
        { prefix: '0.0.0.0/0', link: 'R1-R2' },
      ],
    }),
    router('R3', '203.0.113.3', 620, 300, {
      silent: true,
      routes: [
        { prefix: '198.51.101.0/24', link: 'R3-QUIET' },
        { prefix: '0.0.0.0/0', link: 'R1-R3' },
      ],
    }),
    router('R4', '203.0.113.4', 620, 490, { routes: [{ prefix: '192.0.2.0/24', link: 'R1-R4' }] }),
  ],
  roads: [
    road('C', 'R1', { resolves, delayMs: 10 }),
    road('R1', 'R2', { resolves, delayMs: 10 }),
    road('R1', 'R3', { resolves, delayMs: 10 }),
    road('R1', 'R4', { resolves, delayMs: 10 }),
    road('R2', 'OFF', { resolves, delayMs: 10 }),
    road('R3', 'QUIET', { resolves, delayMs: 10 }),
    road('R4', 'GONE', { resolves, delayMs: 10 }),
  ],
  apps: [
    pinging('C', '198.51.100.20', { identifier: 1, count: 2 }),
    pinging('C', '198.51.101.20', { identifier: 2, count: 2, startNs: 100 * MS }),
    pinging('C', '198.51.102.20', { identifier: 3, count: 2, startNs: 200 * MS }),
  ],
  routing: 'manual',
  over: {
    commands: [
      { kind: 'powerOff', atNs: 0, host: 'OFF' },
      { kind: 'powerOff', atNs: 0, host: 'QUIET' },
    ],
  },
});
