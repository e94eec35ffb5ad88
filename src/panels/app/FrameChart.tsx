import type { ReactNode } from 'react';
import type { CallFrame } from '../../trace/callView';
import styles from './AppView.module.css';

const WIDTH = 320;
const ROW = 10;
const EDGE = 6;

/** Time runs to the right, frames run down: from when it was due to when it came, and the deadline between them. */
export function FrameChart({ frames }: { readonly frames: readonly CallFrame[] }): ReactNode {
  const [first] = frames;
  if (!first) return null;
  const endNs = Math.max(...frames.map(({ deadlineNs, arrivedNs }) => Math.max(deadlineNs, arrivedNs ?? 0)));
  const x = (timeNs: number): number =>
    EDGE + ((timeNs - first.dueNs) / Math.max(1, endNs - first.dueNs)) * (WIDTH - 2 * EDGE);
  const height = frames.length * ROW + 2;
  return (
    <svg className={styles['chart']} viewBox={`0 0 ${WIDTH} ${height}`} aria-hidden="true">
      {frames.map(({ number, fate, dueNs, deadlineNs, arrivedNs }) => {
        const y = number * ROW + ROW / 2 + 1;
        const limit = x(deadlineNs);
        const end = arrivedNs === null ? limit : x(arrivedNs);
        return (
          <g key={number} className={styles['bar']} data-fate={fate}>
            <path className={styles['limit']} d={`M${limit} ${y - 4}v8`} />
            {fate !== 'awaited' && fate !== 'missing' && <path d={`M${x(dueNs)} ${y}H${end}`} />}
            {fate === 'onTime' && <circle cx={end} cy={y} r="3" />}
            {fate === 'late' && <path className={styles['solid']} d={`M${end} ${y - 4}l4 7h-8z`} />}
            {fate === 'missing' && <path d={`M${limit - 3} ${y - 3}l6 6m0 -6l-6 6`} />}
          </g>
        );
      })}
    </svg>
  );
}
