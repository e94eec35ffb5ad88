import { describe, expect, it } from 'vitest';
import { ping } from '../../experiment/presets/ping';
import { problemPlace } from './problemPlace';

describe('what is wrong with a town', () => {
  it.each([
    [{ kind: 'duplicate', where: 'town.hosts[1].address' }, 'addressTwice', 'B'],
    [{ kind: 'duplicate', where: 'town.routers[0].address' }, 'addressTwice', 'R1'],
    [{ kind: 'unknownPlace', where: 'town.hosts[0].link' }, 'noRoad', 'A'],
    [{ kind: 'duplicate', where: 'apps[1].port' }, 'portTwice', 'A'],
    [{ kind: 'duplicate', where: 'apps[0].identifier' }, 'pingTwice', 'A'],
    [{ kind: 'duplicate', where: 'apps[0].zones[0].records[1]' }, 'zones', 'A'],
    [{ kind: 'notAttached', where: 'town.routers[1].routes[0].link' }, 'wrongRow', 'R2'],
    [{ kind: 'duplicate', where: 'town.routers[1].routes[1].prefix' }, 'rowTwice', 'R2'],
    [{ kind: 'unknownPlace', where: 'town.routers[0].nat.outside' }, 'natOutside', 'R1'],
    [{ kind: 'duplicate', where: 'town.routers[0].nat.forwards[1].port' }, 'forwardTwice', 'R1'],
    [{ kind: 'notAttached', where: 'town.links[1].detour' }, 'detour', 'R1-R2'],
    [{ kind: 'unknownPlace', where: 'town.links[0].from' }, 'loose', 'A-R1'],
    [{ kind: 'unknownPlace', where: 'rules[2].link' }, 'rule', '3'],
    [{ kind: 'noApp', where: 'commands[0].port' }, 'command', '1'],
    [{ kind: 'outOfRange', where: 'town.hosts', limit: 1 }, 'empty', 'town.hosts'],
    [{ kind: 'outOfRange', where: 'tcp.rtoMaxNs', limit: 1 }, 'other', 'tcp.rtoMaxNs'],
  ] as const)('%o is %s of %s', (problem, key, name) => {
    expect(problemPlace(problem, ping.town)).toMatchObject({ key, name });
  });
});
