import { useLayoutEffect, useMemo, useRef } from 'react';
import { fatesOf } from '../trace/fates';
import type { PacketRef } from '../trace/run';
import { FateCell } from './fateTape/FateCell';
import styles from './fateTape/FateTape.module.css';
import { fateStates, isPlain } from './fateTape/fateStates';
import type { MomentProps } from './panelProps';
import { revealer } from './reveal';
import { useWords } from './useWords';

/** Longer messages show only the pieces that something happened to, behind a sum of it all. */
const ALL_UP_TO = 48;
const MOST_CELLS = 240;

/** What the network does to each piece when it is first sent: the same in both lanes. */
export function FateTape({
  run,
  playhead,
  onSelect,
}: MomentProps & { readonly onSelect: (ref: PacketRef | null) => void }) {
  const { t } = useWords();
  const fates = useMemo(() => fatesOf(run), [run]);
  const isLong = fates.length > ALL_UP_TO;
  const shown = isLong ? fates.filter((fate) => !isPlain(fate)).slice(0, MOST_CELLS) : fates;
  const list = useRef<HTMLOListElement>(null);
  useLayoutEffect(() => {
    const reveal = revealer(list.current);
    reveal(playhead.get());
    return playhead.on('change', reveal);
  });
  if (fates.length === 0) return null;
  return (
    <section className={styles['tape']} aria-label={t('panels.fateTape.title')}>
      <h3 className={styles['title']} title={t('panels.fateTape.about')}>
        {t('panels.fateTape.title')}
      </h3>
      {isLong && <p className={styles['summary']}>{t('panels.fateTape.summary', sumOf(fates))}</p>}
      <ol ref={list} className={styles['cells']}>
        {shown.map((fate) => (
          <FateCell key={fate.piece} fate={fate} onSelect={onSelect} />
        ))}
      </ol>
    </section>
  );
}

function sumOf(fates: ReturnType<typeof fatesOf>) {
  const states = fates.map(fateStates);
  const count = (kind: string): number => states.filter((kinds) => kinds.some((k) => k === kind)).length;
  return {
    total: fates.length,
    loss: count('loss'),
    delay: count('delay'),
    duplicate: count('duplicate'),
    corrupt: count('corrupt'),
  };
}
