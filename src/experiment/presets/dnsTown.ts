import type { App, Link } from '../experiment';
import type { LookupApp, Zone, ZoneRecord } from '../nameApps';
import { CLASSROOM_TCP } from '../tcpPresets';
import { host, road, router } from './town';

/** Address of the resolver, for apps that ask for names. */
export const RESOLVER = '203.0.113.53';
const ROOT = '198.51.100.1';
const COM = '198.51.100.2';
const NS = '198.51.100.3';
const WWW = '198.51.100.20';

const TWO_DAYS = 172_800;
/** Longer than what is answered over UDP, so that it has to go over TCP. */
const LONG_TEXT = 'packet-town '.repeat(150).trimEnd();

const record = (name: string, ttlSeconds: number, type: ZoneRecord['type'], data: string): ZoneRecord => ({
  name,
  type,
  ttlSeconds,
  data,
});

const zone = (origin: string, soaMinimumSeconds: number, records: readonly ZoneRecord[]): Zone => ({
  origin,
  soaTtlSeconds: 3600,
  soaMinimumSeconds,
  records,
});

const ROOT_ZONE = zone('.', 86_400, [
  record('com', TWO_DAYS, 'NS', 'ns.com'),
  record('ns.com', TWO_DAYS, 'A', COM),
]);
const COM_ZONE = zone('com', 900, [
  record('example.com', TWO_DAYS, 'NS', 'ns.example.com'),
  record('ns.example.com', TWO_DAYS, 'A', NS),
]);
const EXAMPLE_ZONE = zone('example.com', 30, [
  record('example.com', 3600, 'NS', 'ns.example.com'),
  record('ns.example.com', 3600, 'A', NS),
  record('www.example.com', 60, 'A', WWW),
  record('blog.example.com', 60, 'CNAME', 'www.example.com'),
  record('mail.example.com', 60, 'A', '198.51.100.25'),
  record('example.com', 300, 'MX', '10 mail.example.com'),
  record('long.example.com', 60, 'TXT', LONG_TEXT),
]);

/** Who asks, who looks, and the three desks of the tree: what the towns of names share. */
export const DNS_TOWN = {
  topic: 'dns',
  hosts: [
    host('C', '192.0.2.10', 90, 440),
    host('D', RESOLVER, 370, 500),
    host('root', ROOT, 640, 90),
    host('com', COM, 900, 200),
    host('ns', NS, 920, 420),
    host('www', WWW, 640, 520),
  ],
  routers: [router('R1', '203.0.113.1', 290, 300), router('R2', '203.0.113.2', 620, 300)],
  roads: [
    road('C', 'R1', { delayMs: 5 }),
    road('D', 'R1', { delayMs: 5 }),
    road('R1', 'R2', { delayMs: 30 }),
    road('R2', 'root', { delayMs: 10 }),
    road('R2', 'com', { delayMs: 10 }),
    road('R2', 'ns', { delayMs: 10 }),
    road('R2', 'www', { delayMs: 10 }),
  ] satisfies readonly Link[],
  over: { tcp: CLASSROOM_TCP },
} as const;

/** The servers, and the resolver that knows only where the root is. */
export const DNS_SERVERS: readonly App[] = [
  { kind: 'nameServer', host: 'root', zones: [ROOT_ZONE] },
  { kind: 'nameServer', host: 'com', zones: [COM_ZONE] },
  { kind: 'nameServer', host: 'ns', zones: [EXAMPLE_ZONE] },
  { kind: 'resolver', host: 'D', rootHints: [ROOT] },
];

/** C asks the resolver for a name. */
export function asks(name: string, atSeconds: number, over: Partial<LookupApp> = {}): LookupApp {
  return {
    kind: 'lookup',
    host: 'C',
    resolver: RESOLVER,
    name,
    type: 'A',
    startNs: atSeconds * 1_000_000_000,
    ...over,
  };
}
