import { describe, expect, it } from 'vitest';
import { autoRoutes } from '../experiment/autoRoutes';
import { inconsistencyOf } from '../experiment/consistency';
import type { App, PingApp, Router, SendApp, Town } from '../experiment/experiment';
import { textPayload } from '../experiment/street';
import type { Run } from '../trace/run';
import { transcriptOf } from '../trace/transcript';
import { simulateAll } from './simulate';
import { eventsOf, house, inTown, post, road } from './townBench';

const MS = 1_000_000;
const R2 = '203.0.113.2';

/** C – R1 – R2 – R3 – S, all tables worked out. */
function street(r2: Partial<Router> = {}): Town {
  return autoRoutes({
    hosts: [house('C', '192.0.2.10', 'C-R1'), house('S', '198.51.100.20', 'R3-S')],
    routers: [post('R1', '203.0.113.1'), { ...post('R2', R2), ...r2 }, post('R3', '203.0.113.3')],
    links: [road('C', 'R1'), road('R1', 'R2'), road('R2', 'R3'), road('R3', 'S')],
  });
}

const ping = (over: Partial<PingApp> = {}): PingApp => ({
  kind: 'ping',
  host: 'C',
  to: R2,
  identifier: 1,
  count: 1,
  dataBytes: 8,
  startNs: 0,
  everyNs: 1000 * MS,
  ...over,
});
const send = (transport: 'tcp' | 'udp', over: Partial<SendApp> = {}): SendApp => ({
  kind: 'send',
  host: 'C',
  transport,
  port: 50_000,
  to: { address: R2, port: { tcp: 80, udp: 80 } },
  payload: textPayload('a'),
  pieceBytes: 1,
  startNs: 0,
  everyNs: 1,
  ...over,
});
const play = (apps: readonly App[], town = street()): Run => {
  const experiment = inTown(town, apps, { lanes: ['tcp'] });
  expect(inconsistencyOf(experiment)).toBeNull();
  return simulateAll(experiment);
};
const tellings = (run: Run): readonly string[] => eventsOf(run, 'appTold').map(({ reason }) => reason.kind);
const dropsOf = (run: Run): readonly string[] =>
  eventsOf(run, 'packetDropped').map(({ reason, place }) => `${place} ${reason.kind}`);

describe('what is sent to a router itself', () => {
  it('is answered where it is an echo request (RFC 1812 §4.3.3.6), over fragments too', () => {
    expect(tellings(play([ping()]))).toEqual(['echoReplied']);
    const links = street().links.map((link) => (link.id === 'C-R1' ? { ...link, mtuBytes: 576 } : link));
    expect(tellings(play([ping({ dataBytes: 1200 })], { ...street(), links }))).toEqual(['echoReplied']);
  });

  it('does not go on to others in its network: it is not forwarded at all (RFC 1812 §5.2.3)', () => {
    const run = play([ping()]);
    expect(eventsOf(run, 'packetForwarded').map(({ place }) => place)).toEqual([2, 2]);
    expect(dropsOf(run)).toEqual([]);
  });

  it('is taken whatever its TTL: a trace of the path ends with the router’s own word (RFC 1812 §5.3.1)', () => {
    const trace = {
      kind: 'traceroute',
      host: 'C',
      to: R2,
      port: 40_000,
      maxHops: 5,
      waitNs: 1000 * MS,
      startNs: 0,
    } as const;
    expect(tellings(play([trace]))).toEqual(['hopFound', 'pathEnds']);
  });

  it('meets closed ports: RST over TCP (RFC 9293 §3.5.2), "port unreachable" over UDP (RFC 1122 §4.1.3.1)', () => {
    expect(tellings(play([send('tcp')]))).toContain('connectionRefused');
    expect(tellings(play([send('udp')]))).toEqual(['portUnreachable']);
    const lines = [...transcriptOf(play([send('tcp')]))].map(({ text }) => text);
    expect(lines.some((line) => line.includes('Flags [R.]'))).toBe(true);
  });

  it('gets no answer from a router that keeps silent', () => {
    const run = play([ping()], street({ silent: true }));
    expect(tellings(run)).toEqual([]);
    expect(dropsOf(run)).toEqual(['3 filtered']);
  });

  it('is damaged sometimes: a router throws that away like any host (RFC 792)', () => {
    const rule = {
      link: 'R1-R2',
      direction: 0,
      role: 'control',
      nth: 1,
      verdict: { kind: 'flip', bit: 28 * 8 },
    } as const;
    const experiment = inTown(street(), [ping()], { lanes: ['tcp'], rules: [rule] });
    expect(dropsOf(simulateAll(experiment))).toEqual(['3 badTransportChecksum']);
  });
});

describe('a packet to more than one host', () => {
  it.each(['255.255.255.255', '224.0.0.1', '127.0.0.1'])(
    '%s is not passed on by a default route, and nobody is told (RFC 1812 §5.3.5, RFC 1122 §3.2.2)',
    (to) => {
      const town = street();
      const routers = town.routers.map((router) =>
        router.id === 'R1' ? { ...router, routes: [{ prefix: '0.0.0.0/0', link: 'R1-R2' }] } : router,
      );
      const run = play([ping({ to })], { ...town, routers });
      expect(dropsOf(run)).toEqual(['2 noRoute']);
      expect(eventsOf(run, 'packetSent')).toHaveLength(1);
    },
  );
});
