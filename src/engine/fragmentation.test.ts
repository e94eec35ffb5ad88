import { describe, expect, it } from 'vitest';
import type { App, Experiment, Rule, SendApp, Town } from '../experiment/experiment';
import { defaultStreet, filePayload, streetExperiment } from '../experiment/street';
import { CLEAR_WEATHER, WEATHER_LINK } from '../experiment/town';
import type { EventKind, TraceEvent } from '../trace/event';
import { packetBytesAt } from '../trace/packetBytesAt';
import type { Run } from '../trace/run';
import { transcriptOf } from '../trace/transcript';
import { decodeIcmp } from '../wire/icmp';
import { decodeIpv4, PROTOCOL } from '../wire/ipv4';
import { isMalformed } from '../wire/malformed';
import { simulateAll } from './simulate';
import { house, inTown, post, road } from './townBench';

const FILE = filePayload(
  'noise.bin',
  'application/octet-stream',
  Uint8Array.from({ length: 4000 }, (_, i) => (i * 7) & 0xff),
);

interface Narrow {
  readonly mtuBytes?: number;
  readonly at?: string;
  readonly mayFragment?: true;
  readonly rules?: readonly Rule[];
}

/** 4000 bytes in pieces of 1400 over a street with one narrow link. */
function narrow({ mtuBytes = 576, at = WEATHER_LINK, rules = [], mayFragment }: Narrow): Experiment {
  const street = { ...defaultStreet('en'), payload: FILE, weather: CLEAR_WEATHER, rules };
  const experiment = streetExperiment(street);
  const links = experiment.town.links.map((link) => (link.id === at ? { ...link, mtuBytes } : link));
  const apps = experiment.apps.map((app: App): App =>
    app.kind === 'send' && mayFragment ? ({ ...app, mayFragment } satisfies SendApp) : app,
  );
  return { ...experiment, apps, town: { ...experiment.town, links } };
}

function eventsOf(run: Run, lane: number): readonly TraceEvent[] {
  const trace = run.traces[lane]!;
  return Array.from({ length: trace.eventCount }, (_, index) => trace.event(index));
}

function ofKind<K extends EventKind>(events: readonly TraceEvent[], kind: K) {
  return events.filter((event): event is Extract<TraceEvent, { kind: K }> => event.kind === kind);
}

/** The ICMP errors that were sent: type word, code, MTU. */
function errorsOf(run: Run, lane: number): readonly string[] {
  const trace = run.traces[lane]!;
  return ofKind(eventsOf(run, lane), 'packetSent').flatMap(({ packet }) => {
    const ip = decodeIpv4(trace.packet(packet).bytes);
    if (isMalformed(ip) || ip.header.protocol !== PROTOCOL.icmp) return [];
    const message = decodeIcmp(ip.payload);
    if (isMalformed(message) || !('code' in message)) return [];
    return [`${message.kind} ${message.code}${'nextHopMtu' in message ? ` ${message.nextHopMtu}` : ''}`];
  });
}

const UDP = 1;
const TCP = 0;

describe('datagrams that may be cut (RFC 791 §3.2)', () => {
  const run = simulateAll(narrow({ mayFragment: true }));
  const events = eventsOf(run, UDP);

  it('arrive whole, put together again by the host they are for', () => {
    expect(run.result!.lanes[UDP]!.intact).toBe(true);
    // 1428 bytes: 552 + 552 + 304 of payload.
    const cuts = ofKind(events, 'packetFragmented');
    expect(cuts.slice(0, 3).map(({ offset }) => offset)).toEqual([0, 552, 1104]);
    expect(cuts.every(({ place }) => run.experiment.town.routers[place - 2]!.id === 'R2')).toBe(true);
    expect(ofKind(events, 'packetReassembled').map(({ fragments }) => fragments)).toEqual([3, 3, 3]);
  });

  it('travel as fragments with bytes of their own, told from cut to reading', () => {
    const cut = ofKind(events, 'packetFragmented')[1]!;
    const ip = decodeIpv4(packetBytesAt(run.traces[UDP]!, cut.fragment, Infinity));
    expect(!isMalformed(ip) && [ip.header.fragmentOffset, ip.header.moreFragments]).toEqual([69, true]);
    const lines = [...transcriptOf(run)].map(({ text }) => text);
    expect(lines.some((line) => line.includes('[cut at R2, from byte 552 on]'))).toBe(true);
    expect(lines.some((line) => line.includes('[the last of 3 fragments at S]'))).toBe(true);
  });

  it('are cut by the sender itself when its own link is the narrow one', () => {
    const own = simulateAll(narrow({ mayFragment: true, at: 'C-R1' }));
    expect(own.result!.lanes[UDP]!.intact).toBe(true);
    expect(ofKind(eventsOf(own, UDP), 'packetFragmented').every(({ place }) => place === 0)).toBe(true);
  });
});

describe('a fragment that is lost', () => {
  const lose: Rule = { link: WEATHER_LINK, direction: 0, role: 'piece', nth: 2, verdict: { kind: 'drop' } };
  const run = simulateAll(narrow({ mayFragment: true, rules: [lose] }));
  const events = eventsOf(run, UDP);

  it('makes the whole datagram useless: the others are given up after 60 s (RFC 1122 §3.3.2)', () => {
    expect(ofKind(events, 'packetReassembled')).toHaveLength(2);
    const given = ofKind(events, 'packetDropped').filter(({ reason }) => reason.kind === 'reassemblyTimeout');
    expect(given).toHaveLength(2);
    const firstKept = ofKind(events, 'fragmentKept').find(({ packet }) => packet === given[0]!.packet)!;
    expect(given[0]!.timeNs - firstKept.timeNs).toBe(60e9);
  });

  it('is told to nobody when it was the first, whose ports the sender would know it by', () => {
    expect(errorsOf(run, UDP)).toEqual([]);
  });
});

describe('a first fragment that waits in vain', () => {
  it('is told to the sender as "reassembly time exceeded" (RFC 792, RFC 1122 §3.3.2)', () => {
    const experiment = narrow({ mayFragment: true });
    // Of the second piece only the last fragment is lost: a queue of one takes the first two.
    const links = experiment.town.links.map((link) =>
      link.id === WEATHER_LINK ? { ...link, queuePackets: 1, rateBps: 100_000 } : link,
    );
    const run = simulateAll({ ...experiment, town: { ...experiment.town, links } });
    expect(errorsOf(run, UDP)).toContain('timeExceeded 1');
  });
});

describe('an error that is longer than its link carries', () => {
  it('is cut like any packet, by the router that makes it (RFC 1812 §4.3.2)', () => {
    const town: Town = {
      hosts: [house('A', '192.0.2.10', 'A-R1'), house('B', '198.51.100.20', 'R1-B')],
      routers: [post('R1', '203.0.113.1', '192.0.2.0/24>A-R1')],
      links: [road('A', 'R1', { mtuBytes: 300 }), road('R1', 'B')],
    };
    const ping = { kind: 'ping', host: 'A', to: '198.51.100.20', identifier: 1, count: 1 } as const;
    const run = simulateAll(inTown(town, [{ ...ping, dataBytes: 260, startNs: 0, everyNs: 0 }]));
    const trace = run.traces[0]!;
    const all = Array.from({ length: trace.eventCount }, (_, index) => trace.event(index));
    expect(ofKind(all, 'packetFragmented').map(({ place }) => place)).toEqual([2, 2]);
    expect(ofKind(all, 'appTold').map(({ reason }) => reason.kind)).toEqual(['echoFailed']);
  });
});

describe('packets that may not be cut', () => {
  const run = simulateAll(narrow({}));

  it('are thrown away, and the sender is told what would have passed (RFC 1191 §4)', () => {
    expect(errorsOf(run, UDP)).toEqual([
      'destinationUnreachable 4 576',
      'destinationUnreachable 4 576',
      'destinationUnreachable 4 576',
    ]);
    const told = ofKind(eventsOf(run, UDP), 'appTold').map(({ reason }) => reason.kind);
    expect(told).toEqual(['messageTooBig', 'messageTooBig', 'messageTooBig']);
    expect(run.result!.lanes[UDP]!.deliveredBytes).toBe(0);
  });

  it('teach TCP the size of the path: it sends the same bytes again in smaller segments (RFC 1191 §6.4)', () => {
    expect(run.result!.lanes[TCP]!.intact).toBe(true);
    const errors = errorsOf(run, TCP);
    expect(errors.length).toBeGreaterThan(0);
    expect(new Set(errors)).toEqual(new Set(['destinationUnreachable 4 576']));
    const trace = run.traces[TCP]!;
    const lengths = ofKind(eventsOf(run, TCP), 'packetArrived')
      .filter(({ place }) => place === 1)
      .map(({ packet }) => trace.packet(packet).bytes.length);
    expect(Math.max(...lengths)).toBe(576);
  });

  it('TCP sends none that its own link does not carry (RFC 9293 §3.7.1)', () => {
    const own = simulateAll(narrow({ at: 'C-R1' }));
    expect(own.result!.lanes[TCP]!.intact).toBe(true);
    expect(errorsOf(own, TCP)).toEqual([]);
    // Both ends announce what their links carry: none is dropped, none is sent again.
    expect(own.result!.lanes[TCP]!.retransmissions).toBe(0);
  });

  it('a UDP app hears at once that its own link is too narrow', () => {
    const own = simulateAll(narrow({ at: 'C-R1' }));
    const told = ofKind(eventsOf(own, UDP), 'appTold').map(({ reason }) => reason.kind);
    expect(told).toEqual(['messageTooBig', 'messageTooBig', 'messageTooBig']);
  });
});
