import { useState } from 'react';
import { layersOf } from '../../wire/fields';
import { BitButtons } from '../BitButtons';
import { useWords } from '../useWords';
import styles from './Hands.module.css';

/** Chooses one bit of a packet: its byte first, then one of eight, with the field that it belongs to. */
export function BitChooser({
  bytes,
  onChoose,
}: {
  readonly bytes: Uint8Array;
  readonly onChoose: (bit: number) => void;
}) {
  const { t } = useWords();
  const [chosen, setByte] = useState(bytes.length - 1);
  const byte = Math.min(Math.max(0, chosen), bytes.length - 1);
  return (
    <div className={styles['bits']}>
      <label>
        {t('hands.byte', { last: bytes.length - 1 })}{' '}
        <input
          type="number"
          min={0}
          max={bytes.length - 1}
          value={byte}
          onChange={(event) => setByte(Number(event.target.value))}
        />
      </label>
      <span className={styles['field']}>{fieldName(t, bytes, byte)}</span>
      <BitButtons byte={byte} value={bytes[byte]!} onFlip={onChoose} />
    </div>
  );
}

/** The field that the byte begins in. */
function fieldName(t: ReturnType<typeof useWords>['t'], bytes: Uint8Array, byte: number): string {
  const fields = layersOf(bytes).flatMap((layer) => layer.fields);
  const field = fields.find(({ startBit, endBit }) => startBit <= byte * 8 && byte * 8 < endBit);
  return field ? t(`panels.fields.${field.name}.name`) : '';
}
