import { callPayload, FRAME_BYTES, FRAME_NS } from '../call';
import type { App } from '../experiment';
import { BLOCK_NUMBER_BYTES } from '../pieces';
import { filePayload } from '../street';
import { CLASSROOM_TCP } from '../tcpPresets';
import { asks, DNS_SERVERS } from './dnsTown';
import { pinging, tracing } from './ipParts';
import { reading, serving, telling } from './portParts';
import { host, presetTown, road, router } from './town';

const MS = 1_000_000;
const SECOND = 1000 * MS;
const WWW = '198.51.100.20';
const FILES = '198.51.101.10';
const GAME = '198.51.101.11';
const CAMPUS = '192.0.2.70';
const RESOLVER = '203.0.113.53';

const lossy = { loss: 0.03, reorder: 0.05, reorderDelayNs: 30 * MS };

const apps: readonly App[] = [
  ...DNS_SERVERS,
  serving('www', 80, '<h1>Hello from www.example.com</h1>'),
  // At home, behind NAT.
  {
    kind: 'browse',
    host: 'PC',
    resolver: RESOLVER,
    urls: ['http://www.example.com/'],
    startNs: 0,
    everyNs: SECOND,
    reusesConnections: true,
  },
  reading('uni1', 'udp', 5004),
  {
    ...telling(['phone', 50_000], [CAMPUS, 5004], '', { transport: 'udp', startNs: 200 * MS }),
    payload: callPayload(40),
    pieceBytes: BLOCK_NUMBER_BYTES + FRAME_BYTES,
    everyNs: FRAME_NS,
  },
  telling(['TV', 50_000], [GAME, 7777], 'jump left, jump right', { transport: 'udp', startNs: 300 * MS }),
  { kind: 'echo', host: 'game', transport: 'udp', port: 7777 },
  // In the café, the office and at the university.
  asks('blog.example.com', 1),
  tracing('cafe2', WWW, { startNs: 400 * MS, waitNs: 300 * MS }),
  reading('office1', 'tcp', 8000),
  {
    ...telling(['files', 50_000], ['192.0.2.40', 8000], '', { transport: 'tcp', startNs: 500 * MS }),
    payload: filePayload('report.pdf', 'application/pdf', new Uint8Array(60_000)),
    pieceBytes: 1400,
    everyNs: 0,
  },
  pinging('office2', CAMPUS, { startNs: 100 * MS }),
  {
    kind: 'portScan',
    host: 'uni2',
    to: FILES,
    doors: [
      { transport: 'tcp', port: 22 },
      { transport: 'tcp', port: 80 },
      { transport: 'tcp', port: 443 },
    ],
    startNs: 600 * MS,
    everyNs: 50 * MS,
    waitNs: 500 * MS,
  },
];

/** A home, a café, an office, a university, a rack of servers and the tree of names, all busy at once. */
export const homeAndStreet = presetTown({
  id: 'home-and-street',
  topic: 'all',
  hosts: [
    host('PC', '192.168.0.10', 50, 60),
    host('TV', '192.168.0.11', 50, 160),
    host('phone', '192.168.0.12', 50, 260),
    host('cafe1', '192.0.2.10', 50, 360),
    host('cafe2', '192.0.2.11', 50, 450),
    host('cafe3', '192.0.2.12', 50, 540),
    host('C', '192.0.2.13', 160, 560),
    host('office1', '192.0.2.40', 280, 560),
    host('office2', '192.0.2.41', 380, 560),
    host('office3', '192.0.2.42', 480, 560),
    host('office4', '192.0.2.43', 580, 560),
    host('uni1', CAMPUS, 690, 560),
    host('uni2', '192.0.2.71', 790, 560),
    host('uni3', '192.0.2.72', 890, 560),
    host('uni4', '192.0.2.73', 950, 480),
    host('D', RESOLVER, 300, 50),
    host('root', '198.51.100.1', 420, 50),
    host('com', '198.51.100.2', 540, 50),
    host('ns', '198.51.100.3', 660, 50),
    host('www', WWW, 780, 50),
    host('files', FILES, 890, 70, { filters: [{ transport: 'tcp', port: 443 }] }),
    host('game', GAME, 950, 150),
    host('mail', '198.51.101.12', 950, 230),
    host('disk', '198.51.101.13', 950, 310),
    host('cam', '198.51.101.14', 950, 390),
  ],
  routers: [
    router('GW', '203.0.113.7', 170, 160, {
      nat: { outside: 'GW-ISP1', idleNs: 60 * SECOND, forwards: [] },
    }),
    router('AP', '203.0.113.8', 170, 440),
    router('ISP1', '203.0.113.1', 310, 230),
    router('ISP2', '203.0.113.2', 310, 380),
    router('OFF', '203.0.113.3', 430, 450),
    router('IX1', '203.0.113.4', 500, 210),
    router('IX2', '203.0.113.5', 560, 340),
    router('DNS', '203.0.113.6', 540, 140),
    router('UNI', '203.0.113.9', 760, 450),
    router('DC1', '203.0.113.10', 700, 200),
    router('DC2', '203.0.113.11', 820, 290),
  ],
  roads: [
    ...['PC', 'TV', 'phone'].map((id) => road(id, 'GW', { delayMs: 1 })),
    ...['cafe1', 'cafe3', 'C'].map((id) => road(id, 'AP', { delayMs: 2 })),
    road('cafe2', 'AP', { delayMs: 2, weather: lossy }),
    ...['office1', 'office2', 'office3', 'office4'].map((id) => road(id, 'OFF', { delayMs: 1 })),
    ...['uni1', 'uni2', 'uni3', 'uni4'].map((id) => road(id, 'UNI', { delayMs: 1 })),
    ...['root', 'com', 'ns'].map((id) => road(id, 'DNS', { delayMs: 4 })),
    road('D', 'ISP1', { delayMs: 2 }),
    ...['www', 'files'].map((id) => road(id, 'DC1', { delayMs: 1 })),
    ...['game', 'mail', 'disk', 'cam'].map((id) => road(id, 'DC2', { delayMs: 1 })),
    road('GW', 'ISP1', { delayMs: 8 }),
    road('AP', 'ISP2', { delayMs: 8 }),
    road('ISP1', 'ISP2', { delayMs: 6 }),
    road('ISP1', 'IX1', { delayMs: 10 }),
    road('ISP2', 'OFF', { delayMs: 4 }),
    road('ISP2', 'IX2', { delayMs: 12 }),
    road('OFF', 'IX2', { delayMs: 9 }),
    road('IX1', 'IX2', { delayMs: 5 }),
    road('IX1', 'DNS', { delayMs: 6 }),
    road('IX1', 'DC1', { delayMs: 7, rateBps: 2_000_000, queuePackets: 12 }),
    road('IX2', 'DC2', { delayMs: 8 }),
    road('IX2', 'UNI', { delayMs: 6 }),
    road('DC1', 'DC2', { delayMs: 1 }),
  ],
  apps,
  over: { tcp: CLASSROOM_TCP, seed: 7 },
});
