import { describe, expect, it } from 'vitest';
import { addCommand, removeCommand, turnCommand } from './interventions';
import type { Command, PacketAct } from './command';
import { defaultStreet, type Street } from './street';
import { CLEAR_WEATHER, WEATHER_LINK } from './town';

const MS = 1_000_000;
const street = defaultStreet('en');

function cut(atMs: number): Command {
  return { kind: 'cutLink', atNs: atMs * MS, link: WEATHER_LINK };
}

function touch(atMs: number, act: PacketAct): Command {
  const packet = { transport: 'udp', from: 'C', role: 'piece', number: 2, copy: 0, double: 0 } as const;
  return { kind: 'touchPacket', atNs: atMs * MS, packet, link: WEATHER_LINK, direction: 0, act };
}

function times({ commands }: Street): readonly number[] {
  return commands.map(({ atNs }) => atNs / MS);
}

describe('interventions of a street', () => {
  it('stand in order of time, whenever they were made', () => {
    const later = addCommand(addCommand(street, cut(300)), touch(100, { kind: 'drop' }));
    expect(times(later)).toEqual([100, 300]);
    expect(times(addCommand(later, touch(300, { kind: 'dup' })))).toEqual([100, 300, 300]);
  });

  it('are not made twice, and say anew what they said', () => {
    const once = addCommand(street, touch(100, { kind: 'hold', delayNs: 5 * MS }));
    const longer = addCommand(once, touch(100, { kind: 'hold', delayNs: 50 * MS }));
    expect(longer.commands).toEqual([touch(100, { kind: 'hold', delayNs: 50 * MS })]);
    expect(addCommand(addCommand(street, cut(100)), cut(100)).commands).toHaveLength(1);
  });

  it('leave what was done later to packets when the weather changes before', () => {
    const weather = { ...CLEAR_WEATHER, loss: 1 };
    const rain: Command = { kind: 'setWeather', atNs: 50 * MS, link: WEATHER_LINK, weather };
    const dropped = addCommand(addCommand(street, { ...rain, atNs: 80 * MS }), touch(100, { kind: 'drop' }));
    expect(addCommand(dropped, rain).commands).toEqual([rain, touch(100, { kind: 'drop' })]);
  });

  it('can be switched off and on again, and taken away', () => {
    const both = addCommand(addCommand(street, cut(100)), cut(200));
    const off = turnCommand(both, 1);
    expect(off.commands).toEqual([cut(100), { ...cut(200), isOff: true }]);
    expect(turnCommand(off, 1)).toEqual(both);
    expect(removeCommand(off, 0).commands).toEqual([{ ...cut(200), isOff: true }]);
  });
});
