import { textPayload } from '../street';
import { host, presetTown, road, router } from './town';

const MS = 1_000_000;
const HERE = '192.0.2.0/24';
const THERE = '198.51.100.0/24';

/** Postcards go by R2, but for some that are sent round by R4 and come late; answers all come back by R4. */
export const twoPaths = presetTown({
  id: 'two-paths',
  topic: 'ip',
  hosts: [host('C', '192.0.2.10', 90, 300), host('S', '198.51.100.20', 910, 300)],
  routers: [
    router('R1', '203.0.113.1', 280, 300, {
      routes: [
        { prefix: HERE, link: 'C-R1' },
        { prefix: THERE, link: 'R1-R2' },
      ],
    }),
    router('R2', '203.0.113.2', 500, 180, {
      routes: [
        { prefix: HERE, link: 'R1-R2' },
        { prefix: THERE, link: 'R2-R3' },
      ],
    }),
    router('R3', '203.0.113.3', 720, 300, {
      routes: [
        { prefix: HERE, link: 'R4-R3' },
        { prefix: THERE, link: 'R3-S' },
      ],
    }),
    router('R4', '203.0.113.4', 500, 460, {
      routes: [
        { prefix: HERE, link: 'R1-R4' },
        { prefix: THERE, link: 'R4-R3' },
      ],
    }),
  ],
  roads: [
    road('C', 'R1'),
    road('R1', 'R2', { delayMs: 10, detour: 'R1-R4', weather: { reorder: 0.3 } }),
    road('R2', 'R3', { delayMs: 10 }),
    road('R3', 'S'),
    road('R1', 'R4', { delayMs: 40 }),
    road('R4', 'R3', { delayMs: 40 }),
  ],
  apps: [
    { kind: 'echo', host: 'S', port: 7, transport: 'udp' },
    {
      kind: 'send',
      transport: 'udp',
      host: 'C',
      port: 50_000,
      to: { address: '198.51.100.20', port: { tcp: 7, udp: 7 } },
      payload: textPayload('123456789'),
      pieceBytes: 1,
      startNs: 0,
      everyNs: 20 * MS,
    },
  ],
  routing: 'manual',
});
