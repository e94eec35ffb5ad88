import type { Box, TownPlan } from '../plan';
import { fitText, guessWidth } from '../textFit';

interface NoteProps extends Box {
  readonly text: string;
  readonly plan: TownPlan;
}

/** What the app was told: a slip on its desk. */
export function Note({ x, y, width, height, text, plan }: NoteProps) {
  const { unit, font } = plan;
  const words = fitText(text, font.small, width - 12 * unit);
  const noteWidth = Math.min(width, guessWidth(words, font.small) + 14 * unit);
  return (
    <g>
      <rect
        x={x}
        y={y + unit}
        width={noteWidth}
        height={height - 3 * unit}
        rx={3 * unit}
        fill="var(--surface)"
        stroke="var(--icmp)"
        strokeWidth={1.6 * unit}
        strokeDasharray={`${4 * unit} ${3 * unit}`}
      />
      <text
        x={x + 7 * unit}
        y={y + height / 2}
        dy="0.34em"
        fontSize={font.small}
        fontWeight={600}
        fill="var(--ink)"
      >
        {words}
      </text>
    </g>
  );
}
