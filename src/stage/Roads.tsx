import { useTranslation } from 'react-i18next';
import type { RoadPlan, TownPlan } from './plan';

/** The roads, one for each lane. */
export function Roads({ plan }: { readonly plan: TownPlan }) {
  return plan.roads.map((road) => <Road key={road.lane} road={road} plan={plan} />);
}

function Road({ road, plan }: { readonly road: RoadPlan; readonly plan: TownPlan }) {
  const { t } = useTranslation();
  const { box, transport, halfWidths, axis, label } = road;
  const { unit, font } = plan;
  const isRight = axis === 'x';
  const kerb = 4 * unit;
  // Data drives on the right: the lower half of a level road, the left half of one that runs down.
  const middle = isRight ? box.y + halfWidths[1] : box.x + halfWidths[0];
  const line = isRight ? `M${box.x} ${middle}h${box.width}` : `M${middle} ${box.y}v${box.height}`;
  const kerbs = isRight
    ? [
        { ...box, height: kerb },
        { ...box, y: box.y + box.height - kerb, height: kerb },
      ]
    : [
        { ...box, width: kerb },
        { ...box, x: box.x + box.width - kerb, width: kerb },
      ];
  return (
    <g>
      {isRight && <rect {...box} y={box.y + box.height} height={9 * unit} fill="var(--stone-side)" />}
      {isRight && <Deck road={road} plan={plan} />}
      <rect {...box} fill="var(--road)" />
      {kerbs.map((kerbBox, i) => (
        <rect key={i} {...kerbBox} fill={`var(--${transport})`} />
      ))}
      {isRight &&
        plan.offices.map(({ body, router }) => (
          <rect
            key={router}
            x={body.x}
            y={box.y + kerb}
            width={body.width}
            height={box.height - 2 * kerb}
            fill="var(--shade)"
          />
        ))}
      <path
        d={line}
        stroke="var(--road-line)"
        strokeOpacity="0.75"
        strokeWidth={2 * unit}
        strokeDasharray={`${12 * unit} ${10 * unit}`}
      />
      <text
        x={isRight ? label.x : label.x + label.width / 2}
        y={label.y + label.height / 2}
        dy="0.38em"
        textAnchor={isRight ? 'start' : 'middle'}
        fontSize={font.small}
        fontWeight={800}
        fill={`var(--${transport}-text)`}
      >
        {isRight ? t('stage.road', { transport: transport.toUpperCase() }) : transport.toUpperCase()}
      </text>
    </g>
  );
}

/** The stone side of a road that stands on arches, with its shadow below. */
function Deck({ road, plan }: { readonly road: RoadPlan; readonly plan: TownPlan }) {
  const { box, deck } = road;
  const { unit } = plan;
  const y = box.y + box.height;
  return (
    <g>
      <rect {...box} y={y} height={deck} fill="var(--stone)" />
      <rect {...box} y={y} height={2.5 * unit} fill="var(--shade)" />
      <rect {...box} y={y + deck - 3 * unit} height={3 * unit} fill="var(--stone-side)" />
      <rect {...box} y={y + deck} height={4 * unit} fill="var(--shade-soft)" />
    </g>
  );
}

/** Stone arches under the lowest road, one between each two supports. */
export function Arches({ plan }: { readonly plan: TownPlan }) {
  const { unit, offices, groundY, roads, shape } = plan;
  const road = roads.at(-1);
  if (!road || shape !== 'wide') return null;
  const top = road.box.y + road.box.height + road.deck - 2 * unit;
  const right = road.box.x + road.box.width;
  const ends = [road.box.x, ...offices.flatMap(({ body }) => [body.x, body.x + body.width]), right];
  const rise = Math.min(40 * unit, (groundY - top) * 0.5);
  const spans: string[] = [];
  for (let i = 0; i < ends.length; i += 2) spans.push(archSpan(ends[i]!, ends[i + 1]!, top, rise, unit));
  return (
    <path
      d={spans.join('')}
      fill="var(--stone)"
      stroke="var(--stone-dark)"
      strokeOpacity="0.4"
      strokeWidth={unit}
    />
  );
}

function archSpan(from: number, to: number, top: number, rise: number, unit: number): string {
  const thick = 7 * unit;
  return `M${from} ${top}H${to}v${rise + thick}C${to} ${top + thick + rise * 0.1} ${from} ${top + thick + rise * 0.1} ${from} ${top + rise + thick}z`;
}
