import { centreOf } from '../camera';
import styles from '../Stage.module.css';
import type { MapPlan, RoadLabel } from './mapTypes';
import { tailOf } from './tail';

interface RoadPlateProps {
  readonly label: RoadLabel;
  readonly plan: MapPlan;
  readonly children: string;
}

/** The figures of a road on a plate that points at its kerb: between three roads it is seen whose they are. */
export function RoadPlate({ label, plan: { font, unit, scale }, children }: RoadPlateProps) {
  const { x, y, width, height, tip } = label;
  const middle = centreOf(label);
  const wide = 2 * Math.min(height * 0.22, 6 * unit * scale + 2);
  return (
    <g data-figures>
      <path d={tailOf(label, tip, wide)} className={styles['plate']} />
      <rect {...{ x, y, width, height }} rx={height * 0.28} className={styles['plate']} />
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
