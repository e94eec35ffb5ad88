import { cardLabel, type PaperProps } from './card';
import { FLAG_SHAPES } from './cardShapes';
import { CardText } from './CardText';
import type { PacketFace } from './packetFace';

/** SYN, FIN and RST: a flag whose shape says which. */
export function SignalFlag({ face, detail, plan, size }: PaperProps) {
  const { unit, font } = plan;
  const { main } = cardLabel(face, detail, plan);
  const isReset = face.signal === 'RST';
  return (
    <g>
      <rect
        x={-size.width / 2}
        y={-size.height / 2}
        {...size}
        rx={4 * unit}
        fill={isReset ? 'var(--loss)' : 'var(--tcp)'}
        stroke="var(--card)"
        strokeWidth={1.5 * unit}
        strokeDasharray={face.again ? `${4 * unit} ${3 * unit}` : undefined}
      />
      {face.signal && (
        <FlagShape signal={face.signal} x={-size.width / 2 + font.small * 0.78} y={-7 * unit} unit={unit} />
      )}
      <CardText
        x={font.small * 0.5}
        y={0}
        size={font.small}
        fill={isReset ? '#000000' : '#ffffff'}
        weight={800}
        text={main}
      />
    </g>
  );
}

/** Up-triangle for SYN, down-triangle for FIN, octagon for RST; `(x, y)` is the middle of its top. */
export function FlagShape({
  signal,
  x,
  y,
  unit,
}: {
  readonly signal: NonNullable<PacketFace['signal']>;
  readonly x: number;
  readonly y: number;
  readonly unit: number;
}) {
  return (
    <path
      d={FLAG_SHAPES[signal]}
      transform={`translate(${x} ${y}) scale(${unit})`}
      fill="var(--sign-ink)"
      stroke="#17233b"
      strokeWidth="1.5"
      strokeLinejoin="round"
    />
  );
}
