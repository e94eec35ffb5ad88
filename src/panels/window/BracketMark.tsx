import { formatBytes } from '../../ui/format';
import { useWords } from '../useWords';
import type { Bracket } from './bands';
import { EDGE, ROWS } from './rulerRows';
import styles from './Window.module.css';

const FOOT = 7;

/** A window over the ruler: bold where it is the smaller one, with an arrow where it goes on beyond the ruler, shut at 0. */
export function BracketMark({
  bracket,
  row,
  x,
  right,
}: {
  readonly bracket: Bracket;
  readonly row: number;
  readonly x: (offset: number) => number;
  readonly right: number;
}) {
  const { t } = useWords();
  const { kind, size, isSmaller } = bracket;
  const y = ROWS.bracket + row * ROWS.bracketEvery;
  const start = Math.min(Math.max(EDGE, x(bracket.from)), right);
  const end = Math.min(x(bracket.to), right);
  const goesOn = x(bracket.to) > right;
  const name = `${kind} ${formatBytes(size)}`;
  const text = size === 0 ? `${name} · ${t('windowPanel.ruler.shut')}` : name;
  const isRightHalf = start > right / 2;
  return (
    <g
      className={styles['bracket']}
      data-bracket={kind}
      data-smaller={isSmaller || undefined}
      data-shut={size === 0 || undefined}
    >
      <path d={`M${start},${y + FOOT} V${y} H${end}${goesOn ? '' : ` V${y + FOOT}`}`} />
      {goesOn && <path data-arrow d={`M${end - 6},${y - 4} L${end},${y} L${end - 6},${y + 4}`} />}
      <text
        x={isRightHalf ? right : start}
        y={ROWS.bracketText + row * ROWS.bracketEvery}
        textAnchor={isRightHalf ? 'end' : 'start'}
      >
        {isSmaller && <tspan className={styles['min']}>{`${t('windowPanel.ruler.smaller')} · `}</tspan>}
        {text}
      </text>
    </g>
  );
}
