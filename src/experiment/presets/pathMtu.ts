import { pinging } from './ipParts';
import { filePayload } from '../street';
import { host, presetTown, road, router } from './town';

const MS = 1_000_000;
const FILE_BYTES = 8000;

/** The road in the middle carries 576 bytes: what may be cut is cut there, and TCP learns to send less at once. */
export const pathMtu = presetTown({
  id: 'path-mtu',
  topic: 'ip',
  hosts: [
    host('A', '192.0.2.10', 110, 150),
    host('B', '192.0.2.11', 110, 450),
    host('S', '198.51.100.20', 890, 300),
  ],
  routers: [router('R1', '203.0.113.1', 360, 300), router('R2', '203.0.113.2', 640, 300)],
  roads: [
    road('A', 'R1', { mtuBytes: 1500 }),
    road('B', 'R1', { mtuBytes: 1500 }),
    road('R1', 'R2', { delayMs: 20, mtuBytes: 576 }),
    road('R2', 'S', { mtuBytes: 1500 }),
  ],
  apps: [
    { kind: 'receive', host: 'S', transport: 'tcp', port: { tcp: 80, udp: 80 } },
    pinging('A', '198.51.100.20', { dataBytes: 1200 }),
    {
      kind: 'send',
      transport: 'tcp',
      host: 'B',
      port: 50_000,
      to: { address: '198.51.100.20', port: { tcp: 80, udp: 80 } },
      payload: filePayload('photo.jpg', 'image/jpeg', new Uint8Array(FILE_BYTES).fill(7)),
      pieceBytes: 1400,
      startNs: 200 * MS,
      everyNs: 0,
    },
  ],
});
