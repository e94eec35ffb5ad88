import type { Rule } from '../experiment';
import { CLASSROOM_TCP } from '../tcpPresets';
import { host, presetTown, road, router } from './town';
import { htmlPage, picture } from './webPages';

const SECOND = 1_000_000_000;
const SERVER = '198.51.100.20';
const PICTURES = ['/a.svg', '/b.svg', '/c.svg'] as const;
const PAGES = [
  htmlPage('/', 'Three pictures', 1000, PICTURES),
  ...PICTURES.map((path) => picture(path, 3000)),
];

/** What the server sends beside messages is counted: these two carry bytes of the first picture. */
const loses = (nth: number): Rule => ({
  link: 'R2-S',
  direction: 1,
  role: 'control',
  nth,
  verdict: { kind: 'drop' },
});

/** The same page with three pictures over TLS and TCP, then over streams; each time the first picture loses a packet. */
export const quicVsTcp = presetTown({
  id: 'quic-vs-tcp',
  topic: 'web',
  hosts: [host('C', '192.0.2.10', 110, 300), host('S', SERVER, 890, 300)],
  routers: [router('R1', '203.0.113.1', 370, 300), router('R2', '203.0.113.2', 630, 300)],
  roads: [
    road('C', 'R1', { delayMs: 5 }),
    road('R1', 'R2', { delayMs: 30 }),
    road('R2', 'S', { delayMs: 5 }),
  ],
  apps: [
    { kind: 'webServer', host: 'S', port: 443, tls: true, pages: PAGES, keepsAliveNs: 5 * SECOND },
    { kind: 'streamServer', host: 'S', port: 443, pages: PAGES },
    {
      kind: 'browse',
      host: 'C',
      resolver: null,
      urls: [`https://${SERVER}/`, `h3://${SERVER}/`],
      startNs: 0,
      everyNs: SECOND,
      reusesConnections: true,
    },
  ],
  over: { tcp: CLASSROOM_TCP, rules: [loses(7), loses(22)] },
});
