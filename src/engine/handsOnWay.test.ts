import { describe, expect, it } from 'vitest';
import type { Command, PacketAct, PacketName } from '../experiment/command';
import { LIMITS } from '../experiment/limits';
import type { Link, Rule } from '../experiment/experiment';
import { CLEAR_WEATHER } from '../experiment/town';
import type { TraceEvent } from '../trace/event';
import { linkBench } from './linkBench';

const MS = 1_000_000;
const RAIN: Partial<Link> = { weather: { ...CLEAR_WEATHER, loss: 1 } };

/** A hand on packet `number` of the bench's link. */
const touch = (atMs: number, number: number, act: PacketAct, who: Partial<PacketName> = {}): Command => ({
  kind: 'touchPacket',
  atNs: atMs * MS,
  packet: { transport: 'udp', from: 'A', role: 'piece', number, copy: 0, double: 0, ...who },
  link: 'A-B',
  direction: 0,
  act,
});

/** Packet 0, 1, … leave A at these times; a byte takes 1 ms to send and 10 ms to get there. */
function sent(
  leaveMs: readonly number[],
  commands: readonly Command[],
  link: Partial<Link> = {},
  rules: Rule[] = [],
) {
  const bench = linkBench(link, { commands, rules });
  leaveMs.forEach((ms, number) => bench.world.at(ms * MS, () => bench.send(number)));
  const arrived = bench.run();
  const { trace } = bench;
  const events = Array.from({ length: trace.eventCount }, (_, index) => trace.event(index));
  const byHand = events.filter(({ reason }) => reason.kind === 'byHand' || reason.kind === 'linkCut');
  return { ...bench, arrived, events, byHand: byHand.map((event) => brief(event)) };
}

/** What a hand did: the kind of event, the packet, when, and what else it says. */
function brief(event: TraceEvent): string {
  const { index: _, timeNs, cause: _cause, reason: _reason, kind, ...facts } = event;
  const { place: _place, packet, ...rest } = facts as Record<string, number>;
  const numbers = Object.entries(rest).map(([name, value]) => `${name} ${value >= MS ? value / MS : value}`);
  return [`${kind} ${packet} @${timeNs / MS}`, ...numbers].join(', ');
}

describe('drop', () => {
  it('takes a packet on the link where it is', () => {
    const { arrived, byHand } = sent([0, 5], [touch(3, 0, { kind: 'drop' })]);
    expect(byHand).toEqual(['packetLost 0 @3, fraction 0.2']);
    expect(arrived).toEqual(['1@16']);
  });

  it('takes one out of the queue, so that those behind it move up', () => {
    const { arrived, byHand } = sent([0, 0, 0], [touch(0.5, 1, { kind: 'drop' })]);
    expect(byHand).toEqual(['packetLost 1 @0.5, fraction 0']);
    expect(arrived).toEqual(['0@11', '2@12']);
  });

  it('waits for one that is still to come and takes it half-way', () => {
    const { arrived, byHand } = sent([0, 5], [touch(1, 1, { kind: 'drop' })]);
    expect(byHand).toEqual(['packetLost 1 @11, fraction 0.5']);
    expect(arrived).toEqual(['0@11']);
  });

  it('does nothing to one that is past', () => {
    const { arrived, byHand } = sent([0, 5], [touch(12, 0, { kind: 'drop' })]);
    expect(byHand).toEqual([]);
    expect(arrived).toEqual(['0@11', '1@16']);
  });

  it('means one packet by who made it, its role, number, copy and double', () => {
    for (const who of [{ from: 'B' }, { role: 'retransmission' }, { copy: 1 }, { double: 1 }] as const) {
      expect(sent([0], [touch(3, 0, { kind: 'drop' }, who)]).arrived).toEqual(['0@11']);
    }
  });

  it('is caused by the command, and says which', () => {
    const { events } = sent([0], [touch(3, 0, { kind: 'drop' })]);
    const lost = events.find(({ kind }) => kind === 'packetLost')!;
    expect(lost.reason).toEqual({ kind: 'byHand', command: 0 });
    expect(events[lost.cause]).toMatchObject({
      kind: 'commandApplied',
      command: 0,
      cause: -1,
      timeNs: 3 * MS,
    });
  });
});

describe('hold', () => {
  it('makes a packet arrive so much later, and others pass it', () => {
    const { arrived, byHand } = sent([0, 5], [touch(3, 0, { kind: 'hold', delayNs: 7 * MS })]);
    expect(byHand).toEqual(['packetDelayed 0 @3, delayNs 7']);
    expect(arrived).toEqual(['1@16', '0@18']);
  });

  it('adds up, whether it still rests or goes again', () => {
    const hold = (atMs: number) => touch(atMs, 0, { kind: 'hold', delayNs: 4 * MS });
    expect(sent([0], [hold(3), hold(5)]).arrived).toEqual(['0@19']);
    expect(sent([0], [hold(3), hold(9)]).arrived).toEqual(['0@19']);
  });

  it('holds one that waits or is still to come when it enters', () => {
    const hold = (atMs: number) => touch(atMs, 1, { kind: 'hold', delayNs: 4 * MS });
    expect(sent([0, 0], [hold(0.5)]).arrived).toEqual(['0@11', '1@16']);
    expect(sent([0, 5], [hold(0.5)]).arrived).toEqual(['0@11', '1@20']);
  });

  it('puts off what the weather has decided', () => {
    const fair = sent([0], [], RAIN).trace;
    const held = sent([0], [touch(1, 0, { kind: 'hold', delayNs: 50 * MS })], RAIN).trace;
    expect(held.endNs).toBe(fair.endNs + 50 * MS);
    expect(held.event(held.eventCount - 1)).toMatchObject({
      kind: 'packetLost',
      fraction: (fair.event(fair.eventCount - 1) as { fraction: number }).fraction,
    });
  });

  it('keeps the place: one that is dropped while it rests has come no further', () => {
    const commands = [touch(3, 0, { kind: 'hold', delayNs: 9 * MS }), touch(8, 0, { kind: 'drop' })];
    expect(sent([0], commands).byHand).toEqual([
      'packetDelayed 0 @3, delayNs 9',
      'packetLost 0 @8, fraction 0.2',
    ]);
    const later = [touch(3, 0, { kind: 'hold', delayNs: 2 * MS }), touch(8, 0, { kind: 'drop' })];
    expect(sent([0], later).byHand[1]).toBe('packetLost 0 @8, fraction 0.5');
  });
});

describe('dup', () => {
  it('lets a twin follow from the near end', () => {
    const { arrived, byHand, trace } = sent([0], [touch(3, 0, { kind: 'dup' })]);
    expect(byHand).toEqual(['packetDuplicated 0 @3, copy 1']);
    expect(arrived).toEqual(['0@11', '0@14']);
    expect(trace.packet(1)).toMatchObject({ duplicateOf: 0, number: 0 });
  });

  it('puts it first in line behind its original, met in the queue or still to come', () => {
    expect(sent([0, 0, 0], [touch(0.5, 1, { kind: 'dup' })]).arrived).toEqual([
      '0@11',
      '1@12',
      '1@13',
      '2@14',
    ]);
    expect(sent([0, 5], [touch(0, 1, { kind: 'dup' })]).arrived).toEqual(['0@11', '1@16', '1@17']);
  });

  it('gives twins names of their own, twins of twins too', () => {
    const dup = (atMs: number, double: number) => touch(atMs, 0, { kind: 'dup' }, { double });
    const { arrived } = sent([0], [dup(2, 0), dup(4, 1), touch(6, 0, { kind: 'drop' }, { double: 1 })]);
    expect(arrived).toEqual(['0@11', '0@15']);
  });
});

describe('flip', () => {
  it('inverts that bit now', () => {
    const { received, byHand } = sent([0], [touch(3, 0, { kind: 'flip', bit: 1 })]);
    expect(byHand).toEqual(['packetCorrupted 0 @3, bit 1, fraction 0.2']);
    expect([...received[0]!.bytes]).toEqual([0x40]);
  });

  it('inverts the last bit where there is none so far back, also of one in the queue or half-way of one to come', () => {
    const flip: PacketAct = { kind: 'flip', bit: 5000 };
    expect(sent([0, 0], [touch(0.5, 1, flip)]).byHand).toEqual(['packetCorrupted 1 @0.5, bit 7, fraction 0']);
    expect(sent([0, 5], [touch(0.5, 1, flip)]).byHand).toEqual([
      'packetCorrupted 1 @11, bit 7, fraction 0.5',
    ]);
  });

  it('is not the last damage: the same bit is put right by a second one', () => {
    const flip = (atMs: number) => touch(atMs, 0, { kind: 'flip', bit: 3 });
    expect([...sent([0], [flip(3), flip(5)]).received[0]!.bytes]).toEqual([0]);
  });
});

describe('swap', () => {
  const swap: PacketAct = { kind: 'swap' };

  it('lets the one behind it on the link pass, and follows it at once', () => {
    const { arrived, byHand } = sent([0, 5, 6], [touch(7, 0, swap)]);
    expect(byHand).toEqual(['packetDelayed 0 @7, delayNs 5.000001']);
    expect(arrived).toEqual(['1@16', '0@16.000001', '2@17']);
  });

  it('waits for the next one to enter', () => {
    const { arrived, byHand } = sent([0, 20], [touch(3, 0, swap)]);
    expect(byHand).toEqual([
      `packetHeld 0 @3, fraction 0.2, untilNs ${3 + LIMITS.swapWaitNs / MS}`,
      'packetDelayed 0 @20, delayNs 20.000001',
    ]);
    expect(arrived).toEqual(['1@31', '0@31.000001']);
  });

  it('goes on by itself when none comes for long', () => {
    const waitMs = LIMITS.swapWaitNs / MS;
    const { arrived, byHand } = sent([0, 2000], [touch(3, 0, swap)]);
    expect(byHand.at(-1)).toBe(`packetDelayed 0 @${3 + waitMs}, delayNs ${waitMs}`);
    expect(arrived).toEqual([`0@${11 + waitMs}`, '1@2011']);
  });

  it('met in the queue, lets the one behind it pass on the link', () => {
    expect(sent([0, 0, 0], [touch(0.5, 1, swap)]).arrived).toEqual(['0@11', '2@13', '1@13.000001']);
  });

  it('does not wait behind one that is lost', () => {
    const rule: Rule = { link: 'A-B', direction: 0, role: 'piece', nth: 2, verdict: { kind: 'drop' } };
    expect(sent([0, 20, 30], [touch(3, 0, swap)], {}, [rule]).arrived).toEqual(['2@41', '0@41.000001']);
  });

  it('can be ended by a hand that holds the packet for a time', () => {
    const commands = [touch(3, 0, swap), touch(8, 0, { kind: 'hold', delayNs: 2 * MS })];
    const { arrived, byHand } = sent([0, 20], commands);
    expect(byHand[1]).toBe('packetDelayed 0 @8, delayNs 7');
    expect(arrived).toEqual(['0@18', '1@31']);
  });
});

describe('rescue', () => {
  const rescue = (atMs: number, number = 0): Command => touch(atMs, number, { kind: 'rescue' });

  it('lets a packet live that the weather would lose, up to the moment of its loss', () => {
    const lostNs = sent([0], [], RAIN).trace.endNs;
    const { arrived, byHand } = sent([0], [rescue(lostNs / MS)], RAIN);
    expect(arrived).toEqual(['0@11']);
    expect(byHand).toHaveLength(1);
    expect(byHand[0]).toMatch(/^packetRescued 0/);
    expect(sent([0], [rescue(lostNs / MS + 0.001)], RAIN).arrived).toEqual([]);
  });

  it('saves it from a rule, from damage and from a full queue', () => {
    const rule = (verdict: Rule['verdict']): Rule => ({
      link: 'A-B',
      direction: 0,
      role: 'piece',
      nth: 1,
      verdict,
    });
    expect(sent([0], [rescue(0)], {}, [rule({ kind: 'drop' })]).arrived).toEqual(['0@11']);
    const damaged = sent([0], [rescue(0)], {}, [rule({ kind: 'flip', bit: 1 })]);
    expect([...damaged.received[0]!.bytes]).toEqual([0]);
    expect(sent([0, 0], [], { queuePackets: 0 }).arrived).toEqual(['0@11']);
    const full = sent([0, 0], [rescue(0, 1)], { queuePackets: 0 });
    expect(full.byHand).toEqual(['packetRescued 1 @0, fraction 0']);
    expect(full.arrived).toEqual(['0@11', '1@12']);
  });

  it('does not save it from another hand, nor from a cut', () => {
    expect(sent([0], [rescue(0), touch(3, 0, { kind: 'drop' })]).arrived).toEqual([]);
    expect(sent([0], [rescue(0), { kind: 'cutLink', atNs: 3 * MS, link: 'A-B' }]).arrived).toEqual([]);
  });
});

describe('a link that is cut', () => {
  const cut = (atMs: number): Command => ({ kind: 'cutLink', atNs: atMs * MS, link: 'A-B' });
  const restore = (atMs: number): Command => ({ kind: 'restoreLink', atNs: atMs * MS, link: 'A-B' });

  it('loses what is on it, and what enters until it is restored', () => {
    const { arrived, byHand } = sent([0, 1, 6, 20], [cut(5), restore(8)]);
    expect(byHand).toEqual([
      'packetLost 0 @5, fraction 0.4',
      'packetLost 1 @5, fraction 0.3',
      'packetLost 2 @6, fraction 0',
    ]);
    expect(arrived).toEqual(['3@31']);
  });

  it('lets those in the queue out one by one, into nothing', () => {
    const { byHand } = sent([0, 0], [cut(0.5)]);
    expect(byHand).toEqual(['packetLost 0 @0.5, fraction 0', 'packetLost 1 @1, fraction 0']);
  });

  it('is the cause of what it loses', () => {
    const { events } = sent([0, 6], [cut(5)]);
    const lost = events.filter(({ kind }) => kind === 'packetLost');
    expect(lost.map(({ cause }) => events[cause]!.kind)).toEqual(['commandApplied', 'commandApplied']);
  });
});
