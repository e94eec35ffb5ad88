import { Barrier } from '../Cut';
import { middleAt } from './mapRoad';
import type { MapPlan, MapRoad } from './mapTypes';

/** A link that was cut: the road is broken, and barriers stand on both sides of the gap. */
export function MapCut({ road, plan }: { readonly road: MapRoad; readonly plan: MapPlan }) {
  const size = plan.unit * plan.scale;
  const { at, dx, dy } = middleAt(road, road.length / 2);
  const half = Math.min(9 * size, road.length * 0.16);
  const wide = road.width + 8 * size;
  const angle = (Math.atan2(dy, dx) * 180) / Math.PI;
  return (
    <g transform={`translate(${at.x} ${at.y}) rotate(${angle})`} data-part="cut">
      <path d={crack(half, wide)} fill="var(--lawn)" stroke="var(--ink)" strokeWidth={1.4 * size} />
      {[-1, 1].map((side) => (
        <g key={side} transform={`translate(${side * (half + 7 * size)} 0) rotate(90)`}>
          <Barrier width={road.width * 0.9} unit={size * 0.9} />
        </g>
      ))}
    </g>
  );
}

const TEETH = 6;

/** A jagged gap across the road. */
function crack(half: number, wide: number): string {
  const edge = (side: number): string[] =>
    Array.from({ length: TEETH + 1 }, (_, i) => {
      const x = side * half + (i % 2 === 0 ? -half : half) * 0.35;
      return `${x.toFixed(1)} ${(-wide / 2 + (wide * i) / TEETH).toFixed(1)}`;
    });
  return `M${[...edge(-1), ...edge(1).toReversed()].join('L')}z`;
}
