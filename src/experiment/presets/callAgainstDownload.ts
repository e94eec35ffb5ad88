import { callPayload } from '../call';
import { filePayload } from '../street';
import { reading, telling } from './portParts';
import { host, presetTown, road, router } from './town';

const MS = 1_000_000;
const HOME = '192.0.2.10';
const FILE = filePayload('download.bin', 'application/octet-stream', new Uint8Array(250_000));

/** A live call and a download on one line: the download fills the queue before it, and every frame of the call waits in it. */
export const callAgainstDownload = presetTown({
  id: 'call-against-download',
  topic: 'transport',
  hosts: [
    host('HOME', HOME, 110, 300),
    host('CALL', '198.51.100.20', 880, 150),
    host('WEB', '198.51.101.20', 880, 450),
  ],
  routers: [router('R1', '203.0.113.1', 370, 300), router('R2', '203.0.113.2', 620, 300)],
  roads: [
    road('HOME', 'R1', { delayMs: 2, rateBps: 100_000_000 }),
    road('R1', 'R2', { delayMs: 20, rateBps: 1_000_000, queuePackets: 40 }),
    road('R2', 'CALL', { delayMs: 5, rateBps: 100_000_000 }),
    road('R2', 'WEB', { delayMs: 5, rateBps: 100_000_000 }),
  ],
  apps: [
    reading('HOME', 'udp', 21_000),
    reading('HOME', 'tcp', 10_010),
    {
      ...telling(['CALL', 21_000], [HOME, 21_000], '', { transport: 'udp' }),
      payload: callPayload(150),
      pieceBytes: 164,
      everyNs: 20 * MS,
    },
    {
      ...telling(['WEB', 80], [HOME, 10_010], '', { transport: 'tcp', startNs: 500 * MS }),
      payload: FILE,
      pieceBytes: 1004,
      everyNs: 0,
    },
  ],
});
