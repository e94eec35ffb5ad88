import { describe, expect, it } from 'vitest';
import { simulateAll } from '../engine/simulate';
import { defaultStreet, streetExperiment, textPayload } from '../experiment/street';
import { dnsTrouble } from '../experiment/presets/dnsTrouble';
import { townExperiment } from '../experiment/townFile';
import { packetSort } from '../trace/packetSort';
import { castOf, wholeCast } from './cast';
import { townFacts } from './facts';
import { layoutTown } from './layout';
import { sceneAt } from './scene';

const MS = 1_000_000;
const run = simulateAll(streetExperiment(defaultStreet('en')));
const plan = layoutTown(townFacts(run.experiment), { width: 1280, height: 600 });
const at = (ms: number) => sceneAt(run, plan, ms * MS).packets;

describe('the cast', () => {
  it('has everybody who ever comes on the stage of a small run, with the same face', () => {
    const cast = new Map(wholeCast(run, 'all')!.map((actor) => [actor.key, actor]));
    for (let ms = 0; ms < 2000; ms += 20) {
      for (const { key, face } of at(ms)) expect(cast.get(key)?.face).toBe(face);
    }
  });

  it('gives DNS over TCP the transport that carries it', () => {
    const town = simulateAll(townExperiment(dnsTrouble.town));
    const cards = wholeCast(town, 'all')!.filter(({ face }) => face.paper === 'card');
    const trace = town.traces[0]!;
    for (const { packet, transport } of cards) {
      expect(transport).toBe(packetSort(trace.packet(packet).bytes) === 'datagram' ? 'udp' : 'tcp');
    }
    expect(new Set(cards.map(({ transport }) => transport))).toEqual(new Set(['tcp', 'udp']));
  });

  it('is not known before the run is, and not made for a large one', () => {
    expect(wholeCast({ ...run, result: null }, 'all')).toBe(null);
    const long = { ...defaultStreet('en'), pieceBytes: 1, payload: textPayload('x'.repeat(120)) };
    expect(wholeCast(simulateAll(streetExperiment(long)), 'all')).toBe(null);
  });

  it('of a moment stays the same array while the same packets are on the stage', () => {
    const first = castOf([], at(100));
    expect(castOf(first, at(100.01))).toBe(first);
    const later = castOf(first, at(160));
    expect(later.map(({ key }) => key).toSorted()).toEqual(
      at(160)
        .map(({ key }) => key)
        .toSorted(),
    );
  });

  it('keeps those of the run before until everybody of the next is ready, and none with an old face on the stage', () => {
    const before = wholeCast(run, 'all')!;
    expect(castOf(before, at(100), true)).toBe(before);
    const louder = { ...defaultStreet('en'), payload: textPayload('Other letters altogether') };
    const next = simulateAll(streetExperiment(louder));
    const packets = sceneAt(next, plan, 100 * MS).packets;
    const cast = new Map(castOf(before, packets, true).map((actor) => [actor.key, actor.face]));
    for (const { key, face } of packets) expect(cast.get(key)).toEqual(face);
    for (const { key } of before) expect(cast.has(key)).toBe(true);
  });
});
