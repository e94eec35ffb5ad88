import type { WeatherPartProps } from './sky';
import { useDrift } from './useDrift';

/** A gust blows past in so much virtual time. */
const GUST_NS = 420_000_000;

/** Reordering: gusts across the stretch, more of them the likelier it is. */
export function Wind({ id, sky, plan, amount, store }: WeatherPartProps) {
  const { fall, y, size } = sky;
  const { unit } = plan;
  const isWide = plan.shape === 'wide';
  const period = Math.max(70 * unit, fall.width * (isWide ? 0.75 : 0.4));
  const group = useDrift(store, GUST_NS, { x: period, y: 0 });
  const gusts = 1 + Math.round(Math.min(1, amount) * 2);
  const first = isWide ? y + 26 * size : fall.y + 14;
  const rows = Array.from({ length: gusts }, (_, i) => first + i * 17 * unit);
  const curl = 6.5 * unit;
  const length = period * 0.42;
  const gust = (x: number, top: number): string =>
    `M${x} ${top}h${length}a${curl} ${curl} 0 1 0 ${-curl} ${-curl}`;
  const columns = Array.from({ length: Math.ceil(fall.width / period) + 2 }, (_, i) => i - 1);
  const path = rows.flatMap((top, i) =>
    columns.map((column) => gust(fall.x + (column + (i % 2) * 0.5) * period, top)),
  );
  const clip = { x: fall.x, y: first - 16 * unit, width: fall.width, height: (gusts * 17 + 20) * unit };
  return (
    <g>
      <clipPath id={`${id}-wind`}>
        <rect {...clip} />
      </clipPath>
      <g clipPath={`url(#${id}-wind)`}>
        <g ref={group} fill="none" strokeLinecap="round">
          <path d={path.join('')} stroke="var(--storm-under)" strokeWidth={4.6 * unit} />
          <path d={path.join('')} stroke="var(--gust)" strokeWidth={2.6 * unit} />
        </g>
      </g>
    </g>
  );
}
