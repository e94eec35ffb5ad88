import { describe, expect, it } from 'vitest';
import { filterPort } from './doorEdits';
import { portScan } from './presets/portScan';

const SOCKET = { transport: 'tcp', port: 23 } as const;

describe('a firewall before a door', () => {
  it('is put there and taken away again', () => {
    const { town } = portScan;
    const guarded = filterPort(town, 'S', SOCKET, true);
    expect(guarded.experiment.town.hosts[1]!.filters).toEqual([{ transport: 'tcp', port: 3306 }, SOCKET]);
    expect(filterPort(guarded, 'S', SOCKET, false)).toEqual(town);
    expect(filterPort(town, 'S', { transport: 'tcp', port: 3306 }, false).experiment.town.hosts[1]).toEqual({
      id: 'S',
      address: '198.51.100.20',
      link: 'R2-S',
    });
  });
});
