import { textPayload } from '../street';
import { CLASSROOM_TCP } from '../tcpPresets';
import { host, presetTown, road, router } from './town';

const MS = 1_000_000;
/** No port of HTTP, as the letter is none: Wireshark would try to read it as such. */
const ROOM = { tcp: 9000, udp: 9000 } as const;

/** The first street as a town: a greeting from C to S over a road that loses some of it. */
export const letter = presetTown({
  id: 'letter',
  topic: 'transport',
  hosts: [host('C', '192.0.2.10', 90, 300), host('S', '198.51.100.20', 910, 300)],
  routers: [
    router('R1', '203.0.113.1', 290, 300),
    router('R2', '203.0.113.2', 500, 300),
    router('R3', '203.0.113.3', 710, 300),
  ],
  roads: [
    road('C', 'R1', { delayMs: 10, rateBps: 100_000_000 }),
    road('R1', 'R2', { delayMs: 10, rateBps: 100_000_000 }),
    road('R2', 'R3', { delayMs: 30, rateBps: 1_000_000, queuePackets: 20, weather: { loss: 0.2 } }),
    road('R3', 'S', { delayMs: 10, rateBps: 100_000_000 }),
  ],
  apps: [
    { kind: 'receive', host: 'S', port: ROOM },
    {
      kind: 'send',
      host: 'C',
      port: 50_000,
      to: { address: '198.51.100.20', port: ROOM },
      payload: textPayload('HELLO, WORLD'),
      pieceBytes: 1,
      startNs: 0,
      everyNs: 20 * MS,
    },
  ],
  over: { seed: 405, tcp: CLASSROOM_TCP },
});
