import { describe, expect, it } from 'vitest';
import type { Rule, Weather } from '../experiment/experiment';
import type { PacketIdentity } from '../trace/packetRecord';
import { corruptedBit, type FateIdentity, rollFate, ruledFate } from './fate';

const identity: PacketIdentity = {
  flow: 0,
  role: 'piece',
  piece: 2,
  number: 2,
  copy: 0,
  original: -1,
  duplicateOf: -1,
};
const who = (over: Partial<PacketIdentity> = {}, seed = 1): FateIdentity => ({
  seed,
  link: 2,
  direction: 0,
  packet: { ...identity, ...over },
  fragmentOffset: 0,
  maker: -1,
});
const weather = (over: Partial<Weather>): Weather => ({
  loss: 0,
  reorder: 0,
  reorderDelayNs: 60,
  duplicate: 0,
  corrupt: 0,
  ...over,
});

describe('the dice', () => {
  it('hit as often as the weather says, for each misfortune', () => {
    const tries = 20_000;
    const share = (over: Partial<Weather>): number => {
      let hits = 0;
      for (let number = 0; number < tries; number += 1) {
        const fate = rollFate(weather(over), who({ number, piece: number }));
        if (fate.loss || fate.extraDelay || fate.duplicate || fate.corrupt) hits += 1;
      }
      return hits / tries;
    };
    expect(share({ loss: 0.2 })).toBeCloseTo(0.2, 1);
    expect(share({ reorder: 0.3 })).toBeCloseTo(0.3, 1);
    expect(share({ duplicate: 0.1 })).toBeCloseTo(0.1, 1);
    expect(share({ corrupt: 0.5 })).toBeCloseTo(0.5, 1);
    expect(share({})).toBe(0);
    expect(share({ loss: 1 })).toBe(1);
  });

  it('a higher loss keeps every packet lost that was lost before', () => {
    for (let number = 0; number < 500; number += 1) {
      if (rollFate(weather({ loss: 0.2 }), who({ number })).loss) {
        expect(rollFate(weather({ loss: 0.4 }), who({ number })).loss).not.toBeNull();
      }
    }
  });

  it('another seed, another luck', () => {
    const luck = (seed: number): string =>
      Array.from({ length: 64 }, (_, number) =>
        rollFate(weather({ loss: 0.5 }), who({ number }, seed)).loss ? 'x' : '.',
      ).join('');
    expect(luck(1)).not.toBe(luck(2));
  });

  it('damages the same bit of the payload whatever header stands before it', () => {
    const udp = corruptedBit(who(), 28 + 3, 3) - 28 * 8;
    const tcp = corruptedBit(who(), 40 + 3, 3) - 40 * 8;
    expect(udp).toBe(tcp);
    expect(udp).toBeGreaterThanOrEqual(0);
    expect(udp).toBeLessThan(24);
  });
});

describe('authored rules', () => {
  const drop: Rule = { link: 'R2-R3', direction: 0, role: 'piece', nth: 3, verdict: { kind: 'drop' } };
  const delay: Rule = { ...drop, verdict: { kind: 'delay', delayNs: 60 } };

  it('the first that matches decides', () => {
    expect(ruledFate([drop, delay], 'R2-R3', who())?.loss).toEqual({ kind: 'rule', rule: 0 });
    expect(ruledFate([delay, drop], 'R2-R3', who())?.extraDelay?.delayNs).toBe(60);
  });

  it('match link, direction, role and number, and never a retransmission, a copy or a later fragment', () => {
    expect(ruledFate([drop], 'R1-R2', who())).toBeUndefined();
    expect(ruledFate([drop], 'R2-R3', { ...who(), direction: 1 })).toBeUndefined();
    expect(ruledFate([drop], 'R2-R3', who({ number: 3 }))).toBeUndefined();
    expect(ruledFate([drop], 'R2-R3', who({ role: 'control' }))).toBeUndefined();
    expect(ruledFate([drop], 'R2-R3', who({ role: 'retransmission' }))).toBeUndefined();
    expect(ruledFate([drop], 'R2-R3', who({ duplicateOf: 7 }))).toBeUndefined();
    expect(ruledFate([drop], 'R2-R3', { ...who(), fragmentOffset: 1 })).toBeUndefined();
  });
});
