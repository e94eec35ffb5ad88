import { describe, expect, it } from 'vitest';
import { simulateAll } from '../engine/simulate';
import { nextStep, takeStep } from './firstSteps';
import { ping } from './presets/ping';
import { emptyTown, remove } from './townEdits';
import { type TownFile, townExperiment, townProblem } from './townFile';

const { town: _town, apps: _apps, ...settings } = ping.town.experiment;
const EMPTY = emptyTown('x', settings);

describe('the first steps of a town', () => {
  it('lead from nothing to an echo that comes back, in three', () => {
    const kinds: string[] = [];
    let file: TownFile = EMPTY;
    for (let step = nextStep(file); step; step = nextStep(file)) {
      kinds.push(step.kind);
      file = takeStep(file, step)!.town;
    }
    expect(kinds).toEqual(['computer', 'another', 'program']);
    expect(townProblem(file)).toBeNull();
    expect(simulateAll(townExperiment(file)).traces[0]!.packetCount).toBe(6);
  });

  it('are none where two stand apart', () => {
    const two = takeStep(takeStep(EMPTY, { kind: 'computer' })!.town, { kind: 'another', beside: 'A' })!.town;
    expect(nextStep(remove(two, { kind: 'link', id: 'B-A' }))).toBeNull();
  });
});
