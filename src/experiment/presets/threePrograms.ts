import { callPayload } from '../call';
import { CLASSROOM_TCP } from '../tcpPresets';
import { asking, reading, serving, telling } from './portParts';
import { host, presetTown, road, router } from './town';

const MS = 1_000_000;
const HOME = '192.0.2.10';

/** The lecture's own figure: a game, a call and a browser behind one address, and a postcard to a room where nobody is. */
export const threePrograms = presetTown({
  id: 'three-programs',
  topic: 'ports',
  hosts: [
    host('C', HOME, 110, 300),
    host('GAME', '198.51.100.20', 880, 110),
    host('CALL', '198.51.101.20', 880, 300),
    host('WEB', '198.51.102.20', 880, 490),
  ],
  routers: [router('R1', '203.0.113.1', 370, 300), router('R2', '203.0.113.2', 620, 300)],
  roads: [
    road('C', 'R1', { delayMs: 5 }),
    road('R1', 'R2', { delayMs: 20 }),
    road('R2', 'GAME', { delayMs: 5 }),
    road('R2', 'CALL', { delayMs: 5 }),
    road('R2', 'WEB', { delayMs: 5 }),
  ],
  apps: [
    reading('C', 'udp', 8090),
    reading('C', 'udp', 21_000),
    serving('WEB', 80, '<h1>Hello</h1>'),
    telling(['GAME', 8090], [HOME, 8090], 'jump  left  fire  right jump  fire  ', {
      transport: 'udp',
      pieceBytes: 6,
    }),
    {
      ...telling(['CALL', 21_000], [HOME, 21_000], '', { transport: 'udp', startNs: 20 * MS }),
      payload: callPayload(12),
      pieceBytes: 164,
      everyNs: 40 * MS,
    },
    asking(['C', 10_010], ['198.51.102.20', 80], { startNs: 10 * MS }),
    telling(['GAME', 8091], [HOME, 9999], 'anybody?', { transport: 'udp', startNs: 350 * MS }),
  ],
  over: { tcp: CLASSROOM_TCP },
});
