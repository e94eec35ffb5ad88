import { formatShare } from '../../ui/format';
import type { Sheet } from '../plan';
import type { LinkView } from '../sceneTypes';
import styles from '../Stage.module.css';
import { guessWidth } from '../textFit';
import type { Sky } from './sky';

/** Each kind of weather that has a share, with its sign in a square of 12. */
const SIGNS = [
  { kind: 'loss', sign: 'M6 1C8.5 5 10 6.5 10 8.5a4 4 0 0 1-8 0C2 6.5 3.5 5 6 1z' },
  { kind: 'reorder', sign: 'M1 3h3l4 6h3m-2-2l2 2l-2 2M1 9h3l1-1.5M7 4.5L8 3h3m-2-2l2 2l-2 2' },
  { kind: 'duplicate', sign: 'M1 4h7v7H1zM4 4V1h7v7H8' },
  { kind: 'corrupt', sign: 'M7 1L2 7h3.5L5 11l5-6H6.5z' },
] as const;

interface AmountsProps {
  readonly sky: Sky;
  readonly link: LinkView;
  readonly plan: Sheet;
}

/** How likely each thing is, as tags that hang in the cloud. */
export function Amounts({ sky, link, plan }: AmountsProps) {
  const { font, shape } = plan;
  const tags = SIGNS.filter(({ kind }) => link[kind] > 0);
  const text = font.small;
  const width = Math.max(...tags.map(({ kind }) => guessWidth(formatShare(link[kind]), text))) + text * 2.2;
  const height = text * 1.4;
  const columns = tags.length > 1 && sky.fall.width > 2 * width ? 2 : 1;
  const rows = Math.ceil(tags.length / columns);
  const middle = sky.x + (shape === 'wide' ? 0 : 8);
  const top = sky.y - (shape === 'wide' ? 4 * sky.size : 0) - (rows * (height + 2)) / 2;
  return tags.map(({ kind, sign }, i) => {
    const row = Math.floor(i / columns);
    const inRow = Math.min(columns, tags.length - row * columns);
    const x = middle + ((i % columns) - inRow / 2) * (width + 2);
    const y = top + row * (height + 2);
    return (
      <g key={kind} data-amount={kind}>
        <rect
          x={x}
          y={y}
          width={width}
          height={height}
          rx={height / 2}
          fill="var(--card)"
          stroke="#17233b"
          strokeWidth="1.2"
        />
        <g transform={`translate(${x + text * 0.45} ${y + height * 0.17}) scale(${(height * 0.66) / 12})`}>
          <path
            d={sign}
            fill={kind === 'loss' || kind === 'corrupt' ? '#17233b' : 'none'}
            stroke="#17233b"
            strokeWidth="1.4"
            strokeLinejoin="round"
          />
        </g>
        <text
          x={x + width - text * 0.4}
          y={y + height / 2}
          dy="0.36em"
          textAnchor="end"
          fontSize={text}
          fontWeight={700}
          fill="#17233b"
          className={styles['cardText']}
        >
          {formatShare(link[kind])}
        </text>
      </g>
    );
  });
}
