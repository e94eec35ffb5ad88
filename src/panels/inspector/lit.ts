import type { ShownField, ShownLayer } from './shownLayers';
import { type TaughtFields, unfoldedFields } from './taughtFields';

/** What is pointed at, in whichever of the three views: the key of a field, or of a layer as a whole. */
export type Lit = string | null;

/** What is lit, found among the layers as they are now. */
export interface LitPart {
  /** The layer that is lit, or that holds the lit field. */
  readonly layer: ShownLayer;
  /** Undefined when the whole layer is lit. */
  readonly field: ShownField | undefined;
  readonly startBit: number;
  readonly endBit: number;
}

/** The part behind a key; undefined for none, and for one that this packet has no longer. */
export function litPart(layers: readonly ShownLayer[], lit: Lit): LitPart | undefined {
  for (const layer of layers) {
    if (layer.key === lit)
      return { layer, field: undefined, startBit: layer.start * 8, endBit: layer.end * 8 };
    const field = layer.fields.find(({ key }) => key === lit);
    if (field) return { layer, field, startBit: field.startBit, endBit: field.endBit };
  }
  return undefined;
}

/** All keys in the order in which the arrow keys walk: each layer, then those of its fields that are not folded away. */
export function keysOf(layers: readonly ShownLayer[], taught: TaughtFields): readonly string[] {
  return layers.flatMap((layer) => [layer.key, ...unfoldedFields(layer, taught).map(({ key }) => key)]);
}

/** The key of the field that holds the byte; of several that share it, the one with the most bits. */
export function fieldAt(layers: readonly ShownLayer[], byte: number): Lit {
  const holders = layers
    .flatMap(({ fields }) => fields)
    .filter(({ startBit, endBit }) => startBit < byte * 8 + 8 && endBit > byte * 8);
  const widest = holders.toSorted((a, b) => b.endBit - b.startBit - (a.endBit - a.startBit))[0];
  return widest?.key ?? null;
}
