import { describe, expect, it } from 'vitest';
import type { Experiment, Rule, Town } from '../experiment/experiment';
import { defaultStreet, type Street, streetExperiment, textPayload } from '../experiment/street';
import type { TraceEvent } from '../trace/event';
import type { Trace } from '../trace/trace';
import { decodeIcmp } from '../wire/icmp';
import { decodeIpv4 } from '../wire/ipv4';
import { isMalformed } from '../wire/malformed';
import { decodeTcp, FLAG } from '../wire/tcp';
import { simulateAll } from './simulate';

const CLEAR = { loss: 0, reorder: 0, reorderDelayNs: 0, duplicate: 0, corrupt: 0 };

const street = (over: Partial<Street> = {}): Experiment =>
  streetExperiment({ ...defaultStreet('en'), payload: textPayload('ABC'), weather: CLEAR, ...over });

function eventsOf(trace: Trace): TraceEvent[] {
  return Array.from({ length: trace.eventCount }, (_, index) => trace.event(index));
}

function lane(experiment: Experiment, number: 0 | 1): { trace: Trace; events: TraceEvent[] } {
  const trace = simulateAll(experiment).traces[number]!;
  return { trace, events: eventsOf(trace) };
}

const flip = (bit: number): Rule => ({
  link: 'R2-R3',
  direction: 0,
  role: 'piece',
  nth: 1,
  verdict: { kind: 'flip', bit },
});

describe('a clear road', () => {
  it('both apps get the message; UDP needs no set-up, TCP one round trip more', () => {
    const { result } = simulateAll(street());
    expect(result!.lanes.map(({ intact }) => intact)).toEqual([true, true]);
    const [tcp, udp] = result!.lanes;
    expect(udp!.packetsSent).toBe(3);
    // One way: 60 ms of roads and the time to put 29 bytes on them.
    expect(udp!.firstByteNs!).toBeGreaterThan(60e6);
    expect(udp!.firstByteNs!).toBeLessThan(61e6);
    expect(tcp!.firstByteNs! - udp!.firstByteNs!).toBeGreaterThan(120e6);
    expect(tcp!.retransmissions).toBe(0);
  });

  it('an empty message: UDP sends nothing, TCP opens and closes', () => {
    const { result } = simulateAll(street({ payload: textPayload('') }));
    expect(result!.lanes.map(({ intact, finishNs }) => [intact, finishNs])).toEqual([
      [true, null],
      [true, null],
    ]);
    expect(result!.lanes[1]!.packetsSent).toBe(0);
    expect(result!.lanes[0]!.senderTold).toBe('closed');
  });
});

describe('total loss', () => {
  it('TCP gives up after three minutes of SYNs and says so (RFC 9293 §3.8.3); UDP never notices', () => {
    const { result } = simulateAll(street({ weather: { ...CLEAR, loss: 1 } }));
    expect(result!.lanes.map(({ finishNs, deliveredBytes }) => [finishNs, deliveredBytes])).toEqual([
      [null, 0],
      [null, 0],
    ]);
    expect(result!.lanes[0]!.senderTold).toBe('gaveUp');
    expect(result!.lanes[1]!.senderTold).toBe('none');
  });
});

describe('a closed room', () => {
  const closed = street({ ports: { tcp: 9999, udp: 9999 } });

  it('TCP: RST with sequence 0 that acknowledges the SYN; the app is refused (RFC 9293 §3.10.7.1)', () => {
    const { trace, events } = lane(closed, 0);
    const drop = events.find(({ kind, reason }) => kind === 'packetDropped' && reason.kind === 'portClosed')!;
    const sent = events.find(({ cause, kind }) => kind === 'packetSent' && cause === drop.index)!;
    const bytes = trace.packet((sent as { packet: number } & TraceEvent).packet).bytes;
    const ip = decodeIpv4(bytes);
    if (isMalformed(ip)) throw new Error('malformed');
    const segment = decodeTcp(ip.payload);
    if (isMalformed(segment)) throw new Error('malformed');
    expect(segment.header).toMatchObject({ flags: FLAG.rst | FLAG.ack, sequence: 0, sourcePort: 9999 });
    expect(events.some(({ kind, reason }) => kind === 'appTold' && reason.kind === 'connectionRefused')).toBe(
      true,
    );
  });

  it('UDP: ICMP port unreachable quotes the datagram, and the app is told (RFC 1122 §4.1.3.1)', () => {
    const { trace, events } = lane(closed, 1);
    const control = Array.from({ length: trace.packetCount }, (_, id) => trace.packet(id)).filter(
      ({ role }) => role === 'control',
    );
    expect(control).toHaveLength(3);
    const ip = decodeIpv4(control[0]!.bytes);
    if (isMalformed(ip)) throw new Error('malformed');
    expect(decodeIcmp(ip.payload)).toMatchObject({ kind: 'destinationUnreachable', code: 3 });
    const told = events.filter(({ kind, reason }) => kind === 'appTold' && reason.kind === 'portUnreachable');
    expect(told).toHaveLength(3);
  });
});

describe('routers', () => {
  const withTown = (change: (town: Town) => Town): Experiment => {
    const experiment = street();
    return { ...experiment, town: change(experiment.town) };
  };

  it('lower the TTL at each hop (RFC 1812 §5.3.1)', () => {
    const { events } = lane(street(), 1);
    const first = events.flatMap((event) =>
      event.kind === 'packetForwarded' && event.packet === 0 ? [event.timeToLive] : [],
    );
    expect(first).toEqual([63, 62, 61]);
  });

  it('a loop ends by TTL, and time exceeded comes back (RFC 792)', () => {
    const looped = withTown((town) => ({
      ...town,
      routers: town.routers.map((router) =>
        router.id === 'R2'
          ? { ...router, routes: router.routes.map((route) => ({ ...route, link: 'R1-R2' })) }
          : router,
      ),
    }));
    const { events } = lane(looped, 1);
    expect(
      events.some(({ kind, reason }) => kind === 'packetDropped' && reason.kind === 'timeToLiveExceeded'),
    ).toBe(true);
  });

  it('the longest prefix wins, whatever the order of the table (RFC 1812 §5.2.4.3)', () => {
    const narrow = withTown((town) => ({
      ...town,
      routers: town.routers.map((router) =>
        router.id === 'R1'
          ? { ...router, routes: [{ prefix: '0.0.0.0/0', link: 'C-R1' }, ...router.routes] }
          : router,
      ),
    }));
    expect(simulateAll(narrow).result!.lanes[1]!.intact).toBe(true);
  });

  it('without a route: dropped, and network unreachable comes back (RFC 1812 §5.2.7.1)', () => {
    const cut = withTown((town) => ({
      ...town,
      routers: town.routers.map((router) =>
        router.id === 'R2'
          ? { ...router, routes: router.routes.filter(({ link }) => link === 'R1-R2') }
          : router,
      ),
    }));
    const { events } = lane(cut, 1);
    expect(events.some(({ kind, reason }) => kind === 'packetDropped' && reason.kind === 'noRoute')).toBe(
      true,
    );
    expect(events.some(({ kind, reason }) => kind === 'appTold' && reason.kind === 'hostUnreachable')).toBe(
      true,
    );
  });

  it('without a route back either: the error that it made is dropped too, not forgotten', () => {
    const lost = withTown((town) => ({
      ...town,
      routers: town.routers.map((router) => (router.id === 'R2' ? { ...router, routes: [] } : router)),
    }));
    const { events } = lane(lost, 1);
    const packetsOf = (wanted: string): number[] =>
      events.flatMap((event) => (event.kind === wanted && 'packet' in event ? [event.packet] : []));
    expect(new Set(packetsOf('packetDropped'))).toEqual(new Set(packetsOf('packetSent')));
  });
});

describe('damage', () => {
  it('in the IP header is found by the next router (RFC 791 §3.1)', () => {
    const { events } = lane(street({ rules: [flip(8 * 16 + 3)] }), 1);
    expect(events.find(({ kind }) => kind === 'packetDropped')).toMatchObject({
      reason: { kind: 'badIpChecksum' },
    });
  });

  it('in the data is found by the transport; TCP sends again, UDP is one piece short', () => {
    const experiment = street({ rules: [flip(8 * 28)] });
    const { events } = lane(experiment, 1);
    expect(events.find(({ kind }) => kind === 'packetDropped')).toMatchObject({
      reason: { kind: 'badTransportChecksum' },
    });
    const { result } = simulateAll(experiment);
    expect(result!.lanes.map(({ intact }) => intact)).toEqual([true, false]);
    expect(result!.lanes[1]!.missingPieces).toEqual([0]);
  });
});

describe('nothing is scripted', () => {
  it('seed and message change every number of the result', () => {
    const first = simulateAll(streetExperiment(defaultStreet('en'))).result!;
    const other = simulateAll(
      streetExperiment({ ...defaultStreet('en'), seed: 99, payload: textPayload('another, longer message') }),
    ).result!;
    expect(other.traceSha256).not.toBe(first.traceSha256);
    first.lanes.forEach((before, number) => {
      const changed = other.lanes[number]!;
      expect(changed.sentBytes).not.toBe(before.sentBytes);
      expect(changed.finishNs).not.toBe(before.finishNs);
      expect(changed.bytesSent).not.toBe(before.bytesSent);
      expect(changed.deliveredSha256).not.toBe(before.deliveredSha256);
    });
  });
});

describe('a large file', () => {
  it('its blocks carry their numbers, and the rebuilt file is the same in both lanes on a clear road', () => {
    const bytes = Uint8Array.from({ length: 100_000 }, (_, i) => (i * 31) % 256);
    const payload = { kind: 'file', name: 'a', mediaType: 'application/x', bytes, numbered: true } as const;
    const { result } = simulateAll(street({ payload }));
    expect(result!.lanes.map(({ intact }) => intact)).toEqual([true, true]);
  });

  it('a file of zeros with a hole is not intact', () => {
    const payload = {
      kind: 'file',
      name: 'zeros',
      mediaType: 'application/x',
      bytes: new Uint8Array(10_000),
      numbered: true,
    } as const;
    const rules: Rule[] = [{ ...flip(0), nth: 2, verdict: { kind: 'drop' } }];
    const { result } = simulateAll(street({ payload, rules }));
    expect(result!.lanes.map(({ intact }) => intact)).toEqual([true, false]);
  });
});

describe('a run without end', () => {
  it('is cut off after a day of virtual time, and says so', () => {
    const experiment = street({ payload: textPayload('x'.repeat(200)), pieceBytes: 1 });
    const apps = experiment.apps.map((app) => (app.kind === 'send' ? { ...app, everyNs: 600e9 } : app));
    const { result } = simulateAll({ ...experiment, apps });
    expect(result!.lanes.map(({ isCutOff, intact }) => [isCutOff, intact])).toEqual([
      [true, false],
      [true, false],
    ]);
    expect(simulateAll(street()).result!.lanes.map(({ isCutOff }) => isCutOff)).toEqual([false, false]);
  });
});
