import type { Rule } from '../experiment';
import { CLASSROOM_TCP } from '../tcpPresets';
import { presetTown } from './town';
import { htmlPage, picture } from './webPages';
import { WEB_ROAD, WEB_SERVER } from './webRoad';

const SECOND = 1_000_000_000;
const PICTURES = ['/a.svg', '/b.svg', '/c.svg', '/d.svg', '/e.svg'] as const;
const PAGES = [
  htmlPage('/', 'Five pictures', 1000, PICTURES),
  ...PICTURES.map((path) => picture(path, 1300)),
];

/** What the server sends beside messages is counted: these two carry the first picture. */
const loses = (nth: number): Rule => ({
  link: 'R2-S',
  direction: 1,
  role: 'control',
  nth,
  verdict: { kind: 'drop' },
});

/** The same page with five pictures, a segment each, over TLS and TCP, then over streams; each time the first picture loses a packet. */
export const quicVsTcp = presetTown({
  id: 'quic-vs-tcp',
  topic: 'web',
  ...WEB_ROAD,
  apps: [
    { kind: 'webServer', host: 'S', port: 443, tls: true, pages: PAGES, keepsAliveNs: 5 * SECOND },
    { kind: 'streamServer', host: 'S', port: 443, pages: PAGES },
    {
      kind: 'browse',
      host: 'C',
      resolver: null,
      urls: [`https://${WEB_SERVER}/`, `h3://${WEB_SERVER}/`],
      startNs: 0,
      everyNs: SECOND,
      reusesConnections: true,
    },
  ],
  over: { tcp: CLASSROOM_TCP, rules: [loses(5), loses(16)] },
});
