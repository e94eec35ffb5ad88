import { memo, useMemo } from 'react';
import { Tree } from '../Scenery';
import { pathOf } from './mapRoad';
import type { MapPlan } from './mapTypes';
import { part } from './scatter';
import { type Field, sceneryOf } from './scenery';

/** Grass, meadows, fields and water under the roads, and the trees between them. */
export const MapGround = memo(function MapGround({ plan }: { readonly plan: MapPlan }) {
  const { width, height, unit } = plan;
  const { river, riverWidth, fields, trees } = useMemo(() => sceneryOf(plan), [plan]);
  const water = river.length > 0 ? pathOf(river) : '';
  return (
    <g>
      <rect width={width} height={height} fill="var(--lawn)" />
      <Meadows plan={plan} />
      <g fill="none" strokeLinejoin="round" strokeLinecap="round">
        <path d={water} stroke="var(--lawn-edge)" strokeWidth={riverWidth + 9 * unit} />
        <path d={water} stroke="var(--bank)" strokeWidth={riverWidth + 4 * unit} />
        <path d={water} stroke="var(--water)" strokeWidth={riverWidth} />
        <path
          d={water}
          stroke="var(--water-light)"
          strokeWidth={2 * unit}
          strokeDasharray={`${14 * unit} ${30 * unit} ${7 * unit} ${44 * unit}`}
        />
      </g>
      {fields.map((field) => (
        <FieldSheet key={`${field.x} ${field.y}`} field={field} unit={unit} />
      ))}
      {trees.map((tree) => (
        <Tree key={`${tree.x} ${tree.y}`} {...tree} />
      ))}
    </g>
  );
});

/** Sheets of paper in other greens, one over the other. */
function Meadows({ plan: { width, height, unit } }: { readonly plan: MapPlan }) {
  const reach = Math.hypot(width, height) / 5;
  return MEADOWS.map(([x, y, size], i) => {
    const shape = blob(x * width, y * height, size * reach, i);
    return (
      <g key={i}>
        <path d={shape} transform={`translate(0 ${2.5 * unit})`} fill="var(--shade-soft)" />
        <path d={shape} fill={i % 2 === 0 ? 'var(--meadow-1)' : 'var(--meadow-2)'} />
      </g>
    );
  });
}

/** Middles (parts of the map) and sizes. */
const MEADOWS = [
  [0.08, 0.12, 1.1],
  [0.62, 0.02, 0.9],
  [0.96, 0.4, 0.9],
  [0.3, 0.62, 0.85],
  [0.72, 0.9, 1.15],
  [0.02, 0.92, 0.8],
] as const;

const CORNERS = 9;

/** A soft round shape that is no circle. */
function blob(x: number, y: number, radius: number, look: number): string {
  const corners = Array.from({ length: CORNERS }, (_, i) => {
    const turn = (i / CORNERS) * 2 * Math.PI;
    const r = radius * (0.74 + 0.5 * part(i, 20 + look));
    return { x: x + Math.cos(turn) * r * 1.35, y: y + Math.sin(turn) * r * 0.8 };
  });
  const middle = (i: number): string => {
    const [a, b] = [corners[i % CORNERS]!, corners[(i + 1) % CORNERS]!];
    return `${((a.x + b.x) / 2).toFixed(1)} ${((a.y + b.y) / 2).toFixed(1)}`;
  };
  const curves = corners.map((_, i) => {
    const corner = corners[(i + 1) % CORNERS]!;
    return `Q${corner.x.toFixed(1)} ${corner.y.toFixed(1)} ${middle(i + 1)}`;
  });
  return `M${middle(0)}${curves.join('')}z`;
}

const FURROWS = 7;

/** A ploughed field: a slanted sheet with its furrows. */
function FieldSheet({ field, unit }: { readonly field: Field; readonly unit: number }) {
  const { x, y, width, height, look } = field;
  const slant = height * 0.28;
  const left = (down: number): number => x + slant * (1 - down);
  const wide = width - slant;
  const sheet = `M${left(0)} ${y}h${wide}L${left(1) + wide} ${y + height}h${-wide}z`;
  const furrows = Array.from({ length: FURROWS }, (_, i) => {
    const along = ((i + 0.5) / FURROWS) * wide;
    return `M${left(0) + along} ${y + 2 * unit}L${left(1) + along} ${y + height - 2 * unit}`;
  });
  return (
    <g>
      <path d={sheet} transform={`translate(0 ${2 * unit})`} fill="var(--shade-soft)" />
      <path d={sheet} fill={look % 2 === 0 ? 'var(--crop-1)' : 'var(--crop-2)'} />
      <path d={furrows.join('')} stroke="var(--furrow)" strokeWidth={2.4 * unit} strokeLinecap="round" />
    </g>
  );
}
