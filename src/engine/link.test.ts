import { describe, expect, it } from 'vitest';
import type { Experiment } from '../experiment/experiment';
import { CLEAR_WEATHER } from '../experiment/town';
import { serialisationNs } from './link';
import { linkBench } from './linkBench';

const MS = 1_000_000;

describe('serialisation', () => {
  it('takes bits over rate, rounded up to a nanosecond, and no time at rate 0', () => {
    expect(serialisationNs(1, 10_000_000)).toBe(800);
    expect(serialisationNs(1, 3_000_000)).toBe(2667);
    expect(serialisationNs(1500, 0)).toBe(0);
  });

  it('counts the framing bytes', () => {
    const { send, run } = linkBench({ framingBytes: 1 });
    send(0);
    expect(run()).toEqual(['0@12']);
  });
});

describe('queue', () => {
  it('first in, first out, one serialisation time apart', () => {
    const { send, run } = linkBench({});
    [0, 1, 2].forEach((number) => send(number));
    expect(run()).toEqual(['0@11', '1@12', '2@13']);
  });

  it('drops the newest when it is full: one on the link and two waiting', () => {
    const { send, run, kinds } = linkBench({});
    [0, 1, 2, 3].forEach((number) => send(number));
    expect(run()).toEqual(['0@11', '1@12', '2@13']);
    expect(kinds('packetDropped')).toBe(1);
    expect(kinds('packetQueued')).toBe(2);
  });

  it('a copy made by the link comes behind its original, even where sending takes no time', () => {
    const { send, run, trace } = linkBench({ rateBps: 0, weather: { ...CLEAR_WEATHER, duplicate: 1 } });
    send(0);
    expect(run()).toEqual(['0@10', '0@10']);
    const events = Array.from({ length: trace.eventCount }, (_, i) => trace.event(i));
    const arrivals = events.flatMap((event) => (event.kind === 'packetArrived' ? [event.packet] : []));
    expect(arrivals.map((packet) => trace.packet(packet).duplicateOf)).toEqual([-1, 0]);
  });

  it('a copy made by the link shares no bytes with its original', () => {
    const { send, run, received } = linkBench({ weather: { ...CLEAR_WEATHER, duplicate: 1 } });
    send(0);
    run();
    received[0]!.bytes[0] = 9;
    expect(received.map(({ bytes }) => bytes[0])).toEqual([9, 0]);
  });

  it('a changed rate and delay hold for packets that enter later', () => {
    const { world, way, send, run } = linkBench({});
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
    const { send, run, kinds, trace } = linkBench({ queuePackets: 9 }, { rules });
    [0, 1, 2, 3].forEach((number) => send(number));
    expect(run()).toEqual(['2@13', '2@14', '3@15', '1@72']);
    expect([kinds('packetLost'), kinds('packetDelayed'), kinds('packetDuplicated')]).toEqual([1, 1, 1]);
    const flipped = Array.from({ length: trace.eventCount }, (_, i) => trace.event(i)).find(
      ({ kind }) => kind === 'packetCorrupted',
    );
    expect(flipped).toMatchObject({ bit: 7, reason: { kind: 'rule', rule: 3 } });
  });
});
