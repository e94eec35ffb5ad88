import type { Box, RoadPlan, TownPlan } from './plan';

interface CutProps {
  readonly road: RoadPlan;
  readonly stretch: Box;
  readonly plan: TownPlan;
}

/** A link that was cut: the road is broken, and barriers stand on both sides of the gap. */
export function Cut({ road, stretch, plan }: CutProps) {
  const { unit } = plan;
  const isWide = road.axis === 'x';
  const middle = { x: stretch.x + stretch.width / 2, y: stretch.y + stretch.height / 2 };
  const across = isWide ? road.box.height + (road.deck || 0) : road.box.width;
  const start = isWide ? road.box.y : road.box.x;
  const half = Math.min(11 * unit, (isWide ? stretch.width : stretch.height) * 0.22);
  return (
    <g data-part="cut">
      <path
        d={crack(isWide, middle, start, across, half)}
        fill="var(--sky-bottom)"
        stroke="var(--ink)"
        strokeWidth={1.6 * unit}
      />
      {[-1, 1].map((side) => (
        <g
          key={side}
          transform={
            isWide
              ? `translate(${middle.x + side * (half + 9 * unit)} ${start + across / 2}) rotate(90)`
              : `translate(${start + across / 2} ${middle.y + side * (half + 8 * unit)})`
          }
        >
          <Barrier width={across * 0.86} unit={unit} />
        </g>
      ))}
    </g>
  );
}

const TEETH = 6;

function crack(
  isWide: boolean,
  middle: { readonly x: number; readonly y: number },
  start: number,
  across: number,
  half: number,
): string {
  const edge = (side: number): string[] =>
    Array.from({ length: TEETH + 1 }, (_, i) => {
      const along = (isWide ? middle.x : middle.y) + side * half + (i % 2 === 0 ? -half : half) * 0.35;
      const at = start + (across * i) / TEETH;
      return isWide ? `${along.toFixed(1)} ${at.toFixed(1)}` : `${at.toFixed(1)} ${along.toFixed(1)}`;
    });
  return `M${[...edge(-1), ...edge(1).toReversed()].join('L')}z`;
}

/** A striped board: readable without its colour. */
export function Barrier({ width, unit }: { readonly width: number; readonly unit: number }) {
  const height = 8 * unit;
  const stripes = Math.max(3, Math.round(width / (12 * unit)));
  const step = width / stripes;
  const bands = Array.from(
    { length: stripes },
    (_, i) =>
      `M${-width / 2 + i * step} ${height / 2}l${step / 2} ${-height}h${step / 2}l${-step / 2} ${height}z`,
  );
  return (
    <g>
      <rect x={-width / 2} y={-height / 2} width={width} height={height} fill="var(--card)" />
      <path d={bands.join('')} fill="var(--loss)" />
      <rect
        x={-width / 2}
        y={-height / 2}
        width={width}
        height={height}
        fill="none"
        stroke="#17233b"
        strokeWidth={1.6 * unit}
      />
    </g>
  );
}
