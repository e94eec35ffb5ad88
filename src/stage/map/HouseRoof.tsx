import type { MapPlan, NodePlan } from './mapTypes';

/** A gable with a chimney where people live, a flat roof with a mast where others come to be served. */
export function HouseRoof({ node, plan }: { readonly node: NodePlan; readonly plan: MapPlan }) {
  const { roof, sign, serves } = node;
  const size = plan.unit * plan.scale;
  const { x, y, width, height } = roof;
  const low = y + height;
  const mast = x + width - 12 * size;
  // Not before the sign.
  const hasMast = plan.tier !== 'mark' && sign.x + sign.width < mast - 6 * size;
  if (serves) {
    return (
      <g>
        {hasMast && <Mast x={mast} y={y + height * 0.45} size={size} />}
        <rect
          x={x + 2 * size}
          y={y + height * 0.55}
          width={width - 4 * size}
          height={height * 0.45}
          fill="var(--roof)"
        />
        <rect
          x={x}
          y={y + height * 0.3}
          width={width}
          height={height * 0.4}
          rx={1.5 * size}
          fill="var(--roof)"
        />
        <rect x={x + 3 * size} y={low} width={width - 6 * size} height={2.5 * size} fill="var(--shade)" />
      </g>
    );
  }
  const slope = Math.min(12 * size, width * 0.2);
  return (
    <g>
      <rect
        x={x + slope + 4 * size}
        y={y - 6 * size}
        width={7 * size}
        height={9 * size}
        fill="var(--office-roof)"
      />
      <rect
        x={x + slope + 3 * size}
        y={y - 7 * size}
        width={9 * size}
        height={2.6 * size}
        fill="var(--office-roof-edge)"
      />
      <path
        d={`M${x} ${low}l${slope} ${-height}h${width - 2 * slope}l${slope} ${height}z`}
        fill="var(--roof)"
      />
      <rect x={x + 3 * size} y={low} width={width - 6 * size} height={2.5 * size} fill="var(--shade)" />
    </g>
  );
}

function Mast({ x, y, size }: { readonly x: number; readonly y: number; readonly size: number }) {
  return (
    <g transform={`translate(${x} ${y}) scale(${size * 0.72})`}>
      <path d="M0 4V-22M-5-10h10M-3-16h6" stroke="var(--roof)" strokeWidth="2.4" strokeLinecap="round" />
      <circle cx="0" cy="-23" r="3" fill="var(--lamp)" />
    </g>
  );
}
