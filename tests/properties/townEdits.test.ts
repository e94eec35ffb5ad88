import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { simulateAll } from '../../src/engine/simulate';
import { townExperiment, townProblem } from '../../src/experiment/townFile';
import { parseTownFile, townFileToJson } from '../../src/experiment/townText';
import { packTown, unpackTown } from '../../src/experiment/townLink';
import { anyBuilding } from '../arbitraryTown';

const RUNS = { numRuns: 150 };

describe('a town that is built at random', () => {
  it('either runs to an end or says why it cannot', () => {
    let [ran, refused] = [0, 0];
    fc.assert(
      fc.property(anyBuilding(), (towns) => {
        const town = towns.at(-1)!;
        const problem = townProblem(town);
        if (problem) {
          refused += 1;
          expect(problem.where).not.toBe('');
          return;
        }
        ran += 1;
        expect(simulateAll(townExperiment(town)).result!.lanes[0]!.isCutOff).toBe(false);
      }),
      RUNS,
    );
    expect(ran).toBeGreaterThan(RUNS.numRuns / 10);
    expect(refused).toBeGreaterThan(RUNS.numRuns / 10);
  });

  it('comes back whole from a file and from a link, however impossible', () => {
    fc.assert(
      fc.property(anyBuilding(), (towns) => {
        const town = towns.at(-1)!;
        const json: unknown = JSON.parse(JSON.stringify(townFileToJson(town)));
        expect(parseTownFile(json, 'x')).toEqual({ ok: true, town });
        expect(unpackTown(packTown(town)!)).toEqual({ ok: true, town });
      }),
      RUNS,
    );
  });

  it('has every house on the map, roads between houses, and programs in computers', () => {
    fc.assert(
      fc.property(anyBuilding(), (towns) => {
        for (const { spots, experiment } of towns) {
          const { hosts, routers, links } = experiment.town;
          const ids = [...hosts, ...routers].map(({ id }) => id);
          expect(Object.keys(spots).toSorted()).toEqual(ids.toSorted());
          for (const { from, to } of links)
            expect([ids.includes(from), ids.includes(to)]).toEqual([true, true]);
          for (const { host } of experiment.apps) expect(ids).toContain(host);
        }
      }),
      RUNS,
    );
  });
});
