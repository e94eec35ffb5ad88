import styles from './Window.module.css';

/** A named sequence number: a line from its name to the bar, with a point at the bar. */
export function NumberMark({
  text,
  x,
  right,
  textY,
  barY,
}: {
  readonly text: string;
  readonly x: number;
  readonly right: number;
  readonly textY: number;
  readonly barY: number;
}) {
  const isRightHalf = x > right / 2;
  const points = textY > barY ? 1 : -1;
  return (
    <g className={styles['number']}>
      <path d={`M${x},${barY} V${textY - 4}`} />
      <path data-point d={`M${x},${barY} l-4.5,${points * 7} h9 Z`} />
      <text x={x + (isRightHalf ? -5 : 5)} y={textY} textAnchor={isRightHalf ? 'end' : 'start'}>
        {text}
      </text>
    </g>
  );
}
