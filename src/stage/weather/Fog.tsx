import type { WeatherPartProps } from './sky';
import { useDrift } from './useDrift';

/** A bank of fog creeps on by its own length in so much virtual time. */
const BANK_NS = 2_400_000_000;

/** Delay: a veil over the stretch, thicker the longer it takes, with banks that hardly move. */
export function Fog({ id, sky, plan, amount, store }: WeatherPartProps) {
  const { veil: box } = sky;
  const { unit } = plan;
  const isWide = plan.shape === 'wide';
  const period = Math.max(60 * unit, box.width * 0.8);
  const group = useDrift(store, BANK_NS, { x: period, y: 0 });
  const rows = isWide ? [0.12, 0.42, 0.72] : [0.5];
  const banks = rows.flatMap((part, row) =>
    [-2, -1, 0, 1].map((i) => ({
      key: `${row}:${i}`,
      cx: box.x + (i + 0.5 + row * 0.33) * period,
      cy: box.y + box.height * part,
    })),
  );
  return (
    <g opacity={0.25 + 0.6 * amount}>
      <linearGradient id={`${id}-fog`} x1="0" y1="0" x2={isWide ? 1 : 0} y2={isWide ? 0 : 1}>
        <stop offset="0" stopColor="var(--cloud)" stopOpacity="0" />
        <stop offset="0.3" stopColor="var(--cloud)" stopOpacity="0.85" />
        <stop offset="0.7" stopColor="var(--cloud)" stopOpacity="0.85" />
        <stop offset="1" stopColor="var(--cloud)" stopOpacity="0" />
      </linearGradient>
      <clipPath id={`${id}-banks`}>
        <rect {...box} />
      </clipPath>
      <rect {...box} fill={`url(#${id}-fog)`} />
      <g clipPath={`url(#${id}-banks)`}>
        <g ref={group} fill="var(--cloud)" fillOpacity="0.7">
          {banks.map(({ key, cx, cy }) => (
            <ellipse key={key} cx={cx} cy={cy} rx={period * 0.42} ry={9 * unit} />
          ))}
        </g>
      </g>
    </g>
  );
}
