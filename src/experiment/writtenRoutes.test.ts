import { describe, expect, it } from 'vitest';
import { loop } from './presets/loop';
import { ping } from './presets/ping';
import { townExperiment, townProblem } from './townFile';
import { withRoutes } from './writtenRoutes';

describe('a table written by hand', () => {
  it('holds from then on, and the others stay as they were worked out', () => {
    const before = townExperiment(ping.town).town.routers;
    const town = withRoutes(ping.town, 'R2', []);
    expect(town.routing).toBe('manual');
    const after = townExperiment(town).town.routers;
    expect(after.find(({ id }) => id === 'R2')!.routes).toEqual([]);
    expect(after.find(({ id }) => id === 'R1')).toEqual(before.find(({ id }) => id === 'R1'));
  });

  it('can end a loop', () => {
    const rows = [
      { prefix: '192.0.2.0/24', link: 'R2-R3' },
      { prefix: '198.51.100.0/24', link: 'R3-B' },
    ];
    const town = withRoutes(loop.town, 'R3', rows);
    expect(townProblem(town)).toBeNull();
    expect(townExperiment(town).town.routers[2]!.routes).toEqual(rows);
  });
});
