import { memo } from 'react';
import { type DrawnArrow, linePath } from './drawing';
import styles from './Ladder.module.css';
import { againPath, BOLT, headOf, endingShape } from './shapes';

/** The line of an arrow, its head or the mark where it ended; what lies after the moment is clipped away. */
export const ArrowMark = memo(function ArrowMark({ drawn }: { readonly drawn: DrawnArrow }) {
  const { arrow, look, x1, y1, x2, y2 } = drawn;
  const angle = (Math.atan2(y2 - y1, x2 - x1) * 180) / Math.PI;
  const end = `translate(${x2} ${y2})`;
  return (
    <g className={`${styles['mark']} ${styles[look]} ${styles[arrow.ending]}`} data-from={arrow.endNs}>
      <path className={styles['halo']} d={linePath(drawn)} />
      <path
        className={styles['line']}
        d={linePath(drawn)}
        data-again={drawn.facts.again > 0 || undefined}
        data-double={drawn.facts.isDouble || undefined}
      />
      {(arrow.ending === 'arrived' || arrow.ending === 'flying') && (
        <path className={styles['tip']} d={headOf(look)} transform={`${end} rotate(${angle})`} />
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
  const shape = endingShape(arrow.ending);
  if (shape === '') return null;
  return (
    <path
      className={styles['cross']}
      d={shape}
      transform={`translate(${x2} ${y2})`}
      data-from={arrow.endNs}
    />
  );
}

/** The dotted bow from the last sending of a piece to this one, inside the lifeline that both leave. */
export function AgainLink({ from, to }: { readonly from: DrawnArrow; readonly to: DrawnArrow }) {
  return <path className={`${styles['again']} ${styles[to.look]}`} d={againPath(from, to)} />;
}
