import { filePayload } from '../street';
import { RFC_TCP } from '../tcpPresets';
import { pinging } from './ipParts';
import { reading, telling } from './portParts';
import { host, presetTown, road, router } from './town';

const MS = 1_000_000;
const S = '198.51.100.20';

/** 600 ms there and back: so much is on its way at once that a window of 64 kB leaves the line idle most of the time. */
export const satellite = presetTown({
  id: 'satellite',
  topic: 'links',
  hosts: [host('A', '192.0.2.10', 110, 470), host('S', S, 890, 470)],
  routers: [
    router('G1', '203.0.113.1', 330, 470),
    router('SAT', '203.0.113.2', 500, 120),
    router('G2', '203.0.113.3', 670, 470),
  ],
  roads: [
    road('A', 'G1', { delayMs: 10, rateBps: 100_000_000 }),
    road('G1', 'SAT', { delayMs: 140, queuePackets: 200 }),
    road('SAT', 'G2', { delayMs: 140, queuePackets: 200 }),
    road('G2', 'S', { delayMs: 10, rateBps: 100_000_000 }),
  ],
  apps: [
    pinging('A', S, { count: 1 }),
    reading('S', 'tcp', 80),
    {
      ...telling(['A', 50_000], [S, 80], '', { transport: 'tcp', startNs: 700 * MS }),
      payload: filePayload('photo.raw', 'application/octet-stream', new Uint8Array(300_000)),
      pieceBytes: 1400,
      everyNs: 0,
    },
  ],
  over: { tcp: { ...RFC_TCP, receiveBufferBytes: 65_535 } },
});
