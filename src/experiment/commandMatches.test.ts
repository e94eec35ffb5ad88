import { describe, expect, it } from 'vitest';
import type { Command, PacketAct } from './command';
import { experimentToJson } from './experimentJson';
import { LIMITS } from './limits';
import { defaultStreet, streetExperiment } from './street';
import { parseExperiment, streetProblem } from './validate';

const piece = { transport: 'tcp', from: 'C', role: 'piece', number: 2, copy: 0, double: 0 } as const;
const touch = (act: PacketAct): Command => ({
  kind: 'touchPacket',
  atNs: 5,
  packet: piece,
  link: 'R2-R3',
  direction: 0,
  act,
});

function problemWith(command: unknown): unknown {
  const experiment = experimentToJson(streetExperiment(defaultStreet('en')));
  const parsed = parseExperiment({ ...experiment, commands: [command] });
  return parsed.ok ? null : parsed.problem;
}

describe('a command', () => {
  it.each<Command>([
    touch({ kind: 'drop' }),
    touch({ kind: 'hold', delayNs: LIMITS.delayNs }),
    touch({ kind: 'dup' }),
    touch({ kind: 'flip', bit: LIMITS.flipBit }),
    touch({ kind: 'swap' }),
    touch({ kind: 'rescue' }),
    { kind: 'cutLink', atNs: 5, link: 'C-R1' },
    { kind: 'restoreLink', atNs: 5, link: 'C-R1' },
    { kind: 'closePort', atNs: 5, host: 'S', transport: 'udp', port: 9000 },
    { kind: 'closePort', atNs: 5, host: 'C', transport: 'tcp', port: 50_000 },
    { kind: 'powerOff', atNs: 5, host: 'C' },
    { kind: 'stopReading', atNs: 5, host: 'S' },
    { kind: 'resumeReading', atNs: 5, host: 'S' },
  ])('may be $kind', (command) => {
    expect(problemWith(command)).toBeNull();
  });

  it.each([
    [{ ...touch({ kind: 'drop' }), link: 'X' }, 'unknownPlace', 'link'],
    [{ ...touch({ kind: 'drop' }), packet: { ...piece, from: 'X' } }, 'unknownPlace', 'packet.from'],
    [{ ...touch({ kind: 'drop' }), packet: { ...piece, copy: -1 } }, 'outOfRange', 'packet.copy'],
    [{ ...touch({ kind: 'drop' }), direction: 2 }, 'unknownChoice', 'direction'],
    [{ ...touch({ kind: 'drop' }), act: { kind: 'burn' } }, 'unknownChoice', 'act.kind'],
    [touch({ kind: 'hold', delayNs: LIMITS.delayNs + 1 }), 'outOfRange', 'act.delayNs'],
    [touch({ kind: 'flip', bit: LIMITS.flipBit + 1 }), 'outOfRange', 'act.bit'],
    [{ kind: 'cutLink', atNs: 5, link: 'X' }, 'unknownPlace', 'link'],
    [{ kind: 'powerOff', atNs: 5, host: 'R1' }, 'unknownPlace', 'host'],
    [{ kind: 'powerOff', atNs: LIMITS.timeNs + 1, host: 'C' }, 'outOfRange', 'atNs'],
    [{ kind: 'closePort', atNs: 5, host: 'S', transport: 'tcp', port: 9000 }, 'noApp', 'port'],
    [{ kind: 'closePort', atNs: 5, host: 'S', transport: 'tcp', port: 0 }, 'outOfRange', 'port'],
    [{ kind: 'stopReading', atNs: 5, host: 'C' }, 'noApp', 'host'],
    [{ kind: 'explode', atNs: 5 }, 'unknownChoice', 'kind'],
  ])('%j: %s in %s', (command, kind, where) => {
    expect(problemWith(command)).toMatchObject({ kind, where: `commands[0].${where}` });
  });

  it('that is switched off is kept by the street, left out by the experiment, and checked all the same', () => {
    const off = { kind: 'powerOff', atNs: 7, host: 'C', isOff: true } as const;
    const on = touch({ kind: 'drop' });
    const street = { ...defaultStreet('en'), commands: [on, off] };
    expect(streetExperiment(street).commands).toEqual([on]);
    expect(streetProblem(street)).toBeNull();
    expect(streetProblem({ ...street, commands: [off, on] })).toEqual({
      kind: 'outOfOrder',
      where: 'commands[1].atNs',
    });
    expect(problemWith(off)).toEqual({ kind: 'unknownField', where: 'commands[0].isOff' });
  });
});
