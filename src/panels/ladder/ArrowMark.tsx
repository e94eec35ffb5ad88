import { memo } from 'react';
import type { DrawnArrow } from './drawing';
import styles from './Ladder.module.css';

const HEAD = 'M0,0 L-9,-4 L-9,4 Z';
const CROSS = 'M-6,-6 L6,6 M6,-6 L-6,6';
const BIN = 'M-7,0 A7,7 0 1 0 7,0 A7,7 0 1 0 -7,0 M-5,-5 L5,5';
const BOLT = 'M2,-9 L-5,1 L-1,1 L-3,9 L5,-2 L1,-2 Z';

/** The line of an arrow, its head or the mark where it ended; what lies after the moment is clipped away. */
export const ArrowMark = memo(function ArrowMark({ drawn }: { readonly drawn: DrawnArrow }) {
  const { arrow, look, x1, y1, x2, y2 } = drawn;
  const angle = (Math.atan2(y2 - y1, x2 - x1) * 180) / Math.PI;
  const end = `translate(${x2} ${y2})`;
  return (
    <g className={`${styles['mark']} ${styles[look]} ${styles[arrow.ending]}`} data-from={arrow.endNs}>
      <path className={styles['halo']} d={`M${x1},${y1} L${x2},${y2}`} />
      <path
        className={styles['line']}
        d={`M${x1},${y1} L${x2},${y2}`}
        data-again={drawn.facts.again > 0 || undefined}
        data-double={drawn.facts.isDouble || undefined}
      />
      {(arrow.ending === 'arrived' || arrow.ending === 'flying') && (
        <path className={styles['tip']} d={HEAD} transform={`${end} rotate(${angle})`} />
      )}
      {arrow.isDamaged && (
        <path
          className={styles['bolt']}
          d={BOLT}
          transform={`translate(${(x1 + 2 * x2) / 3} ${(y1 + 2 * y2) / 3})`}
        />
      )}
    </g>
  );
});

/** A cross where the packet was lost, a crossed circle where it was thrown away; never half of one. */
export function EndMark({ drawn: { arrow, x2, y2 } }: { readonly drawn: DrawnArrow }) {
  if (arrow.ending !== 'lost' && arrow.ending !== 'dropped') return null;
  return (
    <path
      className={styles['cross']}
      d={arrow.ending === 'lost' ? CROSS : BIN}
      transform={`translate(${x2} ${y2})`}
      data-from={arrow.endNs}
    />
  );
}

/** The dotted bow from the last sending of a piece to this one, inside the lifeline that both leave. */
export function AgainLink({ from, to }: { readonly from: DrawnArrow; readonly to: DrawnArrow }) {
  const bulge = to.arrow.fromX < 0.5 ? 22 : -22;
  return (
    <path
      className={`${styles['again']} ${styles[to.look]}`}
      d={`M${from.x1},${from.y1} C${from.x1 + bulge},${from.y1 + 8} ${to.x1 + bulge},${to.y1 - 8} ${to.x1},${to.y1}`}
    />
  );
}
