import { describe, expect, it } from 'vitest';
import type { Command } from '../../experiment/command';
import { defaultStreet, type StreetCommand, streetExperiment } from '../../experiment/street';
import { WEATHER_LINK } from '../../experiment/town';
import { simulateAll } from '../../engine/simulate';
import { isMet } from './isMet';

const cut: Command = { kind: 'cutLink', atNs: 0, link: 'C-R1' };

function drop(number: number): Command {
  const packet = { transport: 'udp', from: 'C', role: 'piece', number, copy: 0, double: 0 } as const;
  return { kind: 'touchPacket', atNs: 1, packet, link: WEATHER_LINK, direction: 0, act: { kind: 'drop' } };
}

function met(...commands: readonly StreetCommand[]): readonly boolean[] {
  const run = simulateAll(streetExperiment({ ...defaultStreet('en'), commands }));
  return commands.map((_, number) => isMet(run, commands, number));
}

describe('a hand', () => {
  it('meets its packet, or none that this future does not have', () => {
    expect(met(drop(3), drop(99))).toEqual([true, false]);
  });

  it('is told from others by its place among those in force', () => {
    expect(met({ ...drop(98), isOff: true }, drop(99), { ...drop(2), isOff: true }, drop(3))).toEqual([
      true,
      false,
      true,
      true,
    ]);
  });

  it('may be kept from its packet by another, and what touches no packet always happens', () => {
    expect(met(cut, drop(3))).toEqual([true, false]);
  });
});
