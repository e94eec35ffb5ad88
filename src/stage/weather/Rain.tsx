import type { Box } from '../plan';
import type { WeatherPartProps } from './sky';
import { useDrift } from './useDrift';

const ROWS = 9;
const PORTRAIT_STEP = 26;
/** Rain falls one row in so much virtual time. */
const ROW_NS = 260_000_000;
/** How far it is blown aside for each px it falls. */
const SLANT = 0.22;

/** Loss: slanted strokes, the more the heavier. */
export function Rain({ id, sky, plan, amount, store }: WeatherPartProps) {
  const { fall } = sky;
  const step = plan.shape === 'wide' ? fall.height / ROWS : PORTRAIT_STEP;
  const group = useDrift(store, ROW_NS, { x: -step * SLANT, y: step });
  return (
    <g>
      <clipPath id={`${id}-rain`}>
        <rect {...fall} />
      </clipPath>
      <g clipPath={`url(#${id}-rain)`}>
        <g ref={group}>
          <path
            d={rainPath(fall, step, amount)}
            stroke="var(--rain)"
            strokeWidth={2.2 * plan.unit}
            strokeOpacity="0.75"
            strokeLinecap="round"
          />
        </g>
      </g>
    </g>
  );
}

/** Rows of strokes; each row is like the one above, so that falling by one row looks the same. */
function rainPath(box: Box, step: number, amount: number): string {
  const columns = Math.max(2, Math.round((3 + Math.min(1, amount * 1.6) * 9) * Math.min(1, box.width / 110)));
  const gap = box.width / columns;
  const length = step * 0.34;
  const strokes: string[] = [];
  for (let y = box.y - step; y < box.y + box.height + step; y += step) {
    for (let column = 0; column <= columns; column += 1) {
      const shift = (column * 0.382) % 1;
      const x = box.x + column * gap + gap * 0.4;
      strokes.push(
        `M${x.toFixed(1)} ${(y + shift * step).toFixed(1)}l${(-length * SLANT).toFixed(1)} ${length.toFixed(1)}`,
      );
    }
  }
  return strokes.join('');
}
