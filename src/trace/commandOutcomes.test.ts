import { describe, expect, it } from 'vitest';
import { simulateAll } from '../engine/simulate';
import type { PacketAct, PacketName, TouchPacket } from '../experiment/command';
import { defaultStreet, streetExperiment } from '../experiment/street';
import { CLEAR_WEATHER } from '../experiment/town';
import { commandOutcomes } from './commandOutcomes';

const MS = 1_000_000;
const PIECE: PacketName = { transport: 'udp', from: 'C', role: 'piece', number: 0, copy: 0, double: 0 };

const touch = (atMs: number, act: PacketAct['kind'], who: Partial<PacketName> = {}): TouchPacket => ({
  kind: 'touchPacket',
  atNs: atMs * MS,
  packet: { ...PIECE, ...who },
  link: 'R2-R3',
  direction: 0,
  act: { kind: act } as PacketAct,
});

const experiment = streetExperiment({ ...defaultStreet('en'), weather: CLEAR_WEATHER });
const commands = [
  touch(0, 'drop', { transport: 'tcp', role: 'control' }),
  touch(0, 'rescue'),
  { kind: 'stopReading', atNs: 1 * MS, host: 'S' },
  touch(1, 'drop', { role: 'retransmission', copy: 1 }),
  touch(2, 'swap'),
  { kind: 'cutLink', atNs: 3 * MS, link: 'R3-S' },
  touch(900, 'drop', { number: 3 }),
] as const;

describe('what became of a command', () => {
  const run = simulateAll({ ...experiment, commands });

  it('says whether it did something, and in which lanes', () => {
    expect(commandOutcomes(run)).toEqual([
      { kind: 'met', lanes: [0] },
      { kind: 'noEffect', lanes: [] },
      { kind: 'met', lanes: [0] },
      { kind: 'noPacket', lanes: [] },
      { kind: 'met', lanes: [1] },
      { kind: 'met', lanes: [0, 1] },
      { kind: 'noEffect', lanes: [] },
    ]);
  });

  it('does not know while the engine has not got so far', () => {
    const [first] = commandOutcomes({ ...run, traces: [], result: null });
    expect(first).toEqual({ kind: 'pending', lanes: [] });
  });
});
