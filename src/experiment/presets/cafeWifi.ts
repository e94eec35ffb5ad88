import { callPayload, FRAME_BYTES, FRAME_NS } from '../call';
import { BLOCK_NUMBER_BYTES } from '../pieces';
import { filePayload } from '../street';
import { reading, telling } from './portParts';
import { host, presetTown, road, router } from './town';

const LAPTOP = '192.0.2.10';
const PHONE = '192.0.2.11';
const air = { loss: 0.08, reorder: 0.1, reorderDelayNs: 40_000_000 };

/** The last hop is air: what it loses and holds up TCP repairs for the laptop, and the phone's call does without. */
export const cafeWifi = presetTown({
  id: 'cafe-wifi',
  topic: 'links',
  hosts: [
    host('laptop', LAPTOP, 120, 150),
    host('phone', PHONE, 120, 450),
    host('web', '198.51.100.20', 890, 150),
    host('friend', '198.51.101.30', 890, 450),
  ],
  routers: [router('AP', '192.0.2.1', 370, 300), router('ISP', '203.0.113.1', 640, 300)],
  roads: [
    road('laptop', 'AP', { delayMs: 2, rateBps: 20_000_000, weather: air }),
    road('phone', 'AP', { delayMs: 2, rateBps: 20_000_000, weather: air }),
    road('AP', 'ISP', { delayMs: 15 }),
    road('ISP', 'web', { delayMs: 5, rateBps: 100_000_000 }),
    road('ISP', 'friend', { delayMs: 5, rateBps: 100_000_000 }),
  ],
  apps: [
    reading('phone', 'udp', 5004),
    {
      ...telling(['friend', 50_000], [PHONE, 5004], '', { transport: 'udp' }),
      payload: callPayload(75),
      pieceBytes: BLOCK_NUMBER_BYTES + FRAME_BYTES,
      everyNs: FRAME_NS,
    },
    reading('laptop', 'tcp', 8080),
    {
      ...telling(['web', 50_000], [LAPTOP, 8080], '', { transport: 'tcp' }),
      payload: filePayload('song.mp3', 'audio/mpeg', new Uint8Array(60_000)),
      pieceBytes: 1400,
      everyNs: 0,
    },
  ],
  over: { seed: 12 },
});
