import type { TownPlan } from '../plan';
import styles from '../Stage.module.css';

interface StatePlateProps {
  readonly x: number;
  readonly y: number;
  readonly height: number;
  readonly text: string;
  readonly plan: TownPlan;
}

/** How wide the name plate of a state is, in px. */
export function statePlateWidth(text: string, { font, unit }: TownPlan): number {
  return text === '' ? 0 : text.length * font.small * 0.6 + 20 * unit;
}

/** The name plate on a desk: the state of its connection. */
export function StatePlate({ x, y, height, text, plan }: StatePlateProps) {
  const { unit, font } = plan;
  const width = statePlateWidth(text, plan) - 8 * unit;
  return (
    <g>
      <path
        d={`M${x} ${y + height - 2 * unit}l${4 * unit} ${-(height - 3 * unit)}h${width}l${4 * unit} ${height - 3 * unit}z`}
        fill="var(--sign)"
      />
      <text
        x={x + width / 2 + 4 * unit}
        y={y + height / 2}
        dy="0.34em"
        textAnchor="middle"
        fontSize={font.small}
        className={styles['mono']}
        fill="var(--sign-ink)"
      >
        {text}
      </text>
    </g>
  );
}
