import { memo } from 'react';
import { type DrawnArrow, hasNameLeft } from './drawing';
import styles from './Ladder.module.css';

/** Distance of words from the mark they belong to. */
const GAP = 10;
/** The baseline stands above the height of the event, so that the line of the moment never crosses the words. */
const ABOVE = 2;

/**
 * The words of an arrow: its name outside the lifeline it leaves, where no line crosses it, below that what it
 * announces, and what became of it beside the place where it ended. `data-from` is the moment from which they are
 * shown: the lane's drawing switches them, so that playing renders nothing.
 */
export const ArrowLabel = memo(function ArrowLabel({
  drawn,
  name,
  detail,
  fate,
  row,
}: {
  readonly drawn: DrawnArrow;
  readonly name: string;
  readonly detail: string;
  readonly fate: string;
  /** Height of a line of text. */
  readonly row: number;
}) {
  const { arrow, look, nameX, y1, x2, y2 } = drawn;
  const looks = `${styles['label']} ${styles[look]}`;
  const anchor = hasNameLeft(arrow) ? 'end' : 'start';
  return (
    <>
      {name !== '' && (
        <text className={looks} x={nameX} y={y1 - ABOVE} textAnchor={anchor} data-from={arrow.startNs}>
          {name}
        </text>
      )}
      {detail !== '' && (
        <text
          className={`${looks} ${styles['detail']}`}
          x={nameX}
          y={y1 - ABOVE + row * 0.9}
          textAnchor={anchor}
          data-from={arrow.startNs}
        >
          {detail}
        </text>
      )}
      {fate !== '' && (
        <text
          className={`${looks} ${styles['fate']}`}
          x={arrow.toX === 1 ? x2 - GAP - 4 : arrow.toX === 0 ? x2 + GAP + 4 : x2}
          y={y2 - GAP}
          textAnchor={arrow.toX === 1 ? 'end' : arrow.toX === 0 ? 'start' : 'middle'}
          data-from={arrow.endNs}
        >
          {fate}
        </text>
      )}
    </>
  );
});
