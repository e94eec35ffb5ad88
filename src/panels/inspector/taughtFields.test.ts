import { describe, expect, it } from 'vitest';
import { bytesOf, datagram } from '../../../tests/handMade';
import { keysOf } from './lit';
import { shownLayers } from './shownLayers';
import { foldedCount, unfoldedFields } from './taughtFields';

const layers = shownLayers(datagram(bytesOf('HI')), { isFrame: false, hasBlockNumber: false });
const total = layers.reduce((sum, { fields }) => sum + fields.length, 0);
const taught = ['udp.destinationPort', 'data.payload'];

describe('fields that were not taught yet', () => {
  it('are folded away and counted, and no key walks to them', () => {
    const names = layers.flatMap((layer) => unfoldedFields(layer, taught).map(({ name }) => name));
    expect(names).toEqual(taught);
    expect(foldedCount(layers, taught)).toBe(total - taught.length);
    expect(keysOf(layers, taught)).toHaveLength(layers.length + taught.length);
  });

  it('are there as well where nothing is taught step by step', () => {
    expect(foldedCount(layers, null)).toBe(0);
    expect(keysOf(layers, null)).toHaveLength(layers.length + total);
  });

  it('come out when they do not fit', () => {
    const damaged = datagram(bytesOf('HI'));
    damaged[27]! ^= 1;
    const broken = shownLayers(damaged, { isFrame: false, hasBlockNumber: false });
    const names = broken.flatMap((layer) => unfoldedFields(layer, []).map(({ name }) => name));
    expect(names).toEqual(['udp.checksum']);
  });
});
