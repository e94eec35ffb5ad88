import { describe, expect, it } from 'vitest';
import { autoRoutes } from '../experiment/autoRoutes';
import { inconsistencyOf } from '../experiment/consistency';
import type { App, NatSettings, PingApp, ReceiveApp, SendApp, Town } from '../experiment/experiment';
import { textPayload } from '../experiment/street';
import { natTableAt } from '../trace/natMappings';
import { packetBytesAt } from '../trace/packetBytesAt';
import type { Run } from '../trace/run';
import { transcriptOf } from '../trace/transcript';
import { formatAddress } from '../wire/address';
import { uint32At } from '../wire/octets';
import { natViewOf } from '../wire/translate';
import { simulateAll } from './simulate';
import { eventsOf, house, inTown, post, road } from './townBench';

const MS = 1_000_000;
const SECOND = 1000 * MS;
const S = '198.51.100.20';
const PUBLIC = '203.0.113.7';

/** Two PCs behind the router N, a server behind R. */
function home(nat: Partial<NatSettings> = {}, narrowBytes?: number): Town {
  return autoRoutes({
    hosts: [house('P1', '192.168.0.10', 'P1-N'), house('P2', '192.168.0.11', 'P2-N'), house('S', S, 'R-S')],
    routers: [
      { ...post('N', PUBLIC), nat: { outside: 'N-R', idleNs: 120 * SECOND, forwards: [], ...nat } },
      post('R', '203.0.113.1'),
    ],
    links: [
      road('P1', 'N'),
      road('P2', 'N'),
      road('N', 'R', narrowBytes === undefined ? {} : { mtuBytes: narrowBytes }),
      road('R', 'S'),
    ],
  });
}

const send = (host: string, over: Partial<SendApp> = {}): SendApp => ({
  kind: 'send',
  host,
  transport: 'udp',
  port: 50_000,
  to: { address: S, port: { tcp: 80, udp: 7 } },
  payload: textPayload(`from ${host}`),
  pieceBytes: 4,
  startNs: 0,
  everyNs: 20 * MS,
  ...over,
});
const ping = (host: string, to = S, startNs = 0): PingApp => ({
  kind: 'ping',
  host,
  to,
  identifier: 7,
  count: 1,
  dataBytes: 8,
  startNs,
  everyNs: SECOND,
});
const echo: App = { kind: 'echo', host: 'S', transport: 'udp', port: 7 };
const web: ReceiveApp = { kind: 'receive', host: 'S', transport: 'tcp', port: { tcp: 80, udp: 80 } };
const play = (town: Town, apps: readonly App[]): Run => {
  const experiment = inTown(town, apps, { lanes: ['tcp'] });
  expect(inconsistencyOf(experiment)).toBeNull();
  return simulateAll(experiment);
};
/** `17 192.168.0.10:50000 as :50000`, of all rows at that time. */
const rowsAt = (run: Run, timeNs: number): readonly string[] =>
  natTableAt(run.traces[0]!, 3, timeNs).map(({ mapping: { protocol, inside, outside } }) => {
    return `${protocol} ${formatAddress(inside.address)}:${inside.port} as :${outside.port}`;
  });
const dropsOf = (run: Run): readonly string[] =>
  eventsOf(run, 'packetDropped').map(({ reason }) => reason.kind);
/** What each host accepted, as `who is said to have sent it`. */
const acceptedFrom = (run: Run, place: number): readonly string[] =>
  eventsOf(run, 'packetAccepted')
    .filter((event) => event.place === place)
    .map(({ packet, index }) => {
      const { source } = natViewOf(packetBytesAt(run.traces[0]!, packet, index))!;
      return `${formatAddress(source.address)}:${source.port}`;
    });

describe('a router that translates addresses', () => {
  it('lets two hosts call from the same port: one keeps it, the other gets another (RFC 4787 §4.2.1)', () => {
    const run = play(home(), [echo, send('P1'), send('P2')]);
    expect(rowsAt(run, 50 * MS)).toEqual([
      '17 192.168.0.10:50000 as :50000',
      '17 192.168.0.11:50000 as :50002',
    ]);
    expect(new Set(acceptedFrom(run, 2))).toEqual(new Set([`${PUBLIC}:50000`, `${PUBLIC}:50002`]));
    // Each gets its own echoes, from the address it has written to.
    expect(acceptedFrom(run, 0)).toEqual([`${S}:7`, `${S}:7`]);
    expect(acceptedFrom(run, 1)).toEqual([`${S}:7`, `${S}:7`]);
    expect(dropsOf(run)).toEqual([]);
  });

  it('uses the same row for every server (endpoint-independent mapping, RFC 4787 §4.1)', () => {
    const other = send('P1', { to: { address: S, port: { tcp: 80, udp: 80 } }, startNs: 500 * MS });
    const calls = send('P1', { transport: 'tcp', port: 50_000 });
    const run = play(home(), [
      web,
      calls,
      { ...other, transport: 'tcp', to: { address: S, port: { tcp: 81, udp: 7 } } },
    ]);
    expect(rowsAt(run, 600 * MS)).toEqual(['6 192.168.0.10:50000 as :50000']);
    expect(run.result!.lanes[0]!.flows[0]!.intact).toBe(true);
  });

  it('drops what no row is for, in silence', () => {
    const stranger = send('S', { to: { address: PUBLIC, port: { tcp: 80, udp: 61_003 } }, port: 9 });
    const run = play(home(), [stranger]);
    expect(dropsOf(run)).toEqual(['natNoMapping', 'natNoMapping']);
    expect(eventsOf(run, 'packetSent')).toHaveLength(2);
  });

  it('lets in what a port forward is for, and answers with its port (RFC 3022 §2.2)', () => {
    const forwards = [{ transport: 'udp', port: 8080, to: '192.168.0.11', toPort: 7 }] as const;
    const inner: App = { kind: 'echo', host: 'P2', transport: 'udp', port: 7 };
    const stranger = send('S', { to: { address: PUBLIC, port: { tcp: 80, udp: 8080 } } });
    const run = play(home({ forwards }), [inner, stranger]);
    expect(acceptedFrom(run, 1)).toEqual([`${S}:50000`, `${S}:50000`]);
    expect(acceptedFrom(run, 2)).toEqual([`${PUBLIC}:8080`, `${PUBLIC}:8080`]);
    expect(natTableAt(run.traces[0]!, 3, 500 * SECOND)).toHaveLength(1);
  });

  it('turns a packet round that goes from inside to its own address (hairpinning, RFC 4787 §6)', () => {
    const forwards = [{ transport: 'udp', port: 8080, to: '192.168.0.11', toPort: 7 }] as const;
    const inner: App = { kind: 'echo', host: 'P2', transport: 'udp', port: 7 };
    const run = play(home({ forwards }), [
      inner,
      send('P1', { to: { address: PUBLIC, port: { tcp: 1, udp: 8080 } } }),
    ]);
    expect(acceptedFrom(run, 1)).toEqual([`${PUBLIC}:50000`, `${PUBLIC}:50000`]);
    expect(acceptedFrom(run, 0)).toEqual([`${PUBLIC}:8080`, `${PUBLIC}:8080`]);
  });

  it('forgets a row when nothing went out for long enough (RFC 4787 §4.3)', () => {
    const run = play(home(), [echo, send('P1')]);
    const [expired] = eventsOf(run, 'mappingExpired');
    // The last of two pieces passes at 30 ms.
    expect(expired!.timeNs).toBe(30 * MS + 120 * SECOND);
    expect(rowsAt(run, expired!.timeNs)).toEqual([]);
    const late = play(home({ idleNs: 200 * MS }), [echo, send('P1', { everyNs: 300 * MS })]);
    expect(eventsOf(late, 'mappingMade')).toHaveLength(2);
  });

  it('keeps a port that was given back from others for two minutes (RFC 6888 §2, REQ-8)', () => {
    const late = (startNs: number): Run =>
      play(home({ idleNs: 100 * MS }), [echo, send('P1'), send('P2', { startNs })]);
    const portOfP2 = (run: Run): number => eventsOf(run, 'mappingMade')[1]!.outsidePort;
    expect(portOfP2(late(SECOND))).toBe(50_002);
    expect(portOfP2(late(121 * SECOND))).toBe(50_000);
  });

  it('keeps the row of an open TCP connection, and lets it go when both have closed (RFC 5382 §5)', () => {
    const slow = send('P1', {
      transport: 'tcp',
      everyNs: (400 * SECOND) / 10,
      payload: textPayload('slowly!!'),
    });
    const run = play(home({ idleNs: 10 * SECOND }), [web, slow]);
    expect(run.result!.lanes[0]!.intact).toBe(true);
    expect(eventsOf(run, 'mappingMade')).toHaveLength(1);
    expect(eventsOf(run, 'mappingExpired')).toHaveLength(1);
  });

  it('translates echoes by their identifier, and errors with what they quote (RFC 5508 §4)', () => {
    const run = play(home(), [
      ping('P1'),
      ping('P2'),
      send('P1', { to: { address: S, port: { tcp: 1, udp: 9 } } }),
    ]);
    expect(rowsAt(run, SECOND)).toEqual([
      '1 192.168.0.10:7 as :7',
      '1 192.168.0.11:7 as :9',
      '17 192.168.0.10:50000 as :50000',
    ]);
    const told = [...transcriptOf(run)]
      .filter(({ text }) => text.includes('told:'))
      .map(({ text }) => text.slice(9));
    expect(told).toEqual([
      '# P1 app told: echo 1 in 60 ms',
      '# P2 app told: echo 1 in 60 ms',
      '# P1 udp app told: portUnreachable',
      '# P1 udp app told: portUnreachable',
    ]);
  });

  it('lets a host inside find the routers outside', () => {
    const trace: App = {
      kind: 'traceroute',
      host: 'P1',
      port: 40_000,
      to: S,
      maxHops: 5,
      startNs: 0,
      waitNs: SECOND,
    };
    const run = play(home(), [trace]);
    const found = eventsOf(run, 'appTold').map(({ reason }) =>
      'address' in reason ? reason.address : reason.kind,
    );
    expect(found).toEqual([PUBLIC, '203.0.113.1', 'pathEnds']);
  });

  it('tells whom it concerns that a packet is too long, as it was before it was translated', () => {
    const calls = send('P1', {
      transport: 'tcp',
      payload: textPayload('x'.repeat(3000)),
      pieceBytes: 1400,
      everyNs: 0,
    });
    const run = play(home({}, 600), [web, calls]);
    expect(run.result!.lanes[0]!.intact).toBe(true);
  });

  it('passes fragments on by the row of their first (RFC 4787 §11)', () => {
    const long = send('P1', {
      payload: { ...textPayload('y'.repeat(1200)) },
      pieceBytes: 1200,
      mayFragment: true,
    });
    const town = home();
    const links = town.links.map((link) =>
      link.id === 'P1-N' || link.id === 'R-S' ? { ...link, mtuBytes: 576 } : link,
    );
    const reader: ReceiveApp = { kind: 'receive', host: 'S', transport: 'udp', port: { tcp: 7, udp: 7 } };
    const run = play({ ...town, links }, [reader, long]);
    expect(run.result!.lanes[0]!.intact).toBe(true);
    expect(eventsOf(run, 'packetReassembled').map(({ place }) => place)).toEqual([2]);
    expect(dropsOf(run)).toEqual([]);
  });

  it('keeps later fragments from a row that is gone', () => {
    const long = send('P1', { payload: textPayload('y'.repeat(1200)), pieceBytes: 1200, mayFragment: true });
    const town = home({ idleNs: 20 * MS });
    // 576 bytes take 46 ms: the row is gone before the second fragment comes.
    const links = town.links.map((link) =>
      link.id === 'P1-N' ? { ...link, mtuBytes: 576, rateBps: 100_000 } : link,
    );
    const run = play({ ...town, links }, [long]);
    expect(eventsOf(run, 'mappingExpired')).toHaveLength(1);
    expect(dropsOf(run).slice(0, 2)).toEqual(['natFragmentAlone', 'natFragmentAlone']);
  });

  it('passes on what routers inside complain of, in its own name (RFC 5508 §4.2.2)', () => {
    const forwards = [{ transport: 'udp', port: 8080, to: '192.168.0.10', toPort: 7 }] as const;
    const { hosts, routers, links } = home({ forwards });
    const town = autoRoutes({
      hosts: hosts.map((host) => (host.id === 'P1' ? { ...host, link: 'P1-I' } : host)),
      routers: [...routers, post('I', '192.168.0.1')],
      links: [...links.filter(({ id }) => id !== 'P1-N'), road('P1', 'I', { mtuBytes: 576 }), road('I', 'N')],
    });
    const run = play(town, [
      send('S', {
        to: { address: PUBLIC, port: { tcp: 80, udp: 8080 } },
        payload: textPayload('z'.repeat(800)),
        pieceBytes: 800,
      }),
    ]);
    expect(dropsOf(run)).toEqual(['fragmentationNeeded']);
    expect(eventsOf(run, 'appTold').map(({ reason }) => reason.kind)).toEqual(['messageTooBig']);
    const [error] = eventsOf(run, 'packetAccepted');
    const bytes = packetBytesAt(run.traces[0]!, error!.packet, error!.index);
    expect(formatAddress(uint32At(bytes, 12))).toBe(PUBLIC);
  });

  it('lets nobody outside ping a host inside by the identifier of its own pings (RFC 3022 §2.2)', () => {
    const run = play(home(), [ping('P1', S, 0), ping('S', PUBLIC, SECOND), ping('P2', PUBLIC, 2 * SECOND)]);
    // Who pings the router's address is answered by the router (RFC 1812 §4.3.3.6): 40 ms from S, 20 ms from P2.
    expect(eventsOf(run, 'appTold').map(({ timeNs }) => timeNs)).toEqual([60 * MS, 1040 * MS, 2020 * MS]);
    expect(acceptedFrom(run, 0)).toEqual([`${S}:7`]);
    expect(dropsOf(run)).toEqual([]);
  });

  it('hides a hole in it from nobody outside: there is no way to what is inside (RFC 1918 §3)', () => {
    const stranger = send('S', { to: { address: '192.168.0.10', port: { tcp: 1, udp: 9 } } });
    const run = play(home(), [stranger]);
    expect(dropsOf(run)).toEqual(['noRoute', 'noRoute']);
  });
});
