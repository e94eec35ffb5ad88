import { useMemo } from 'react';
import { compareRuns, type LaneComparison } from '../../trace/compareRuns';
import type { Run } from '../../trace/run';
import { Button } from '../../ui/Button';
import type { PointingProps } from '../panelProps';
import { useWords } from '../useWords';
import { differencesOf } from './differences';
import { FigureTable } from './FigureTable';
import styles from './Hands.module.css';
import { Parting } from './Parting';

interface ComparisonCardProps extends Pick<PointingProps, 'run' | 'onSeek'> {
  /** Null while it is computed. */
  readonly other: Run | null;
  readonly onSwap: () => void;
}

/** Two futures beside each other: what is different, in words and in figures, and where they part. */
export function ComparisonCard({ run, other, onSeek, onSwap }: ComparisonCardProps) {
  const words = useWords();
  const { t } = words;
  const lanes = useMemo(() => other && compareRuns(run, other), [run, other]);
  return (
    <section className={styles['card']} aria-label={t('hands.compare.title')}>
      {!other || !lanes ? (
        <p className={styles['hint']}>{t('hands.compare.waiting')}</p>
      ) : (
        <>
          {lanes.map((compared, lane) => (
            <div key={compared.transport} className={styles['lane']} data-lane={compared.transport}>
              <p className={styles['headline']} data-told={compared.transport}>
                <b>{t(`panels.lane.${compared.transport}`)}</b> {headline(words, compared)}
              </p>
              <Parting run={run} other={other} lane={lane} compared={compared} onSeek={onSeek} />
              {compared.divergence && <FigureTable lane={compared} />}
            </div>
          ))}
          <Button onClick={onSwap}>{t('hands.compare.swap')}</Button>
        </>
      )}
    </section>
  );
}

function headline(words: ReturnType<typeof useWords>, lane: LaneComparison): string {
  const told = differencesOf(words, lane);
  return told.length > 0 ? told.join(' · ') : words.t('hands.compare.same');
}
