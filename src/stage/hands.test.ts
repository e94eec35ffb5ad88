import { describe, expect, it } from 'vitest';
import { simulateAll } from '../engine/simulate';
import type { Command } from '../experiment/command';
import { defaultStreet, streetExperiment } from '../experiment/street';
import { townFacts } from './facts';
import { layoutTown } from './layout';
import { sceneAt } from './scene';
import type { Scene } from './sceneTypes';

const MS = 1_000_000;

function build(commands: readonly Command[]): (ms: number) => Scene {
  const run = simulateAll(streetExperiment({ ...defaultStreet('en'), commands }));
  const plan = layoutTown(townFacts(run.experiment), { width: 1280, height: 600 });
  return (ms) => sceneAt(run, plan, ms * MS);
}

describe('what hands did, at the playhead', () => {
  it('breaks a road from the cut until it is mended', () => {
    const at = build([
      { kind: 'cutLink', atNs: 50 * MS, link: 'R1-R2' },
      { kind: 'restoreLink', atNs: 90 * MS, link: 'R1-R2' },
    ]);
    const cuts = (ms: number): readonly boolean[] => at(ms).links.map(({ isCut }) => isCut);
    expect(cuts(49)).toEqual([false, false, false, false]);
    expect(cuts(50)).toEqual([false, true, false, false]);
    expect(cuts(90)).toEqual([false, false, false, false]);
  });

  it('darkens a house without power and shuts its doors', () => {
    const at = build([{ kind: 'powerOff', atNs: 70 * MS, host: 'S' }]);
    expect(at(69).hosts).toMatchObject({ client: { isOff: false }, server: { isOff: false } });
    expect(at(71).hosts).toMatchObject({ client: { isOff: false }, server: { isOff: true } });
    expect(at(71).lanes.map(({ serverDoor }) => serverDoor.isBound)).toEqual([false, false]);
  });

  it('shuts the door of one closed port, and puts an app to sleep until it reads again', () => {
    const at = build([
      { kind: 'stopReading', atNs: 60 * MS, host: 'S' },
      { kind: 'closePort', atNs: 80 * MS, host: 'S', transport: 'udp', port: 9000 },
      { kind: 'resumeReading', atNs: 100 * MS, host: 'S' },
    ]);
    expect([59, 60, 99, 100].map((ms) => at(ms).hosts.server.isIdle)).toEqual([false, true, true, false]);
    expect(at(79).lanes.map(({ serverDoor }) => serverDoor.isBound)).toEqual([true, true]);
    expect(at(81).lanes.map(({ serverDoor }) => serverDoor.isBound)).toEqual([true, false]);
  });

  it('keeps what nobody reads in the buffer, in order, apart from what waits behind a gap', () => {
    const at = build([{ kind: 'stopReading', atNs: 60 * MS, host: 'S' }]);
    // Pieces 1 and 2 came, 3 was lost, 4 and more came: nothing of it is in the app's hands.
    const { received, unread, held } = at(256).lanes[0]!.receiver;
    expect(received).toEqual([]);
    expect(unread).toEqual([0, 1]);
    expect(held[0]).toBe(3);
  });
});
