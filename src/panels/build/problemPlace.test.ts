import { describe, expect, it } from 'vitest';
import { ping } from '../../experiment/presets/ping';
import { problemPlace } from './problemPlace';

describe('what is wrong with a town', () => {
  it.each([
    [{ kind: 'duplicate', where: 'town.hosts[1].address' }, 'addressTwice', 'B'],
    [{ kind: 'duplicate', where: 'town.routers[0].address' }, 'addressTwice', 'R1'],
    [{ kind: 'unknownPlace', where: 'town.hosts[0].link' }, 'noRoad', 'A'],
    [{ kind: 'duplicate', where: 'apps[1].port' }, 'portTwice', 'A'],
    [{ kind: 'notAttached', where: 'town.routers[1].routes[0].link' }, 'wrongRow', 'R2'],
    [{ kind: 'outOfRange', where: 'town.hosts', limit: 1 }, 'empty', 'town.hosts'],
    [{ kind: 'outOfRange', where: 'tcp.rtoMaxNs', limit: 1 }, 'other', 'tcp.rtoMaxNs'],
  ] as const)('%o is %s of %s', (problem, key, name) => {
    expect(problemPlace(problem, ping.town)).toMatchObject({ key, name });
  });
});
