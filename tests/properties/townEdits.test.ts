import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type History,
  type HistoryStep,
  NO_HISTORY,
  remember,
  stepBack,
  stepForward,
} from '../../src/app/history';
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

  it('is taken back step by step to exactly what it was, and made again', () => {
    fc.assert(
      fc.property(anyBuilding(), (towns) => {
        const before = towns.map((town) => JSON.stringify(townFileToJson(town)));
        const last = towns.length - 1;
        let history: History = NO_HISTORY;
        for (const left of towns.slice(0, -1)) history = remember(history, left);
        let at: HistoryStep = { history, subject: towns[last]! };
        for (let number = last - 1; number >= 0; number -= 1) {
          at = stepBack(at.history, at.subject)!;
          expect(at.subject).toBe(towns[number]);
        }
        expect(stepBack(at.history, at.subject)).toBeNull();
        for (let number = 1; number <= last; number += 1) at = stepForward(at.history, at.subject)!;
        expect(at.subject).toBe(towns[last]);
        // Nothing was changed in place on the way.
        expect(towns.map((town) => JSON.stringify(townFileToJson(town)))).toEqual(before);
      }),
      RUNS,
    );
  });
});
