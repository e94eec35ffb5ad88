import { describe, expect, it } from 'vitest';
import { simulateAll } from '../engine/simulate';
import { house, inTown, road } from '../engine/townBench';
import { type AppChoice, newApps } from './newApp';
import { addApps } from './townChanges';
import { type TownFile, townExperiment, townProblem } from './townFile';

const STREET = {
  hosts: [house('A', '192.0.2.1', 'A-B'), house('B', '192.0.2.2', 'A-B')],
  routers: [],
  links: [road('A', 'B')],
};
const TWO: TownFile = {
  version: 1,
  kind: 'town',
  name: 'two',
  spots: { A: { x: 100, y: 100 }, B: { x: 300, y: 100 } },
  routing: 'auto',
  experiment: inTown(STREET, []),
};

const given = (town: TownFile, host: string, choice: AppChoice): TownFile =>
  addApps(town, newApps(town, host, choice))!;
const programsIn = ({ experiment }: TownFile): readonly string[] =>
  experiment.apps.map(({ kind, host }) => `${host} ${kind}`);
const toldIn = (town: TownFile): readonly string[] => {
  expect(townProblem(town)).toBeNull();
  const trace = simulateAll(townExperiment(town)).traces[0]!;
  return Array.from({ length: trace.eventCount }, (_, index) => trace.event(index)).flatMap((event) =>
    event.kind === 'appTold' ? [event.reason.kind] : [],
  );
};

describe('programs for names', () => {
  it('find a name at once: a lookup brings the name server that it takes', () => {
    const town = given(TWO, 'A', 'lookup');
    expect(programsIn(town)).toEqual(['B nameServer', 'A lookup']);
    expect(toldIn(town)).toEqual(['nameLookedUp']);
  });

  it('ask the resolver where there is one, and it the name server that came with it', () => {
    const town = given(given(TWO, 'B', 'resolver'), 'A', 'lookup');
    expect(programsIn(town)).toEqual(['A nameServer', 'B resolver', 'A lookup']);
    expect(toldIn(town)).toEqual(['nameLookedUp']);
  });
});
