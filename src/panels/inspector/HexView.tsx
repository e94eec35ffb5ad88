import { memo, useEffect, useMemo, useRef } from 'react';
import { useWords } from '../useWords';
import { byteTexts } from './byteTexts';
import styles from './Inspector.module.css';
import { fieldAt, type Lit, type LitPart } from './lit';
import type { ShownLayer } from './shownLayers';
import { useByteKeys } from './useByteKeys';

interface HexProps {
  readonly bytes: Uint8Array;
  /** As its maker sent it. */
  readonly original: Uint8Array;
  readonly columns: number;
  readonly layers: readonly ShownLayer[];
  readonly lit: LitPart | undefined;
  readonly damagedBit: number;
  readonly onLight: (lit: Lit) => void;
  /** The byte of which the bits are offered, or -1. */
  readonly chosen: number;
  /** A byte was pressed; undefined where nothing can be done to one. */
  readonly onChoose: ((byte: number, isByKey: boolean) => void) | undefined;
}

/** All bytes in hex and as text; the lit field's shine, the damaged one is striped, those changed on the way underlined. */
export function HexView(props: HexProps) {
  const { bytes, columns, layers, lit, onLight, onChoose } = props;
  const { t } = useWords();
  const frame = useRef<HTMLDivElement>(null);
  const texts = useMemo(() => byteTexts(bytes), [bytes]);
  const rows = Array.from({ length: Math.ceil(bytes.length / columns) }, (_, row) => row * columns);
  const firstLit = lit ? lit.startBit >> 3 : -1;
  useEffect(() => {
    if (firstLit < 0) return;
    frame.current?.querySelector(`[data-byte="${firstLit}"]`)?.scrollIntoView({ block: 'nearest' });
  }, [firstLit]);
  const damagedAt = props.damagedBit >> 3;
  useEffect(() => {
    // What was damaged is seen without being looked for.
    frame.current?.querySelector(`[data-byte="${damagedAt}"]`)?.scrollIntoView({ block: 'nearest' });
  }, [damagedAt]);
  const point = (target: EventTarget): void => {
    const byte = byteAt(target);
    if (byte >= 0) onLight(fieldAt(layers, byte));
  };
  const press = (target: EventTarget): void => {
    const byte = byteAt(target);
    if (byte >= 0) onChoose?.(byte, false);
  };
  const keys = useByteKeys(
    { firstLit, endLit: lit ? (lit.endBit + 7) >> 3 : -1, count: bytes.length, columns },
    (byte) => onLight(fieldAt(layers, byte)),
    onChoose && ((byte) => onChoose(byte, true)),
  );
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- bytes are walked by arrows and pressed by Enter
    <section
      ref={frame}
      className={styles['hex']}
      data-pressable={onChoose !== undefined || undefined}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls, and not only for a mouse
      tabIndex={0}
      aria-label={t('panels.inspector.hex')}
      onPointerOver={(event) => point(event.target)}
      onPointerLeave={() => onLight(null)}
      onClick={(event) => press(event.target)}
      onKeyDown={keys.onKeyDown}
    >
      {rows.map((start) => (
        <HexRow
          key={start}
          start={start}
          end={Math.min(bytes.length, start + columns)}
          litFrom={lit ? lit.startBit >> 3 : -1}
          litTo={lit ? (lit.endBit + 7) >> 3 : -1}
          texts={texts}
          {...props}
        />
      ))}
    </section>
  );
}

/** The byte whose cell that is, or -1. */
function byteAt(target: EventTarget): number {
  const cell = target instanceof Element ? target.closest<HTMLElement>('[data-byte]') : null;
  return cell ? Number(cell.dataset['byte']) : -1;
}

type RowProps = Omit<HexProps, 'layers' | 'lit' | 'onLight' | 'onChoose'> & {
  readonly start: number;
  readonly end: number;
  readonly litFrom: number;
  readonly litTo: number;
  readonly texts: readonly string[];
};

const HexRow = memo(
  function HexRow({
    bytes,
    original,
    start,
    end,
    columns,
    litFrom,
    litTo,
    damagedBit,
    chosen,
    texts,
  }: RowProps) {
    const cells = Array.from({ length: end - start }, (_, i) => start + i);
    const mark = (at: number) => ({
      'data-byte': at,
      'data-lit': (at >= litFrom && at < litTo) || undefined,
      'data-damaged': at === damagedBit >> 3 || undefined,
      'data-chosen': at === chosen || undefined,
      'data-changed': bytes[at] !== original[at] || undefined,
    });
    return (
      <div className={styles['row']}>
        <span className={styles['offset']}>{start.toString(16).padStart(4, '0')}</span>
        <span className={styles['hexes']} style={{ gridTemplateColumns: `repeat(${columns}, 1fr)` }}>
          {cells.map((at) => (
            <span key={at} {...mark(at)}>
              {bytes[at]!.toString(16).padStart(2, '0')}
            </span>
          ))}
        </span>
        <span
          className={styles['texts']}
          style={{ gridTemplateColumns: `repeat(${columns}, 1fr)` }}
          aria-hidden="true"
        >
          {cells.map((at) => (
            <span key={at} {...mark(at)}>
              {texts[at]}
            </span>
          ))}
        </span>
      </div>
    );
  },
  // A row away from the light looks the same wherever the light is.
  (old, now) =>
    old.bytes === now.bytes &&
    old.columns === now.columns &&
    old.damagedBit === now.damagedBit &&
    old.chosen === now.chosen &&
    litPartOf(old) === litPartOf(now),
);

function litPartOf({ start, end, litFrom, litTo }: RowProps): string {
  return `${Math.max(start, litFrom)}-${Math.max(start, Math.min(end, litTo))}`;
}
