import { describe, expect, it } from 'vitest';
import { simulateAll } from '../engine/simulate';
import type { Experiment } from '../experiment/experiment';
import { ping } from '../experiment/presets/ping';
import { PRESETS } from '../experiment/presets/inOrder';
import { townExperiment } from '../experiment/townFile';
import { courseOf } from './course';
import { openingSpeed } from './openingSpeed';

/** Seconds of watching at the speed with which it opens. */
function watched(experiment: Experiment): number {
  const run = simulateAll(experiment);
  const { map, storyEndNs } = courseOf(run, 'true');
  return map.toPosition(storyEndNs) / 1e9 / openingSpeed(run);
}

/** The same town on roads so many times as fast. */
function faster(experiment: Experiment, times: number): Experiment {
  const { town } = experiment;
  const links = town.links.map((link) => ({
    ...link,
    delayNs: link.delayNs / times,
    rateBps: link.rateBps * times,
  }));
  return { ...experiment, town: { ...town, links } };
}

describe('the speed at which a town opens', () => {
  it('lets each preset last long enough to be followed and not longer than half a minute', () => {
    for (const { id, town } of PRESETS) {
      const seconds = watched(townExperiment(town));
      expect(seconds, id).toBeGreaterThan(3);
      expect(seconds, id).toBeLessThanOrEqual(30);
    }
  });

  it('is as good where packets take microseconds: the waits between are folded', () => {
    const seconds = watched(faster(townExperiment(ping.town), 1000));
    expect(seconds).toBeGreaterThan(10);
    expect(seconds).toBeLessThanOrEqual(30);
  });
});
