import { describe, expect, it } from 'vitest';
import { simulateAll } from '../src/engine/simulate';
import { PRESETS, type PresetId } from '../src/experiment/presets/inOrder';
import { townExperiment, townProblem } from '../src/experiment/townFile';
import { parseTownFile, townFileToJson } from '../src/experiment/townText';
import { dnsPromises } from './presets/dns';
import { packTown, unpackTown } from '../src/experiment/townLink';
import { firstPromises } from './presets/first';
import { ipPromises } from './presets/ip';
import { portPromises } from './presets/ports';
import { linkPromises } from './presets/links';
import type { Promised } from './presets/promise';
import { webPromises } from './presets/web';

const PROMISES: Readonly<Record<PresetId, Promised>> = {
  ...firstPromises,
  ...linkPromises,
  ...dnsPromises,
  ...ipPromises,
  ...portPromises,
  ...webPromises,
};

/** Nobody watches longer. */
const LONGEST_NS = 600_000_000_000;

describe('preset towns', () => {
  it.each(PRESETS.map((preset) => [preset.id, preset] as const))(
    '%s shows what it promises',
    (id, { town }) => {
      expect(townProblem(town)).toBeNull();
      expect(parseTownFile(townFileToJson(town), 'x')).toEqual({ ok: true, town });
      expect(unpackTown(packTown(town)!)).toEqual({ ok: true, town });
      const run = simulateAll(townExperiment(town));
      expect(run.result!.lanes[0]!.isCutOff).toBe(false);
      expect(run.traces[0]!.endNs).toBeLessThan(LONGEST_NS);
      PROMISES[id](run);
    },
  );

  it('have names of their own', () => {
    expect(new Set(PRESETS.map(({ id }) => id)).size).toBe(PRESETS.length);
  });
});
