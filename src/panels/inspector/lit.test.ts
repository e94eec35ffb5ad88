import { describe, expect, it } from 'vitest';
import { bytesOf, datagram } from '../../../tests/handMade';
import { ETHER_TYPE, encodeEthernet } from '../../wire/ethernet';
import { fieldAt, keysOf, litPart } from './lit';
import { shownLayers } from './shownLayers';

const packet = datagram(bytesOf('HI'));
const layers = shownLayers(packet, { isFrame: false, hasBlockNumber: false });
const frame = encodeEthernet({ destination: 1, source: 2, etherType: ETHER_TYPE.ipv4 }, packet);
const framed = shownLayers(frame, { isFrame: true, hasBlockNumber: false });

describe('what is lit', () => {
  it('is the same field from the field, its bytes and the keyboard', () => {
    const key = fieldAt(layers, 22);
    expect(litPart(layers, key)).toMatchObject({
      layer: { protocol: 'udp' },
      field: { name: 'udp.destinationPort' },
      startBit: 22 * 8,
      endBit: 24 * 8,
    });
    expect(keysOf(layers, null)).toContain(key);
    expect(new Set(keysOf(layers, null)).size).toBe(keysOf(layers, null).length);
  });

  it('can be a whole layer', () => {
    const udp = layers.find(({ protocol }) => protocol === 'udp')!;
    expect(litPart(layers, udp.key)).toMatchObject({ field: undefined, startBit: 160, endBit: 224 });
  });

  it('stays when a frame comes around the packet, and lies further back in it', () => {
    const key = fieldAt(layers, 12)!;
    expect(litPart(layers, key)!.field).toMatchObject({ name: 'ipv4.source', startBit: 96 });
    expect(litPart(framed, key)!.field).toMatchObject({ name: 'ipv4.source', startBit: 96 + 14 * 8 });
    expect(litPart(layers, fieldAt(framed, 0))).toBeUndefined();
  });
});
