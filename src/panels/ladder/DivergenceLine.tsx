import { useMemo } from 'react';
import { firstDivergence } from '../../trace/divergence';
import type { Run } from '../../trace/run';
import { useWords } from '../useWords';
import styles from './Ladder.module.css';
import type { LadderScale } from './scale';

/** Where two futures part, across both of their ladders. */
export function DivergenceLine({
  run,
  other,
  lane,
  scale,
}: {
  readonly run: Run;
  readonly other: Run;
  readonly lane: number;
  readonly scale: LadderScale;
}) {
  const { t } = useWords();
  // A run that is still being computed seems to part where it ends.
  const areComplete = run.result !== null && other.result !== null;
  const divergence = useMemo(
    () => (areComplete ? firstDivergence(run.traces[lane]!, other.traces[lane]!) : null),
    [run, other, lane, areComplete],
  );
  if (!divergence) return null;
  return (
    <div className={styles['parting']} style={{ top: scale.toArrivalY(divergence.timeNs) }}>
      <span>{t('panels.ladderTools.diverges')}</span>
    </div>
  );
}
