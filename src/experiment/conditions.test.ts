import { describe, expect, it } from 'vitest';
import type { Command } from './command';
import { hostCondition, isCut, isPortClosed } from './conditions';

const commands: readonly Command[] = [
  { kind: 'cutLink', atNs: 10, link: 'R2-R3' },
  { kind: 'stopReading', atNs: 15, host: 'S' },
  { kind: 'restoreLink', atNs: 20, link: 'R2-R3' },
  { kind: 'closePort', atNs: 25, host: 'S', transport: 'udp', port: 9000 },
  { kind: 'resumeReading', atNs: 30, host: 'S' },
  { kind: 'powerOff', atNs: 40, host: 'S' },
];

describe('the condition of the town', () => {
  it('of a link: cut until it is restored', () => {
    expect([9, 10, 19, 20].map((timeNs) => isCut(commands, 'R2-R3', timeNs))).toEqual([
      false,
      true,
      true,
      false,
    ]);
    expect(isCut(commands, 'R3-S', 10)).toBe(false);
  });

  it('of a host: reading or not, and off for good', () => {
    expect(hostCondition(commands, 'S', 14)).toEqual({ isOff: false, isReading: true });
    expect(hostCondition(commands, 'S', 29)).toEqual({ isOff: false, isReading: false });
    expect(hostCondition(commands, 'S', 50)).toEqual({ isOff: true, isReading: true });
    expect(hostCondition(commands, 'C', 50)).toEqual({ isOff: false, isReading: true });
  });

  it('of a port: open until a hand closes it, in its own transport', () => {
    const port = { host: 'S', transport: 'udp', port: 9000 } as const;
    expect(isPortClosed(commands, port, 24)).toBe(false);
    expect(isPortClosed(commands, port, 25)).toBe(true);
    expect(isPortClosed(commands, { ...port, transport: 'tcp' }, 25)).toBe(false);
  });
});
