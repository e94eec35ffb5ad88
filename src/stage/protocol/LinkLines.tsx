import { useTranslation } from 'react-i18next';
import type { RoadPlan, TownPlan } from '../plan';
import { pointOn, roadLength } from '../route';
import { guessWidth } from '../textFit';

/** A full-duplex path: one line for each direction, with arrows that say which. */
export function LinkLines({ road, plan }: { readonly road: RoadPlan; readonly plan: TownPlan }) {
  const { t } = useTranslation();
  const { box, transport, label, axis } = road;
  const { unit, font } = plan;
  const length = roadLength(road);
  const name = t('metaphor.path', { transport: transport.toUpperCase() });
  // Large writing would run under the first router.
  const room = (plan.offices[0]?.body.x ?? plan.width) - label.x;
  const isNamed = axis === 'x' && guessWidth(name, font.small) <= room;
  const lines = ([0, 1] as const).map((direction) => {
    const from = pointOn(road, direction, 0);
    const to = pointOn(road, direction, length);
    return `M${from.x} ${from.y}L${to.x} ${to.y}`;
  });
  return (
    <g>
      <rect
        {...box}
        fill={`var(--${transport}-soft)`}
        stroke={`var(--${transport})`}
        strokeWidth={1.4 * unit}
      />
      <path d={lines.join('')} stroke="var(--ink-faint)" strokeWidth={2 * unit} />
      <path d={arrows(road, plan)} fill="var(--ink-faint)" />
      <text
        x={axis === 'x' ? label.x : label.x + label.width / 2}
        y={label.y + label.height / 2}
        dy="0.38em"
        textAnchor={axis === 'x' ? 'start' : 'middle'}
        fontSize={font.small}
        fontWeight={800}
        fill={`var(--${transport}-text)`}
      >
        {isNamed ? name : transport.toUpperCase()}
      </text>
    </g>
  );
}

/** An arrow in the middle of each stretch, in both directions. */
function arrows(road: RoadPlan, { unit }: TownPlan): string {
  const { stops } = road;
  const half = 5 * unit;
  return stops
    .slice(1)
    .flatMap((stop, i) =>
      ([0, 1] as const).map((direction) => {
        const along = (stop + stops[i]!) / 2;
        const start = direction === 0 ? stops[0]! : stops.at(-1)!;
        const { x, y } = pointOn(road, direction, Math.abs(along - start));
        const ahead = direction === 0 ? half : -half;
        return road.axis === 'x'
          ? `M${x + ahead} ${y}l${-1.6 * ahead} ${-half}v${2 * half}z`
          : `M${x} ${y + ahead}l${-half} ${-1.6 * ahead}h${2 * half}z`;
      }),
    )
    .join('');
}
