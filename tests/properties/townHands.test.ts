import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { simulateAll } from '../../src/engine/simulate';
import { eventsOf } from '../../src/engine/townBench';
import { appSockets } from '../../src/experiment/appSockets';
import type { Command } from '../../src/experiment/command';
import { inconsistencyOf } from '../../src/experiment/consistency';
import type { Experiment } from '../../src/experiment/experiment';
import { PRESETS, type PresetId } from '../../src/experiment/presets/inOrder';
import { townExperiment } from '../../src/experiment/townFile';

const MS = 1_000_000;
/** Between them they have every kind of app; none of them is long. */
const TOWNS: readonly PresetId[] = [
  'three-programs',
  'port-scan',
  'home-behind-nat',
  'app-reliability',
  'dns-trouble',
  'type-a-url',
  'https',
  'quic-vs-tcp',
];

type Stroke = readonly [what: number, which: number, atMs: number];

/** What a hand does in that town: cuts and mends roads, takes power away, closes doors. */
function commandOf({ town, apps, lanes }: Experiment, [what, which, atMs]: Stroke): readonly Command[] {
  const pick = <T>(list: readonly T[]): T => list[which % list.length]!;
  const atNs = atMs * MS;
  const doors = apps.flatMap((app) =>
    appSockets(app, lanes[0]!).map((socket) => ({ ...socket, host: app.host })),
  );
  if (what === 0) return [{ kind: 'powerOff', atNs, host: pick(town.hosts).id }];
  if (what === 1) return doors.length > 0 ? [{ kind: 'closePort', atNs, ...pick(doors) }] : [];
  return [{ kind: what === 2 ? 'cutLink' : 'restoreLink', atNs, link: pick(town.links).id }];
}

/** A preset town in which a hand does up to five things in its first seconds. */
const anyHandledTown = fc
  .record({
    id: fc.constantFrom(...TOWNS),
    strokes: fc.array(fc.tuple(fc.nat(3), fc.nat(1000), fc.nat(3000)), { minLength: 1, maxLength: 5 }),
    seed: fc.nat(1000),
  })
  .map(({ id, strokes, seed }): Experiment => {
    const experiment = townExperiment(PRESETS.find((preset) => preset.id === id)!.town);
    const commands = strokes.flatMap((stroke) => commandOf(experiment, stroke));
    return { ...experiment, seed, commands: commands.toSorted((a, b) => a.atNs - b.atNs) };
  });

describe('hands in any town', () => {
  it('bring every run to an end, and a host without power says and does nothing', () => {
    fc.assert(
      fc.property(anyHandledTown, (experiment) => {
        expect(inconsistencyOf(experiment)).toBeNull();
        const run = simulateAll(experiment);
        expect(run.result!.lanes[0]!.isCutOff).toBe(false);
        const offNs = experiment.town.hosts.map(({ id }) => {
          const off = experiment.commands.find((one) => one.kind === 'powerOff' && one.host === id);
          return off?.atNs ?? Infinity;
        });
        for (const kind of ['packetSent', 'packetAccepted', 'appTold', 'appWrote', 'timerSet'] as const) {
          for (const { place, timeNs } of eventsOf(run, kind)) {
            expect(timeNs).toBeLessThanOrEqual(offNs[place] ?? Infinity);
          }
        }
      }),
      { numRuns: 60 },
    );
  });
});
