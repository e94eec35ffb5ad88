import { memo } from 'react';
import type { DrawnNote, DrawnSpan } from './drawing';
import styles from './Ladder.module.css';
import { HOURGLASS, plateWidth } from './shapes';

/** The plate with a state on the life line of the end that came to it, or a timer that ran out, beside the line. */
export const NoteMark = memo(function NoteMark({
  drawn: { note, x, y, nameX, isLeft, hasRoom },
  words,
  unit,
}: {
  readonly drawn: DrawnNote;
  readonly words: string;
  readonly unit: number;
}) {
  if (note.kind === 'timer') {
    return (
      <g className={styles['timer']} data-from={note.timeNs}>
        <path d={HOURGLASS} transform={`translate(${x} ${y - 5}) scale(${unit})`} />
        {hasRoom && (
          <text className={styles['label']} x={nameX} y={y - 2} textAnchor={isLeft ? 'end' : 'start'}>
            {words}
          </text>
        )}
      </g>
    );
  }
  if (!hasRoom) return null;
  const width = plateWidth(words, unit);
  return (
    <g className={styles['plate']} data-from={note.timeNs}>
      <rect x={x - width / 2} y={y - 13.5 * unit} width={width} height={16 * unit} rx={3 * unit} />
      <text x={x} y={y - 1.5 * unit} textAnchor="middle">
        {words}
      </text>
    </g>
  );
});

/** Timers that run, as thin bars beside their life line: a ring where each was set, a bar at the end where it was stopped. */
export const SpanMarks = memo(function SpanMarks({ spans }: { readonly spans: readonly DrawnSpan[] }) {
  const bars = spans.map(({ span, x: at, y1, y2 }) => {
    const end = span.ending === 'cancelled' ? `M${at - 2.5},${y2} h5` : '';
    return `M${at},${y1 + 3} V${Math.max(y1 + 3, y2)} ${end}`;
  });
  const rings = spans.map(({ x: at, y1 }) => `M${at - 3},${y1} a3,3 0 1 0 6,0 a3,3 0 1 0 -6,0`);
  return (
    <>
      <path className={styles['span']} d={bars.join('')} />
      <path className={styles['ring']} d={rings.join('')} />
    </>
  );
});
