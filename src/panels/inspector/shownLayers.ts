import { BLOCK_NUMBER_BYTES } from '../../experiment/pieces';
import type { Field, FieldName, Layer } from '../../wire/field';
import { layersOf } from '../../wire/fields';

/** A field as the inspector names it: wire's, and the block number that only the apps know of. */
export interface ShownField extends Omit<Field, 'name'> {
  readonly name: FieldName | 'data.blockNumber';
  /** Position among all fields of the packet. */
  readonly number: number;
}

export interface ShownLayer extends Omit<Layer, 'fields'> {
  readonly fields: readonly ShownField[];
  /** It belongs to the packet that an ICMP error quotes. */
  readonly isQuoted: boolean;
}

/** The layers of a packet from the outside in, its fields numbered; `hasBlockNumber` when the data begins with one. */
export function shownLayers(packet: Uint8Array, hasBlockNumber: boolean): readonly ShownLayer[] {
  let number = 0;
  let icmpSeen = false;
  return layersOf(packet).map((layer) => {
    const isQuoted = icmpSeen;
    if (layer.protocol === 'icmp') icmpSeen = true;
    const fields = layer.fields.flatMap((field) =>
      hasBlockNumber && field.name === 'data.payload' ? splitBlockNumber(packet, field) : [field],
    );
    return { ...layer, isQuoted, fields: fields.map((field) => ({ ...field, number: number++ })) };
  });
}

type Unnumbered = Omit<ShownField, 'number'>;

function splitBlockNumber(packet: Uint8Array, field: Field): readonly Unnumbered[] {
  const { startBit, endBit } = field;
  const cutBit = startBit + BLOCK_NUMBER_BYTES * 8;
  if (endBit < cutBit) return [field];
  const view = new DataView(packet.buffer, packet.byteOffset, packet.byteLength);
  const value = view.getUint32(startBit / 8);
  const block: Unnumbered = { name: 'data.blockNumber', startBit, endBit: cutBit, value, display: 'decimal' };
  if (endBit === cutBit) return [block];
  const hex = [...packet.subarray(cutBit / 8, endBit / 8)].map((byte) => byte.toString(16).padStart(2, '0'));
  return [block, { name: field.name, startBit: cutBit, endBit, value: hex.join(''), display: 'bytes' }];
}
