import type { ReactNode } from 'react';
import type { SequenceBase } from '../../wire/summaryTcp';
import { rfcText } from '../rfcText';
import { useWords } from '../useWords';
import type { Damage } from './damage';
import { fieldSource } from './fieldSource';
import styles from './Inspector.module.css';
import type { LitPart } from './lit';
import type { ShownField, ShownLayer } from './shownLayers';

/** One sentence on the lit field with its bits and its RFC; what was damaged, or how to begin, when none is lit. */
export function FieldAbout({
  lit,
  bytes,
  base,
  damage,
  children,
}: {
  readonly lit: LitPart | undefined;
  readonly bytes: Uint8Array;
  readonly base: SequenceBase | undefined;
  readonly damage: Damage | null;
  /** What else can be done here, while nothing is lit. */
  readonly children?: ReactNode;
}) {
  const { t } = useWords();
  const field = lit?.field;
  if (lit && !field) return <LayerAbout layer={lit.layer} />;
  if (!lit || !field) {
    const [before, after] = [hexByte(damage?.before), hexByte(damage?.after)];
    return (
      <p
        className={styles['about']}
        id="field-about"
        data-damage={damage !== null || undefined}
        data-hint={damage === null || undefined}
      >
        {damage ? t('panels.inspector.damaged', { before, after }) : t('panels.inspector.hexHint')}
        {children}
      </p>
    );
  }
  const source = fieldSource(field.name);
  const relative = relativeNumber(field, base);
  const { startBit, endBit } = field;
  // Counted from the beginning of its own header, as the RFC draws it.
  const start = startBit - lit.layer.start * 8;
  const bits =
    endBit - startBit === 1
      ? t('panels.inspector.bit', { start })
      : t('panels.inspector.bits', { start, end: start + endBit - startBit - 1 });
  return (
    <p className={styles['about']} id="field-about">
      <b>{t(`panels.fields.${field.name}.name`)}</b> {t(`panels.fields.${field.name}.about`)}{' '}
      {relative !== null && <em>{t('panels.inspector.relative', { value: relative })}</em>}{' '}
      <small>
        {bits}
        {endBit - startBit < 8 && ` = ${bitText(bytes, startBit, endBit)}`}
        {source && ` · ${rfcText(t, source)}`}
      </small>
    </p>
  );
}

function LayerAbout({ layer }: { readonly layer: ShownLayer }) {
  const { t } = useWords();
  const { protocol } = layer;
  return (
    <p className={styles['about']} id="field-about">
      <b>{t(`panels.inspector.layer.${protocol}`)}</b> {t(`panels.inspector.layerAbout.${protocol}`)}
    </p>
  );
}

/** A sequence or acknowledgment number counted from its SYN; null for other fields. */
function relativeNumber({ name, value }: ShownField, base: SequenceBase | undefined): number | null {
  if (!base) return null;
  if (name === 'tcp.sequence') return (Number(value) - base.initialSequence) >>> 0;
  if (name === 'tcp.acknowledgment' && Number(value) !== 0) {
    return (Number(value) - base.peerInitialSequence) >>> 0;
  }
  return null;
}

function bitText(bytes: Uint8Array, startBit: number, endBit: number): string {
  let text = '';
  for (let bit = startBit; bit < endBit; bit += 1) text += ((bytes[bit >> 3] ?? 0) >> (7 - (bit & 7))) & 1;
  return text;
}

function hexByte(value = 0): string {
  return `0x${value.toString(16).padStart(2, '0')}`;
}
