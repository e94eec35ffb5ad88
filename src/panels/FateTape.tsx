import { useMemo, useRef } from 'react';
import { fatesOf } from '../trace/fates';
import type { PacketRef } from '../trace/run';
import { useScrollEdges } from '../ui/useScrollEdges';
import { FateCell } from './fateTape/FateCell';
import styles from './fateTape/FateTape.module.css';
import { metCount, metFates, sumOf } from './fateTape/metFates';
import { useRovingStop } from './fateTape/useRovingStop';
import type { MomentProps } from './panelProps';
import { useFact } from './useFact';
import { useReveal } from './fateTape/useReveal';
import { useWords } from './useWords';

/** Longer messages show only the pieces that something has happened to, behind a sum of it all. */
const ALL_UP_TO = 48;
/** Of more, the last ones. */
const MOST_CELLS = 240;

/** What the network does to each piece when it is first sent: the same in both lanes. Nothing of it before its time. */
export function FateTape({
  run,
  playhead,
  onSelect,
}: MomentProps & { readonly onSelect: (ref: PacketRef | null) => void }) {
  const { t } = useWords();
  const fates = useMemo(() => fatesOf(run), [run]);
  const isLong = fates.length > ALL_UP_TO;
  const struck = useMemo(() => (isLong ? metFates(fates) : []), [fates, isLong]);
  const met = useFact(playhead, (timeNs) => metCount(struck, timeNs));
  const sum = useMemo(() => sumOf(struck.slice(0, met)), [struck, met]);
  const shown = isLong ? struck.slice(Math.max(0, met - MOST_CELLS), met) : fates;
  const list = useReveal(playhead);
  const strip = useRef<HTMLDivElement>(null);
  useScrollEdges(strip, list);
  const { stop, ...keys } = useRovingStop(shown.length);
  if (fates.length === 0) return null;
  return (
    <section className={styles['tape']} aria-label={t('panels.fateTape.title')} data-part="tape">
      <h3 className={styles['title']} title={t('panels.fateTape.about')}>
        {t('panels.fateTape.title')}
      </h3>
      {isLong && (
        <p className={styles['summary']}>{t('panels.fateTape.summary', { total: fates.length, ...sum })}</p>
      )}
      <div ref={strip} className={styles['strip']}>
        <ol ref={list} className={styles['cells']} {...keys}>
          {shown.map((fate, i) => (
            <FateCell key={fate.piece} fate={fate} isStop={i === stop} onSelect={onSelect} />
          ))}
        </ol>
      </div>
    </section>
  );
}
