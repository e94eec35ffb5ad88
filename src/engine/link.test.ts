import { describe, expect, it } from 'vitest';
import type { Experiment, Link } from '../experiment/experiment';
import { CLASSROOM_TCP } from '../experiment/tcpPresets';
import type { PacketIdentity } from '../trace/packetRecord';
import { Trace } from '../trace/trace';
import { LinkWay, serialisationNs } from './link';
import type { Packet } from './packet';
import { World } from './world';

const MS = 1_000_000;
const CLEAR = { loss: 0, reorder: 0, reorderDelayNs: 0, duplicate: 0, corrupt: 0 };

/** A link A–B alone in the world; `send` puts numbered packets of `bytes` bytes on it. */
function bench(over: Partial<Link>, experimentOver: Partial<Experiment> = {}) {
  const link: Link = {
    id: 'A-B',
    from: 'A',
    to: 'B',
    delayNs: 10 * MS,
    rateBps: 8_000,
    queuePackets: 2,
    framingBytes: 0,
    weather: CLEAR,
    ...over,
  };
  const host = (id: string) => ({ id, address: '192.0.2.1', link: 'A-B' });
  const experiment: Experiment = {
    version: 1,
    seed: 1,
    town: { hosts: [host('A'), host('B')], routers: [], links: [link] },
    lanes: ['udp'],
    apps: [],
    tcp: CLASSROOM_TCP,
    rules: [],
    commands: [],
    ...experimentOver,
  };
  const trace = new Trace('udp');
  const world = new World(experiment, trace);
  const arrived: string[] = [];
  const received: Packet[] = [];
  const way = new LinkWay(world, link, 0, {
    receive: (packet) => {
      received.push(packet);
      arrived.push(`${packet.identity.number}@${world.now / MS}`);
    },
  });
  const send = (number: number, bytes = 1): void => {
    const identity: PacketIdentity = {
      role: 'piece',
      piece: number,
      number,
      copy: 0,
      original: -1,
      duplicateOf: -1,
    };
    const made = { identity, bytes: new Uint8Array(bytes), payloadBytes: bytes, weatherNs: null };
    way.send(world.makePacket(0, made, -1, { kind: 'none' }));
  };
  const run = (): string[] => {
    while (!world.queue.isEmpty) {
      world.now = world.queue.nextNs;
      world.queue.take()();
    }
    return arrived;
  };
  const kinds = (kind: string): number =>
    Array.from({ length: trace.eventCount }, (_, i) => trace.kindAt(i)).filter((k) => k === kind).length;
  return { world, way, send, run, received, kinds, trace };
}

describe('serialisation', () => {
  it('takes bits over rate, rounded up to a nanosecond, and no time at rate 0', () => {
    expect(serialisationNs(1, 10_000_000)).toBe(800);
    expect(serialisationNs(1, 3_000_000)).toBe(2667);
    expect(serialisationNs(1500, 0)).toBe(0);
  });

  it('counts the framing bytes', () => {
    const { send, run } = bench({ framingBytes: 1 });
    send(0);
    expect(run()).toEqual(['0@12']);
  });
});

describe('queue', () => {
  it('first in, first out, one serialisation time apart', () => {
    const { send, run } = bench({});
    [0, 1, 2].forEach((number) => send(number));
    expect(run()).toEqual(['0@11', '1@12', '2@13']);
  });

  it('drops the newest when it is full: one on the link and two waiting', () => {
    const { send, run, kinds } = bench({});
    [0, 1, 2, 3].forEach((number) => send(number));
    expect(run()).toEqual(['0@11', '1@12', '2@13']);
    expect(kinds('packetDropped')).toBe(1);
    expect(kinds('packetQueued')).toBe(2);
  });

  it('a copy made by the link comes behind its original, even where sending takes no time', () => {
    const { send, run, trace } = bench({ rateBps: 0, weather: { ...CLEAR, duplicate: 1 } });
    send(0);
    expect(run()).toEqual(['0@10', '0@10']);
    const events = Array.from({ length: trace.eventCount }, (_, i) => trace.event(i));
    const arrivals = events.flatMap((event) => (event.kind === 'packetArrived' ? [event.packet] : []));
    expect(arrivals.map((packet) => trace.packet(packet).duplicateOf)).toEqual([-1, 0]);
  });

  it('a copy made by the link shares no bytes with its original', () => {
    const { send, run, received } = bench({ weather: { ...CLEAR, duplicate: 1 } });
    send(0);
    run();
    received[0]!.bytes[0] = 9;
    expect(received.map(({ bytes }) => bytes[0])).toEqual([9, 0]);
  });

  it('a changed rate and delay hold for packets that enter later', () => {
    const { world, way, send, run } = bench({});
    send(0);
    world.at(5 * MS, () => {
      way.change({ delayNs: 1 * MS, rateBps: 0, queuePackets: 2 });
      send(1);
    });
    expect(run()).toEqual(['1@6', '0@11']);
  });
});

describe('rules', () => {
  const rule = (nth: number, verdict: Experiment['rules'][number]['verdict']) =>
    ({ link: 'A-B', direction: 0, role: 'piece', nth, verdict }) as const;

  it('drop, delay, dup and flip do what they say', () => {
    const rules = [
      rule(1, { kind: 'drop' }),
      rule(2, { kind: 'delay', delayNs: 60 * MS }),
      rule(3, { kind: 'dup' }),
      rule(4, { kind: 'flip', bit: 7 }),
    ];
    const { send, run, kinds, trace } = bench({ queuePackets: 9 }, { rules });
    [0, 1, 2, 3].forEach((number) => send(number));
    expect(run()).toEqual(['2@13', '2@14', '3@15', '1@72']);
    expect([kinds('packetLost'), kinds('packetDelayed'), kinds('packetDuplicated')]).toEqual([1, 1, 1]);
    const flipped = Array.from({ length: trace.eventCount }, (_, i) => trace.event(i)).find(
      ({ kind }) => kind === 'packetCorrupted',
    );
    expect(flipped).toMatchObject({ bit: 7, reason: { kind: 'rule', rule: 3 } });
  });
});
