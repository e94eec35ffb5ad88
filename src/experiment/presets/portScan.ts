import { CLASSROOM_TCP } from '../tcpPresets';
import { reading, serving } from './portParts';
import { host, presetTown, road, router } from './town';

const MS = 1_000_000;
const S = '198.51.100.20';

/** Knocking at six doors: open, closed and filtered ones answer in ways of their own, and silence can mean two things. */
export const portScan = presetTown({
  id: 'port-scan',
  topic: 'ports',
  hosts: [
    host('C', '192.0.2.10', 120, 300),
    host('S', S, 880, 300, { filters: [{ transport: 'tcp', port: 3306 }] }),
  ],
  routers: [router('R1', '203.0.113.1', 370, 300), router('R2', '203.0.113.2', 630, 300)],
  roads: [
    road('C', 'R1', { delayMs: 10 }),
    road('R1', 'R2', { delayMs: 30 }),
    road('R2', 'S', { delayMs: 10 }),
  ],
  apps: [
    serving('S', 80, '<h1>Welcome</h1>'),
    { kind: 'echo', host: 'S', transport: 'udp', port: 7 },
    reading('S', 'udp', 8090),
    {
      kind: 'portScan',
      host: 'C',
      to: S,
      doors: [
        { transport: 'tcp', port: 80 },
        { transport: 'tcp', port: 23 },
        { transport: 'udp', port: 9000 },
        { transport: 'tcp', port: 3306 },
        { transport: 'udp', port: 7 },
        { transport: 'udp', port: 8090 },
      ],
      startNs: 0,
      everyNs: 200 * MS,
      waitNs: 10_000 * MS,
    },
  ],
  over: { tcp: CLASSROOM_TCP },
});
