import { memo, useEffect, useMemo, useRef } from 'react';
import { useWords } from '../useWords';
import { byteTexts } from './byteTexts';
import styles from './Inspector.module.css';
import type { ShownField } from './shownLayers';

interface HexProps {
  readonly bytes: Uint8Array;
  /** As its maker sent it. */
  readonly original: Uint8Array;
  readonly columns: number;
  readonly fields: readonly ShownField[];
  readonly lit: ShownField | undefined;
  readonly damagedBit: number;
  readonly onLight: (field: number | null) => void;
}

/** All bytes in hex and as text; the lit field's shine, the damaged one is striped, those changed on the way underlined. */
export function HexView(props: HexProps) {
  const { bytes, columns, fields, lit, onLight } = props;
  const { t } = useWords();
  const frame = useRef<HTMLDivElement>(null);
  const texts = useMemo(() => byteTexts(bytes), [bytes]);
  const rows = Array.from({ length: Math.ceil(bytes.length / columns) }, (_, row) => row * columns);
  const firstLit = lit ? lit.startBit >> 3 : -1;
  useEffect(() => {
    if (firstLit < 0) return;
    frame.current?.querySelector(`[data-byte="${firstLit}"]`)?.scrollIntoView({ block: 'nearest' });
  }, [firstLit]);
  const point = (target: EventTarget): void => {
    const cell = target instanceof Element ? target.closest<HTMLElement>('[data-byte]') : null;
    if (cell) onLight(fieldAt(fields, Number(cell.dataset['byte'])));
  };
  return (
    <section
      ref={frame}
      className={styles['hex']}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls, and not only for a mouse
      tabIndex={0}
      aria-label={t('panels.inspector.hex')}
      onPointerOver={(event) => point(event.target)}
      onPointerLeave={() => onLight(null)}
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

type RowProps = Omit<HexProps, 'fields' | 'lit' | 'onLight'> & {
  readonly start: number;
  readonly end: number;
  readonly litFrom: number;
  readonly litTo: number;
  readonly texts: readonly string[];
};

const HexRow = memo(
  function HexRow({ bytes, original, start, end, columns, litFrom, litTo, damagedBit, texts }: RowProps) {
    const cells = Array.from({ length: end - start }, (_, i) => start + i);
    const mark = (at: number) => ({
      'data-byte': at,
      'data-lit': (at >= litFrom && at < litTo) || undefined,
      'data-damaged': at === damagedBit >> 3 || undefined,
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
    litPart(old) === litPart(now),
);

function litPart({ start, end, litFrom, litTo }: RowProps): string {
  return `${Math.max(start, litFrom)}-${Math.max(start, Math.min(end, litTo))}`;
}

/** The field that holds the byte; of several that share it, the one with the most bits. */
function fieldAt(fields: readonly ShownField[], byte: number): number | null {
  const holders = fields.filter(({ startBit, endBit }) => startBit < byte * 8 + 8 && endBit > byte * 8);
  const widest = holders.toSorted((a, b) => b.endBit - b.startBit - (a.endBit - a.startBit))[0];
  return widest?.number ?? null;
}
