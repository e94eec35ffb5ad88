import { inconsistencyOf } from '../../experiment/consistency';
import type { App, Experiment, Link, Town } from '../../experiment/experiment';
import type { LookupApp, Zone, ZoneRecord } from '../../experiment/nameApps';
import type { Run } from '../../trace/run';
import { transcriptOf } from '../../trace/transcript';
import { decodeDns, type DnsMessage } from '../../wire/dns';
import { isDnsPort } from '../../wire/fieldsDns';
import { decodeIpv4, PROTOCOL } from '../../wire/ipv4';
import { isMalformed } from '../../wire/malformed';
import { decodeUdp } from '../../wire/udp';
import { simulateAll } from '../simulate';
import { eventsOf, house, inTown, post, road } from '../townBench';

export const SECOND = 1_000_000_000;

/** A star: everyone 10 ms from the router in the middle. */
const HOSTS = {
  C: '192.0.2.10',
  C2: '192.0.2.77',
  D: '203.0.113.53',
  root: '198.51.100.1',
  com: '198.51.100.2',
  ns1: '198.51.100.3',
  ns2: '198.51.100.4',
} as const;

type HostId = keyof typeof HOSTS;

function town(changes: Partial<Record<HostId, Partial<Link>>>): Town {
  const ids = Object.keys(HOSTS) as HostId[];
  return {
    hosts: ids.map((id) => house(id, HOSTS[id], `${id}-R`)),
    routers: [post('R', '203.0.113.1', ...ids.map((id) => `${HOSTS[id]}/32>${id}-R`))],
    links: ids.map((id) => road(id, 'R', changes[id])),
  };
}

export const record = (line: string): ZoneRecord => {
  const [name = '', ttl = '', type = '', ...data] = line.split(' ');
  return { name, ttlSeconds: Number(ttl), type: type as ZoneRecord['type'], data: data.join(' ') };
};

export const zone = (origin: string, ...records: readonly string[]): Zone => ({
  origin,
  soaTtlSeconds: 3600,
  soaMinimumSeconds: 30,
  records: records.map(record),
});

const ROOT = zone('.', 'com 172800 NS ns.com', `ns.com 172800 A ${HOSTS.com}`);
const COM = zone(
  'com',
  'example.com 172800 NS ns1.example.com',
  'example.com 172800 NS ns2.example.com',
  `ns1.example.com 172800 A ${HOSTS.ns1}`,
  `ns2.example.com 172800 A ${HOSTS.ns2}`,
);
const EXAMPLE = zone(
  'example.com',
  'example.com 3600 NS ns1.example.com',
  'example.com 3600 NS ns2.example.com',
  `ns1.example.com 3600 A ${HOSTS.ns1}`,
  `ns2.example.com 3600 A ${HOSTS.ns2}`,
  'example.com 300 MX 10 www.example.com',
  'www.example.com 60 A 198.51.100.20',
  'many.example.com 60 A 198.51.100.21',
  'many.example.com 60 A 198.51.100.22',
  'many.example.com 60 A 198.51.100.23',
  'blog.example.com 60 CNAME www.example.com',
  'loop.example.com 60 CNAME pool.example.com',
  'pool.example.com 60 CNAME loop.example.com',
  'now.example.com 0 A 198.51.100.24',
  'a.deep.example.com 60 A 198.51.100.25',
  `long.example.com 60 TXT ${'x'.repeat(1800)}`,
  `middle.example.com 60 TXT ${'y'.repeat(700)}`,
);

const server = (host: HostId, ...zones: readonly Zone[]): App => ({ kind: 'nameServer', host, zones });

/** The root, com, and example.com twice. */
export const SERVERS: readonly App[] = [
  server('root', ROOT),
  server('com', COM),
  server('ns1', EXAMPLE),
  server('ns2', EXAMPLE),
];

const resolverApp = (over = {}): App => ({
  kind: 'resolver',
  host: 'D',
  rootHints: [HOSTS.root],
  ...over,
});

export const lookupApp = (name: string, over: Partial<LookupApp> = {}): LookupApp => ({
  kind: 'lookup',
  host: 'C',
  resolver: HOSTS.D,
  name,
  type: 'A',
  startNs: 0,
  ...over,
});

interface Setting {
  readonly links?: Partial<Record<HostId, Partial<Link>>>;
  readonly servers?: readonly App[];
  readonly resolver?: object;
  readonly over?: Partial<Experiment>;
}

/** The run of these lookups in the town of names; it is consistent. */
export function runOf(lookups: readonly App[], setting: Setting = {}): Run {
  const apps = [...(setting.servers ?? SERVERS), resolverApp(setting.resolver), ...lookups];
  const experiment = inTown(town(setting.links ?? {}), apps, setting.over);
  const problem = inconsistencyOf(experiment);
  if (problem) throw new Error(`${problem.kind} ${problem.where}`);
  return simulateAll(experiment);
}

/** What the apps that look names up were told. */
export function toldIn(run: Run): readonly string[] {
  const text = [...transcriptOf(run)].map((line) => line.text);
  return text
    .flatMap((line) => / C2?(?: udp| tcp)? app told: (.*)/u.exec(line)?.[1] ?? [])
    .filter((line) => / in \d+ ms$/u.test(line));
}

/** Every DNS message over UDP in order of sending: from whom, at which second, and what it says. */
export function messagesIn(run: Run): readonly { from: string; timeNs: number; message: DnsMessage }[] {
  const ids = new Map<string, string>(Object.entries(HOSTS).map(([id, address]) => [address, id]));
  return eventsOf(run, 'packetSent').flatMap(({ packet, timeNs }) => {
    const ip = decodeIpv4(run.traces[0]!.packet(packet).bytes);
    if (isMalformed(ip) || ip.header.protocol !== PROTOCOL.udp) return [];
    const udp = decodeUdp(ip.payload);
    if (isMalformed(udp) || !isDnsPort(udp.header.sourcePort, udp.header.destinationPort)) return [];
    const message = decodeDns(udp.payload);
    if (isMalformed(message)) throw new Error('a malformed DNS message was sent');
    const { source } = ip.header;
    const address = [source >>> 24, (source >>> 16) & 255, (source >>> 8) & 255, source & 255].join('.');
    return [{ from: ids.get(address)!, timeNs, message }];
  });
}

/** Who asked or answered, in order. */
export const speakers = (run: Run): string =>
  messagesIn(run)
    .map(({ from }) => from)
    .join(' ');
