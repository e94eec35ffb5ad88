import { CLASSROOM_TCP } from '../tcpPresets';
import { reading, telling } from './portParts';
import { host, presetTown, road, router } from './town';

const MS = 1_000_000;
const S = '198.51.100.20';

/** Four connections to one room: what tells them apart is the pair of sockets; the same pair a second time is refused. */
export const oneRoom = presetTown({
  id: 'one-room-many-visitors',
  topic: 'ports',
  hosts: [
    host('C', '192.0.2.10', 110, 130),
    host('C2', '192.0.2.77', 110, 300),
    host('C3', '192.0.2.78', 110, 470),
    host('S', S, 880, 300),
  ],
  routers: [router('R1', '203.0.113.1', 370, 300), router('R2', '203.0.113.2', 620, 300)],
  roads: [
    road('C', 'R1', { delayMs: 5 }),
    road('C2', 'R1', { delayMs: 5 }),
    road('C3', 'R1', { delayMs: 5 }),
    road('R1', 'R2', { delayMs: 30 }),
    road('R2', 'S', { delayMs: 5 }),
  ],
  apps: [
    reading('S', 'tcp', 443),
    telling(['C', 50_000], [S, 443], 'first tab of C, with a long letter'),
    telling(['C', 50_001], [S, 443], 'second tab of C, from the next port', { startNs: 40 * MS }),
    telling(['C2', 50_000], [S, 443], 'C2 calls from 50000 as well', { startNs: 80 * MS }),
    telling(['C3', 50_000], [S, 443], 'and so does C3', { startNs: 120 * MS }),
    telling(['C', 50_000], [S, 443], 'the same pair again', { startNs: 200 * MS }),
  ],
  over: { tcp: CLASSROOM_TCP },
});
