import type { SendApp } from '../experiment';
import { filePayload } from '../street';
import type { TcpOptions } from '../tcpOptions';
import { reading, telling } from './portParts';
import { host, presetTown, road, router } from './town';

const MS = 1_000_000;
const S = '198.51.100.20';
const FILE = filePayload('download.bin', 'application/octet-stream', new Uint8Array(300_000));

const downloading = (name: string, startMs: number, tcpChanges: Partial<TcpOptions>): SendApp => ({
  ...telling([name, 50_000], [S, 80], '', { transport: 'tcp', startNs: startMs * MS }),
  payload: FILE,
  pieceBytes: 1004,
  everyNs: 0,
  tcpChanges,
});

/** Three files over one narrow road: two Reno flows and a CUBIC one, each finding out how much of it is there for it. */
export const bottleneck = presetTown({
  id: 'bottleneck',
  topic: 'transport',
  hosts: [
    host('A', '192.0.2.10', 110, 120),
    host('B', '192.0.2.11', 110, 300),
    host('D', '192.0.2.12', 110, 480),
    host('S', S, 880, 300),
  ],
  routers: [router('R1', '203.0.113.1', 370, 300), router('R2', '203.0.113.2', 620, 300)],
  roads: [
    road('A', 'R1', { delayMs: 1, rateBps: 100_000_000 }),
    road('B', 'R1', { delayMs: 1, rateBps: 100_000_000 }),
    road('D', 'R1', { delayMs: 1, rateBps: 100_000_000 }),
    road('R1', 'R2', { delayMs: 40, rateBps: 2_000_000, queuePackets: 25 }),
    road('R2', 'S', { delayMs: 1, rateBps: 100_000_000 }),
  ],
  apps: [
    reading('S', 'tcp', 80),
    downloading('A', 0, {}),
    downloading('B', 300, {}),
    downloading('D', 600, { congestionControl: 'cubic' }),
  ],
});
