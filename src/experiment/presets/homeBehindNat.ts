import { CLASSROOM_TCP } from '../tcpPresets';
import { asking, serving, telling } from './portParts';
import { host, presetTown, road, router } from './town';

const MS = 1_000_000;
const SECOND = 1000 * MS;
const HOME = '203.0.113.7';
const WEB = '198.51.100.20';

/** Two hosts at home call from the same port; the outside sees one address, and comes in only where a row says so. */
export const homeBehindNat = presetTown({
  id: 'home-behind-nat',
  topic: 'ports',
  hosts: [
    host('PC', '192.168.0.10', 110, 170),
    host('TV', '192.168.0.11', 110, 430),
    host('WEB', WEB, 880, 170),
    host('X', '198.51.101.77', 880, 430),
  ],
  routers: [
    router('GW', HOME, 370, 300, {
      nat: {
        outside: 'GW-ISP',
        idleNs: 120 * SECOND,
        forwards: [{ transport: 'tcp', port: 8080, to: '192.168.0.11', toPort: 80 }],
      },
    }),
    router('ISP', '203.0.113.1', 630, 300),
  ],
  roads: [
    road('PC', 'GW', { delayMs: 2 }),
    road('TV', 'GW', { delayMs: 2 }),
    road('GW', 'ISP', { delayMs: 20 }),
    road('ISP', 'WEB', { delayMs: 5 }),
    road('ISP', 'X', { delayMs: 5 }),
  ],
  apps: [
    { kind: 'echo', host: 'WEB', transport: 'udp', port: 7 },
    serving('TV', 80, '<h1>The camera at home</h1>'),
    telling(['PC', 50_000], [WEB, 7], 'from the PC', { transport: 'udp' }),
    telling(['TV', 50_000], [WEB, 7], 'from the TV', { transport: 'udp', startNs: 50 * MS }),
    asking(['X', 40_000], [HOME, 8080], { startNs: 400 * MS }),
    telling(['X', 40_001], [HOME, 61_003], 'let me in', { transport: 'udp', startNs: 700 * MS }),
  ],
  over: { tcp: CLASSROOM_TCP },
});
