import { useMemo } from 'react';
import { formatTime } from '../../ui/format';
import { useWords } from '../useWords';
import styles from './Ladder.module.css';
import type { LadderScale } from './scale';

/** Least distance of two ticks. */
const TICK_STEP = 38;

/** When packets were sent, along the left edge, and how long each fold is in truth. Only what lies in the window is drawn. */
export function TimeAxis({
  scale,
  window,
  hasTicks,
  isPartial,
}: {
  readonly scale: LadderScale;
  readonly window: { readonly top: number; readonly bottom: number };
  readonly hasTicks: boolean;
  /** Elsewhere in the town packets are under way that are not drawn. */
  readonly isPartial: boolean;
}) {
  const { t, language } = useWords();
  const chosen = useMemo(() => ticksOf(scale), [scale]);
  const ticks = !hasTicks ? [] : chosen.filter(({ y }) => y >= window.top && y <= window.bottom);
  const folds = scale.folds.filter(({ startY, endY }) => endY >= window.top && startY <= window.bottom);
  return (
    <div aria-hidden="true">
      {ticks.map(({ timeNs, y }) => (
        <span key={timeNs} className={styles['tick']} style={{ top: y }}>
          {formatTime(timeNs, language)}
        </span>
      ))}
      {folds.map(({ startNs, endNs, startY, endY }) => (
        <div
          key={startNs}
          className={styles['fold']}
          data-fold
          style={{ top: startY + 8, height: endY - startY - 26 }}
        >
          <span>
            {t(isPartial ? 'panels.ladderTools.quietHere' : 'panels.ladder.fold', {
              time: formatTime(endNs - startNs, language),
            })}
          </span>
        </div>
      ))}
    </div>
  );
}

/** Sendings whose times have room beside each other; the same ones whatever part is drawn. */
function ticksOf({ ticks }: LadderScale): { readonly timeNs: number; readonly y: number }[] {
  const chosen: { readonly timeNs: number; readonly y: number }[] = [];
  for (const tick of ticks) {
    if (tick.y - (chosen.at(-1)?.y ?? Number.NEGATIVE_INFINITY) >= TICK_STEP) chosen.push(tick);
  }
  return chosen;
}
