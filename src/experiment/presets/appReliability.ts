import { filePayload } from '../street';
import { CLASSROOM_TCP } from '../tcpPresets';
import { latin1Octets } from '../../wire/latin1';
import { host, presetTown, road, router } from './town';

const MS = 1_000_000;
const PORTS = { tcp: 9000, udp: 9000 };
const TEXT = 'UDP promises nothing, so the app numbers its blocks, waits, repeats and sorts out doubles.';

/** Reliability over UDP that the app makes itself: a number, an answer, a timer, a filter against doubles. */
export const appReliability = presetTown({
  id: 'app-reliability',
  topic: 'transport',
  hosts: [host('C', '192.0.2.10', 110, 300), host('S', '198.51.100.20', 890, 300)],
  routers: [router('R1', '203.0.113.1', 370, 300), router('R2', '203.0.113.2', 630, 300)],
  roads: [
    road('C', 'R1', { delayMs: 5 }),
    road('R1', 'R2', { delayMs: 30, weather: { loss: 0.2, duplicate: 0.1 } }),
    road('R2', 'S', { delayMs: 5 }),
  ],
  apps: [
    { kind: 'receive', host: 'S', transport: 'udp', port: PORTS, acknowledges: true },
    {
      kind: 'send',
      host: 'C',
      transport: 'udp',
      port: 50_000,
      to: { address: '198.51.100.20', port: PORTS },
      payload: filePayload('promise.txt', 'text/plain', latin1Octets(TEXT)),
      pieceBytes: 14,
      startNs: 0,
      everyNs: 20 * MS,
      reliability: { kind: 'stopAndWait', timerNs: 150 * MS },
    },
  ],
  over: { lanes: ['udp'], seed: 7, tcp: CLASSROOM_TCP },
});
