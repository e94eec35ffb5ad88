import { centreOf } from '../camera';
import { edgeTowards } from '../noteSpot';
import type { MapPlan, RoadLabel } from './mapTypes';

interface RoadPlateProps {
  readonly label: RoadLabel;
  readonly plan: MapPlan;
  readonly children: string;
}

/** The figures of a road on a plate that points at its kerb: between three roads it is seen whose they are. */
export function RoadPlate({ label, plan: { font, unit, scale }, children }: RoadPlateProps) {
  const { x, y, width, height, tip } = label;
  const middle = centreOf(label);
  const foot = edgeTowards(label, tip);
  const half = Math.min(height * 0.22, 6 * unit * scale + 2);
  // The tail's base lies across the line from the middle of the plate, under it.
  const [dx, dy] = [tip.x - middle.x, tip.y - middle.y];
  const length = Math.hypot(dx, dy) || 1;
  const across = { x: (-dy / length) * half, y: (dx / length) * half };
  const root = { x: foot.x - (dx / length) * half, y: foot.y - (dy / length) * half };
  return (
    <g data-figures>
      <path
        d={`M${root.x + across.x} ${root.y + across.y}L${tip.x} ${tip.y}L${root.x - across.x} ${root.y - across.y}z`}
        fill="var(--surface)"
      />
      <rect {...{ x, y, width, height }} rx={height * 0.28} fill="var(--surface)" />
      <text
        x={middle.x}
        y={middle.y}
        dy="0.36em"
        textAnchor="middle"
        fontSize={font.small}
        fontWeight={600}
        fill="var(--ink)"
        data-overlap-ok
      >
        {children}
      </text>
    </g>
  );
}
