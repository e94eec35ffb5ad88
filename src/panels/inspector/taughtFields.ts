import type { ShownField, ShownLayer } from './shownLayers';

/** Names of the fields that are told of by now; null: all of them. */
export type TaughtFields = readonly string[] | null;

/** The fields of a layer that are not folded away. One that does not fit is told of whether it was taught or not. */
export function unfoldedFields({ fields }: ShownLayer, taught: TaughtFields): readonly ShownField[] {
  return taught === null
    ? fields
    : fields.filter(({ name, valid }) => taught.includes(name) || valid === false);
}

/** How many fields of all layers are folded away. */
export function foldedCount(layers: readonly ShownLayer[], taught: TaughtFields): number {
  return layers.reduce((sum, layer) => sum + layer.fields.length - unfoldedFields(layer, taught).length, 0);
}
