import { describe, expect, it } from 'vitest';
import { simulateAll } from '../engine/simulate';
import { defaultStreet, streetExperiment } from '../experiment/street';
import { cardSize } from './card';
import { dotShape, FLAG_SHAPES } from './cardShapes';
import { townFacts } from './facts';
import { layoutTown } from './layout';
import { type CardLook, lookKey } from './paintCard';
import { packetFace, type PacketFace } from './packetFace';

const run = simulateAll(streetExperiment(defaultStreet('en')));
const plan = layoutTown(townFacts(run.experiment), { width: 1400, height: 560 }, 0);
const faces = run.traces.map((trace, lane) =>
  Array.from({ length: trace.packetCount }, (_, packet) => packetFace(run, lane, packet)),
);

function lookOf(face: PacketFace, change: Partial<CardLook> = {}): CardLook {
  const size = cardSize(face, 'short', plan);
  const calm = { isDamaged: false, isMarked: false, state: 'moving' } as const;
  return { face, transport: 'tcp', detail: 'short', size, ...calm, ...change };
}

describe('cards in a crowd', () => {
  it('are told apart by their outline alone, down to the smallest mark', () => {
    const kinds = [
      { paper: 'letter', signal: null },
      { paper: 'stub', signal: null },
      { paper: 'postcard', signal: null },
      { paper: 'card', signal: null },
      { paper: 'slip', signal: null },
      { paper: 'signal', signal: 'SYN' },
      { paper: 'signal', signal: 'FIN' },
      { paper: 'signal', signal: 'RST' },
    ] as const;
    expect(new Set(kinds.map((kind) => dotShape(kind, 5))).size).toBe(kinds.length);
    expect(new Set(Object.values(FLAG_SHAPES)).size).toBe(3);
  });

  it('are painted once for all that look alike, and again for what befell one', () => {
    const [tcp = []] = faces;
    const [one, two] = tcp.filter(
      ({ paper, again, piece }) => paper === 'letter' && again === 0 && piece > 1,
    );
    const again = tcp.find((face) => face.again > 0)!;
    const receipt = tcp.find(({ paper }) => paper === 'stub')!;
    expect(lookKey(lookOf(one!))).toBe(lookKey(lookOf(two!)));
    const looks = [
      lookOf(one!),
      lookOf(again),
      lookOf(receipt),
      lookOf({ ...one!, isTwin: true }),
      lookOf({ ...receipt, duplicateAck: 1 }),
      lookOf(one!, { isDamaged: true }),
      lookOf(one!, { isMarked: true }),
      lookOf(one!, { state: 'late' }),
      lookOf(one!, { detail: 'dot', size: cardSize(one!, 'dot', plan) }),
      ...tcp.filter(({ paper }) => paper === 'signal').map((face) => lookOf(face)),
    ];
    const kinds = new Set(tcp.map(({ signal }) => signal).filter((signal) => signal !== null));
    expect(new Set(looks.map(lookKey)).size).toBe(9 + kinds.size);
  });
});
