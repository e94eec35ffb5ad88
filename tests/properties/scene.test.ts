import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { simulateAll } from '../../src/engine/simulate';
import { townFacts } from '../../src/stage/facts';
import { layoutTown } from '../../src/stage/layout';
import { sceneAt } from '../../src/stage/scene';
import { experiment } from './arbitraries';

const SIZE = { width: 1280, height: 600 };
const SECOND_NS = 1_000_000_000;

const moments = fc.array(fc.integer({ min: 0, max: 3 * SECOND_NS }), { minLength: 2, maxLength: 6 });

describe('the scene', () => {
  it('at t by jumping there equals the scene at t by playing, forward or back', () => {
    let withPackets = 0;
    fc.assert(
      fc.property(experiment(), moments, (input, visited) => {
        const played = simulateAll(input);
        const plan = layoutTown(townFacts(input), SIZE);
        const seen = visited.map((timeNs) => JSON.stringify(sceneAt(played, plan, timeNs)));
        const last = visited.length - 1;
        const jumped = simulateAll(input);
        const scene = sceneAt(jumped, plan, visited[last]!);
        expect(JSON.stringify(scene)).toBe(seen[last]);
        if (scene.packets.length > 0) withPackets += 1;
      }),
      { numRuns: 500, verbose: fc.VerbosityLevel.Verbose },
    );
    expect(withPackets).toBeGreaterThan(25);
  });
});
