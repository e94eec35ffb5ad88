import { memo } from 'react';
import { type DrawnArrow, linePath } from './drawing';
import styles from './Ladder.module.css';
import { endingShape } from './shapes';

/** Hundreds of arrows in a few lines of the document: those that look alike are one path. */
export const ArrowBundle = memo(function ArrowBundle({ arrows }: { readonly arrows: readonly DrawnArrow[] }) {
  const groups = new Map<string, DrawnArrow[]>();
  for (const drawn of arrows) {
    const key = `${styles[drawn.look]} ${styles[drawn.arrow.ending]}${drawn.facts.again > 0 ? ` ${styles['resent']}` : ''}`;
    const group = groups.get(key);
    if (group) group.push(drawn);
    else groups.set(key, [drawn]);
  }
  return (
    <>
      {[...groups].map(([looks, group]) => (
        <path
          key={looks}
          className={`${styles['mark']} ${styles['line']} ${styles['far']} ${looks}`}
          d={group.map(linePath).join('')}
        />
      ))}
      {[...groups].map(([looks, group]) => {
        const ends = group.map(({ arrow, x2, y2 }) => shapeAt(endingShape(arrow.ending), x2, y2)).join('');
        return ends === '' ? null : (
          <path key={looks} className={`${styles['cross']} ${styles['far']}`} d={ends} />
        );
      })}
    </>
  );
});

/** The small cross of something that ended here; a bin is the same cross from afar. */
function shapeAt(shape: string, x: number, y: number): string {
  return shape === '' ? '' : `M${x - 3},${y - 3} l6,6 m0,-6 l-6,6`;
}
