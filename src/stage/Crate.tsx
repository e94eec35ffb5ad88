import { useTranslation } from 'react-i18next';
import { showPiece } from './letters';
import { type Message, pieceRange } from './message';
import type { Box, TownPlan } from './plan';
import { shelve } from './shelf';
import styles from './Stage.module.css';
import { guessWidth } from './textFit';

interface CrateProps {
  readonly message: Message;
  /** Pieces that are kept until what comes before them is there. */
  readonly held: readonly number[];
  readonly box: Box;
  readonly plan: TownPlan;
}

/** TCP's box for early pieces: the app does not see them yet. */
export function Crate({ message, held, box, plan }: CrateProps) {
  const { t } = useTranslation();
  const { unit, font } = plan;
  if (held.length === 0) return null;
  const label = t('stage.held');
  const labelWidth = guessWidth(label, font.small) + 8 * unit;
  const cards = held.map((piece) => {
    const text =
      message.kind === 'text' ? showPiece(message.letters, pieceRange(message, piece)).text.trim() : '';
    const words = text === '' ? `${piece + 1}` : `${piece + 1}·${text}`;
    return { piece, words, width: guessWidth(words, font.small) + font.small * 0.7 };
  });
  const inner = {
    x: box.x + labelWidth,
    y: box.y + 2 * unit,
    width: box.width - labelWidth - 4 * unit,
    height: box.height - 5 * unit,
  };
  const counter = font.small * 2.2;
  const shown = shelve(
    cards,
    0,
    { ...inner, width: inner.width - counter },
    { cardHeight: inner.height, gap: 3 * unit, rowGap: 0, counter },
  );
  const last = shown.placed.at(-1);
  return (
    <g>
      <path
        d={`M${box.x} ${box.y}v${box.height - 4 * unit}q0 ${4 * unit} ${4 * unit} ${4 * unit}h${box.width - 8 * unit}q${4 * unit} 0 ${4 * unit} ${-4 * unit}v${-(box.height - 4 * unit)}`}
        fill="var(--buffer)"
        fillOpacity="0.22"
        stroke="var(--buffer)"
        strokeWidth={2 * unit}
      />
      <text
        x={box.x + 6 * unit}
        y={box.y + box.height / 2}
        dy="0.36em"
        fontSize={font.small}
        fontWeight={700}
        fill="var(--ink)"
      >
        {label}
      </text>
      {shown.placed.map(({ item, x, y, width, height }) => (
        <g key={item.piece}>
          <rect x={x} y={y} width={width} height={height} rx={3 * unit} fill="var(--buffer)" />
          <text
            x={x + width / 2}
            y={y + height / 2}
            dy="0.36em"
            textAnchor="middle"
            fontSize={font.small}
            fontWeight={700}
            fill="var(--buffer-ink)"
            className={styles['cardText']}
          >
            {item.words}
          </text>
        </g>
      ))}
      {shown.after > 0 && last && (
        <text
          x={last.x + last.width + 4 * unit}
          y={box.y + box.height / 2}
          dy="0.36em"
          fontSize={font.small}
          className={styles['mono']}
          fill="var(--ink)"
        >
          +{shown.after}
        </text>
      )}
    </g>
  );
}
