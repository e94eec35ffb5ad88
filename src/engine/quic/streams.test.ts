import { describe, expect, it } from 'vitest';
import { inconsistencyOf } from '../../experiment/consistency';
import type { Experiment } from '../../experiment/experiment';
import type { BrowseApp, Page } from '../../experiment/webApps';
import type { Run } from '../../trace/run';
import { decodeIpv4, PROTOCOL } from '../../wire/ipv4';
import { isMalformed } from '../../wire/malformed';
import { decodeQuicPacket, type QuicPacket } from '../../wire/quicModel';
import { decodeUdp } from '../../wire/udp';
import { browsing, page, pageShowing, streaming, webStory, withRoad } from '../http/webBench';
import { simulateAll } from '../simulate';
import { eventsOf } from '../townBench';

const URL = 'h3://198.51.100.20/';
const MS = 1_000_000;

const THREE = [pageShowing('/', '/a', '/b', '/c'), page('/a', 2000), page('/b', 3000), page('/c', 4000)];

function runOf(pages: readonly Page[], over: Partial<Experiment> = {}, browse: Partial<BrowseApp> = {}): Run {
  const experiment = withRoad([streaming(pages), browsing([URL], browse)], over);
  expect(inconsistencyOf(experiment)).toBe(null);
  return simulateAll(experiment);
}

interface Sent {
  readonly timeMs: number;
  readonly bytes: number;
  readonly packet: QuicPacket;
  readonly role: string;
}

/** The packets of the model that host `place` sent. */
function sentBy(run: Run, host: string): readonly Sent[] {
  const trace = run.traces[0]!;
  const place = run.experiment.town.hosts.findIndex(({ id }) => id === host);
  return eventsOf(run, 'packetSent').flatMap((event): readonly Sent[] => {
    const ip = decodeIpv4(trace.packet(event.packet).bytes);
    if (event.place !== place || isMalformed(ip) || ip.header.protocol !== PROTOCOL.udp) return [];
    const udp = decodeUdp(ip.payload);
    const packet = isMalformed(udp) ? undefined : decodeQuicPacket(udp.payload);
    const { role } = trace.packet(event.packet);
    return packet ? [{ timeMs: event.timeNs / MS, bytes: ip.payload.length - 8, packet, role }] : [];
  });
}

const pagesOf = (run: Run): readonly string[] =>
  webStory(run).filter((line) => /(responseReceived|page)/.test(line));

/** Drops the nth datagram that goes this way over a road. */
const drop = (nth: number, direction: 0 | 1, link = 'R-S') =>
  ({ link, direction, role: 'control', nth, verdict: { kind: 'drop' } }) as const;

describe('the model of QUIC', () => {
  it('sets up transport and keys in one round trip, asks in the next (RFC 9000 §7, RFC 9001 §4)', () => {
    expect(pagesOf(runOf([page('/', 3000)]))).toEqual([
      `0 pageAsked 0 ${URL}`,
      '80 responseReceived 0 / 200 3000 40000000',
      '80 pageLoaded 0 3000 80000000',
    ]);
  });

  it('fills Initials up to 1200 bytes (RFC 9000 §14.1), and sends no more than three times what it got (§8.1)', () => {
    const run = runOf([page('/', 10)]);
    expect(sentBy(run, 'C')[0]).toMatchObject({
      timeMs: 0,
      bytes: 1200,
      packet: { kind: 'initial', number: 0 },
    });
    const first = sentBy(run, 'S').filter(({ timeMs }) => timeMs === 20);
    expect(first.map(({ packet }) => packet.kind)).toEqual(['initial', 'handshake', 'handshake']);
    expect(first.reduce((sum, { bytes }) => sum + bytes, 0)).toBeLessThanOrEqual(3600);
  });

  it('puts bytes of one stream only into a packet, and takes the streams in turn (RFC 9000 §2.3)', () => {
    const large = ['/a', '/b', '/c'].map((path) => page(path, 20_000));
    const run = runOf([pageShowing('/', '/a', '/b', '/c'), ...large]);
    const streams = sentBy(run, 'S').flatMap(({ packet }) => {
      const own = packet.frames.flatMap((frame) => (frame.kind === 'stream' ? [frame.stream] : []));
      expect(own.length).toBeLessThanOrEqual(1);
      return own;
    });
    // The first to be asked for fills the window; from then on each has its turn.
    expect(streams.slice(12, 18)).toEqual([12, 4, 8, 12, 4, 8]);
  });

  it('sends lost bytes again in a new packet, under a new number (RFC 9000 §13.3)', () => {
    // Three datagrams of the handshake, its end, then the page: the fifth carries its first bytes.
    const run = runOf([page('/', 12_000)], { rules: [drop(5, 1)] });
    const numbers = sentBy(run, 'S').map(({ packet }) => packet.number);
    expect(numbers).toEqual(numbers.map((_, i) => i));
    const again = sentBy(run, 'S').filter(({ role }) => role === 'retransmission');
    expect(again).toHaveLength(1);
    expect(again[0]!.packet.number).toBeGreaterThan(6);
    const lost = eventsOf(run, 'appTold').filter(({ reason }) => reason.kind === 'streamPacketLost');
    expect(lost.map(({ reason }) => reason)).toMatchObject([{ by: 'overtaken' }]);
  });

  it('lets a loss hold up the stream that it hits, and no other (RFC 9000 §2.2)', () => {
    const whole = pagesOf(runOf(THREE));
    const hit = pagesOf(runOf(THREE, { rules: [drop(6, 1)] }));
    const changed = hit.filter((line) => !whole.includes(line));
    expect(changed.map((line) => line.replace(/^[\d.]+ /, '').replace(/ \d+$/, ''))).toEqual([
      'responseReceived 0 /a 200 2000',
      'pageLoaded 0 9044',
    ]);
  });

  it('asks again with a probe when nothing comes back, and doubles the time (RFC 9002 §6.2)', () => {
    const commands = [
      { kind: 'cutLink', link: 'R-S', atNs: 0 },
      { kind: 'restoreLink', link: 'R-S', atNs: 2500 * MS },
    ] as const;
    const run = runOf([page('/', 10)], { commands });
    expect(
      sentBy(run, 'C')
        .slice(0, 3)
        .map(({ timeMs }) => timeMs),
    ).toEqual([0, 999, 2997]);
    expect(pagesOf(run).at(-1)).toContain('pageLoaded');
  });

  it('is told when nobody listens on the port, and gives up on who is silent (RFC 9000 §10.1)', () => {
    expect(webStory(simulateAll(withRoad([browsing([URL])]))).at(-1)).toBe(
      '40 pageFailed 0 connectionRefused',
    );
    const commands = [{ kind: 'powerOff', host: 'S', atNs: 0 }] as const;
    expect(pagesOf(runOf([page('/', 10)], { commands })).at(-1)).toContain('pageFailed 0 gaveUp');
  });

  it('sends no more than three times what it got to an address that is not proven, nor probes it (RFC 9000 §8.1)', () => {
    const commands = [{ kind: 'powerOff', host: 'C', atNs: 5 * MS }] as const;
    const run = runOf([page('/', 10)], { commands });
    const bytes = sentBy(run, 'S').reduce((sum, sent) => sum + sent.bytes, 0);
    expect(bytes).toBeGreaterThan(3000);
    expect(bytes).toBeLessThanOrEqual(3600);
  });

  it.each([15, 45, 70])('says nothing without power, from %d ms on', (atMs) => {
    const commands = [{ kind: 'powerOff', host: 'C', atNs: atMs * MS }] as const;
    const run = runOf([page('/', 100_000)], { commands });
    expect(sentBy(run, 'C').filter(({ timeMs }) => timeMs > atMs)).toEqual([]);
  });

  it('forgets a connection after half a minute of silence, and makes another (RFC 9000 §10.1)', () => {
    const opened = (everyNs: number): number => {
      const run = simulateAll(withRoad([streaming(), browsing([URL, URL], { everyNs })]));
      expect(pagesOf(run).filter((line) => line.includes('pageLoaded'))).toHaveLength(2);
      return webStory(run).filter((line) => line.includes('connectionOpening')).length;
    };
    expect(opened(29_000 * MS)).toBe(1);
    expect(opened(31_000 * MS)).toBe(2);
  });

  it('waits for at least three probes before it gives up on a slow path (RFC 9000 §10.1)', () => {
    const experiment = withRoad([streaming(), browsing([URL])]);
    const links = experiment.town.links.map((link) => ({ ...link, delayNs: 5000 * MS }));
    // The request goes out at 20 s.
    const commands = [
      { kind: 'cutLink', link: 'C-R', atNs: 20_001 * MS },
      { kind: 'restoreLink', link: 'C-R', atNs: 20_002 * MS },
    ] as const;
    const run = simulateAll({ ...experiment, commands, town: { ...experiment.town, links } });
    expect(pagesOf(run).at(-1)).toMatch(/^\d{5,} pageLoaded/);
  });

  it('uses its connection for the next page, and closes it when told to (RFC 9000 §10.2)', () => {
    const apps = [streaming(), browsing([URL, URL])];
    expect(webStory(simulateAll(withRoad(apps)))).toContain('1040 pageLoaded 1 3000 40000000');
    const closing = sentBy(runOf([page('/', 10)], {}, { reusesConnections: false }), 'C').at(-1);
    expect(closing?.packet.frames).toContainEqual({ kind: 'close' });
  });
});
