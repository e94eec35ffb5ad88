import type { Size } from '../ui/useSize';
import { lozengeShape } from './cardShapes';
import { CardText } from './CardText';
import type { Sheet } from './plan';
import styles from './PacketCard.module.css';

interface StampsProps {
  readonly size: Size;
  readonly plan: Sheet;
}

/** The stamp row below a card: a box for each office on its way, crossed once that office has taken one off its TTL. */
export function Stamps({ size, plan }: StampsProps) {
  const { unit, stamps } = plan;
  const side = 5.5 * unit;
  const step = side + 1.5 * unit;
  const x = size.width / 2 - 5 * unit - stamps * step;
  const y = size.height / 2 - 1.5 * unit;
  return (
    <g className={styles['stamps']} transform={`translate(${x} ${y})`} data-part="stamps">
      {Array.from({ length: stamps }, (_, i) => (
        <g key={i} transform={`translate(${i * step} 0)`}>
          <rect width={side} height={side} fill="var(--card)" stroke="#17233b" strokeWidth={unit} />
          <path
            d={`M${unit} ${unit}L${side - unit} ${side - unit}M${side - unit} ${unit}L${unit} ${side - unit}`}
            stroke="#17233b"
            strokeWidth={1.5 * unit}
          />
        </g>
      ))}
    </g>
  );
}

/** A queue has marked it: congestion experienced, CE (RFC 3168 §5). */
export function Congestion({ size, plan }: StampsProps) {
  const { unit, font } = plan;
  const x = size.width / 2 - 3 * unit;
  const half = font.small * 0.82;
  return (
    <svg className={styles['congestion']} x={x} y={-size.height / 2}>
      <path
        d={lozengeShape(half)}
        fill="#f0e442"
        stroke="#17233b"
        strokeWidth={1.6 * unit}
        strokeLinejoin="round"
      />
      <CardText x={0} y={0} size={13} fill="#000000" weight={800} text="CE" />
    </svg>
  );
}
