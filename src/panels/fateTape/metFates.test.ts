import { describe, expect, it } from 'vitest';
import { ms } from '../../../tests/handMade';
import type { PieceFate } from '../../trace/fates';
import { metCount, metFates, sumOf } from './metFates';

const calm = {
  loss: false,
  delayNs: 0,
  duplicate: false,
  corrupt: false,
  byRule: false,
  byHand: false,
  unsettled: false,
};

function fate(piece: number, metMs: number | null, what: Partial<PieceFate> = {}): PieceFate {
  return {
    ...calm,
    piece,
    sentNs: ms(piece),
    metNs: metMs === null ? null : ms(metMs),
    packets: [],
    ...what,
  };
}

describe('the pieces that have met something', () => {
  const tape = [
    fate(0, 40, { loss: true }),
    fate(1, null),
    fate(2, 20, { delayNs: ms(5), duplicate: true }),
    fate(3, 60, { loss: true }),
  ];
  const struck = metFates(tape);

  it('come in the order in which it happened, without those that went well', () => {
    expect(struck.map(({ piece }) => piece)).toEqual([2, 0, 3]);
  });

  it('are only those of the past', () => {
    expect([0, 19, 20, 59, 60].map((time) => metCount(struck, ms(time)))).toEqual([0, 0, 1, 2, 3]);
  });

  it('are counted by what happened', () => {
    expect(sumOf(struck.slice(0, 2))).toEqual({ loss: 1, delay: 1, duplicate: 1, corrupt: 0 });
  });
});
