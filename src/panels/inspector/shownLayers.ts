import { BLOCK_NUMBER_BYTES } from '../../experiment/pieces';
import type { Field, FieldName, Layer } from '../../wire/field';
import { frameLayersOf, layersOf } from '../../wire/fields';

/** A field as the inspector names it: wire's, and the block number that only the apps know of. */
export interface ShownField extends Omit<Field, 'name'> {
  readonly name: FieldName | 'data.blockNumber';
  /** The same for this field in the packet and in a frame around it; another for each field of a packet. */
  readonly key: string;
}

export interface ShownLayer extends Omit<Layer, 'fields'> {
  readonly fields: readonly ShownField[];
  readonly key: string;
  /** It belongs to the packet that an ICMP error quotes. */
  readonly isQuoted: boolean;
}

/** What the packet is shown with. */
export interface LayerOptions {
  /** The bytes are those of the Ethernet frame around the packet. */
  readonly isFrame: boolean;
  /** The data begins with a block number. */
  readonly hasBlockNumber: boolean;
}

/** The layers of a packet, or of the frame around it, from the outside in; of a frame its end comes last. */
export function shownLayers(
  bytes: Uint8Array,
  { isFrame, hasBlockNumber }: LayerOptions,
): readonly ShownLayer[] {
  const seen = new Map<string, number>();
  const keyOf = (name: string): string => {
    const nth = (seen.get(name) ?? 0) + 1;
    seen.set(name, nth);
    return `${name}.${nth}`;
  };
  let icmpSeen = false;
  return (isFrame ? frameLayersOf(bytes) : layersOf(bytes)).map((layer) => {
    const isQuoted = icmpSeen && layer.protocol !== 'ethernetTrailer';
    if (layer.protocol === 'icmp') icmpSeen = true;
    const fields = layer.fields.flatMap((field) =>
      hasBlockNumber && field.name === 'data.payload' ? splitBlockNumber(bytes, field) : [field],
    );
    return {
      ...layer,
      key: keyOf(layer.protocol),
      isQuoted,
      fields: fields.map((field) => ({ ...field, key: keyOf(field.name) })),
    };
  });
}

type Unnamed = Omit<ShownField, 'key'>;

function splitBlockNumber(packet: Uint8Array, field: Field): readonly Unnamed[] {
  const { startBit, endBit } = field;
  const cutBit = startBit + BLOCK_NUMBER_BYTES * 8;
  if (endBit < cutBit) return [field];
  const view = new DataView(packet.buffer, packet.byteOffset, packet.byteLength);
  const value = view.getUint32(startBit / 8);
  const block: Unnamed = { name: 'data.blockNumber', startBit, endBit: cutBit, value, display: 'decimal' };
  if (endBit === cutBit) return [block];
  const hex = [...packet.subarray(cutBit / 8, endBit / 8)].map((byte) => byte.toString(16).padStart(2, '0'));
  return [block, { name: field.name, startBit: cutBit, endBit, value: hex.join(''), display: 'bytes' }];
}
