import { describe, expect, it } from 'vitest';
import { autoRoutes } from './autoRoutes';
import type { Town } from './experiment';
import { host, presetTown, road, router } from './presets/town';

const { town } = presetTown({
  id: 'routes',
  topic: 'ip',
  hosts: [host('A', '192.0.2.10', 0, 0), host('B', '198.51.100.20', 0, 0), host('C', '198.51.100.30', 0, 0)],
  routers: [
    router('R1', '203.0.113.1', 0, 0),
    router('R2', '203.0.113.2', 0, 0),
    router('R3', '203.0.113.3', 0, 0),
  ],
  roads: [
    road('A', 'R1'),
    road('R1', 'R2', { delayMs: 50 }),
    road('R1', 'R3', { delayMs: 10 }),
    road('R3', 'R2', { delayMs: 10 }),
    road('R2', 'B'),
    road('R3', 'C'),
  ],
  apps: [],
}).town.experiment;

function tableOf(id: string, of: Town): readonly string[] {
  const found = autoRoutes(of).routers.find((one) => one.id === id)!;
  return found.routes.map(({ prefix, link }) => `${prefix} ${link}`);
}

describe('tables worked out from the links', () => {
  it('take the way of the shortest delay, however many links it has', () => {
    expect(tableOf('R1', town)).toEqual([
      '192.0.2.0/24 A-R1',
      '198.51.100.0/24 R1-R3',
      '203.0.113.0/24 R1-R3',
    ]);
  });

  it('name single addresses where one network lies in two directions', () => {
    expect(tableOf('R3', town)).toContain('198.51.100.20/32 R3-R2');
    expect(tableOf('R3', town)).toContain('198.51.100.30/32 R3-C');
  });

  it('lead over routers only, and nowhere that cannot be reached', () => {
    const links = town.links.filter(({ id }) => id !== 'R3-R2' && id !== 'R1-R2');
    const detour = [...links, road('C', 'R2')];
    expect(tableOf('R1', { ...town, links: detour })).not.toContain('198.51.100.20/32 R1-R3');
  });

  it('are the same every time', () => {
    expect(autoRoutes(town)).toEqual(autoRoutes(town));
    expect(autoRoutes(autoRoutes(town))).toEqual(autoRoutes(town));
  });
});
