import { useTranslation } from 'react-i18next';
import type { OfficePlan, RoadPlan, TownPlan } from './plan';

/** The two roads on their arches. */
export function Roads({ plan }: { readonly plan: TownPlan }) {
  const lowest = plan.roads.at(-1);
  return (
    <g>
      {lowest && plan.shape === 'wide' && <Arches road={lowest} plan={plan} />}
      {plan.roads.map((road) => (
        <Road key={road.lane} road={road} plan={plan} />
      ))}
    </g>
  );
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
      {isRight && (
        <rect {...box} y={box.y + box.height + 9 * unit} height={4 * unit} fill="var(--shade-soft)" />
      )}
      <rect {...box} fill="var(--road)" />
      {kerbs.map((kerbBox, i) => (
        <rect key={i} {...kerbBox} fill={`var(--${transport})`} />
      ))}
      <path
        d={line}
        stroke="var(--road-line)"
        strokeOpacity="0.75"
        strokeWidth={2 * unit}
        strokeDasharray={`${12 * unit} ${10 * unit}`}
      />
      <rect {...label} rx={label.height / 2} fill={`var(--${transport})`} />
      <text
        x={label.x + label.width / 2}
        y={label.y + label.height / 2}
        dy="0.36em"
        textAnchor="middle"
        fontSize={font.small}
        fontWeight={700}
        fill={`var(--${transport}-ink)`}
      >
        {t('stage.road', { transport: transport.toUpperCase() })}
      </text>
    </g>
  );
}

/** Stone arches under the lowest road, one between each two supports. */
function Arches({ road, plan }: { readonly road: RoadPlan; readonly plan: TownPlan }) {
  const { unit, offices, groundY } = plan;
  const top = road.box.y + road.box.height + 9 * unit;
  const ends = [
    road.box.x,
    ...offices.flatMap(({ body }) => [body.x, body.x + body.width]),
    road.box.x + road.box.width,
  ];
  const rise = Math.min(46 * unit, (groundY - top) * 0.5);
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

/** Post offices: towers that both roads run through. */
export function Offices({ plan }: { readonly plan: TownPlan }) {
  return plan.offices.map((office) =>
    plan.shape === 'wide' ? (
      <Tower key={office.router} office={office} plan={plan} />
    ) : (
      <Gatehouse key={office.router} office={office} plan={plan} />
    ),
  );
}

interface OfficeProps {
  readonly office: OfficePlan;
  readonly plan: TownPlan;
}

function Tower({ office, plan }: OfficeProps) {
  const { t } = useTranslation();
  const { body, label, gates, router } = office;
  const { unit, font, groundY } = plan;
  const middle = body.x + body.width / 2;
  const roof = `M${body.x - 7 * unit} ${body.y + 10 * unit}L${middle} ${body.y - 14 * unit}L${body.x + body.width + 7 * unit} ${body.y + 10 * unit}z`;
  const door = { width: 20 * unit, height: 30 * unit };
  return (
    <g>
      <rect
        x={body.x + 4 * unit}
        y={body.y + 8 * unit}
        width={body.width}
        height={body.height - 8 * unit}
        fill="var(--shade)"
      />
      <rect {...body} y={body.y + 6 * unit} height={body.height - 6 * unit} fill="var(--office)" />
      <rect
        x={body.x + body.width - 8 * unit}
        y={body.y + 6 * unit}
        width={8 * unit}
        height={body.height - 6 * unit}
        fill="var(--office-side)"
      />
      <path d={roof} fill="var(--office-roof)" />
      <rect
        x={body.x - 7 * unit}
        y={body.y + 9 * unit}
        width={body.width + 14 * unit}
        height={4 * unit}
        rx={2 * unit}
        fill="var(--office-roof-edge)"
      />
      <text
        x={middle}
        y={label.y + label.height / 2 + 2 * unit}
        dy="0.36em"
        textAnchor="middle"
        fontSize={font.medium}
        fontWeight={800}
        fill="var(--ink)"
      >
        {router}
      </text>
      {gates.map((gate, i) => (
        <g key={i}>
          <path
            d={`M${gate.x} ${gate.y + gate.height}v${-gate.height}h${gate.width}v${gate.height}z`}
            fill="var(--office-in)"
            opacity="0.45"
          />
          <rect x={gate.x} y={gate.y} width={3 * unit} height={gate.height} fill="var(--shade)" />
          <rect
            x={gate.x + gate.width - 3 * unit}
            y={gate.y}
            width={3 * unit}
            height={gate.height}
            fill="var(--shade)"
          />
          <rect
            x={gate.x - 3 * unit}
            y={gate.y - 4 * unit}
            width={gate.width + 6 * unit}
            height={4 * unit}
            fill="var(--office-roof-edge)"
          />
        </g>
      ))}
      {groundY - (gates.at(-1)?.y ?? 0) - (gates.at(-1)?.height ?? 0) > 84 * unit && (
        <g>
          <text
            x={middle}
            y={groundY - door.height - 22 * unit}
            textAnchor="middle"
            fontSize={font.small}
            fontWeight={600}
            fill="var(--ink-soft)"
          >
            {t('stage.postOffice')}
          </text>
          <Horn x={middle} y={groundY - door.height - 9 * unit} size={unit} />
        </g>
      )}
      <path
        d={`M${middle - door.width / 2} ${groundY}v${-door.height + 8 * unit}a${door.width / 2} ${10 * unit} 0 0 1 ${door.width} 0v${door.height - 8 * unit}z`}
        fill="var(--wood-dark)"
      />
    </g>
  );
}

/** An envelope: the post's sign. */
function Horn({ x, y, size }: { readonly x: number; readonly y: number; readonly size: number }) {
  return (
    <g
      transform={`translate(${x} ${y}) scale(${size})`}
      fill="none"
      stroke="var(--office-roof)"
      strokeWidth="1.8"
      strokeLinejoin="round"
    >
      <path d="M-9-6h18v12h-18zM-9-6L0 1.5L9-6" />
    </g>
  );
}

function Gatehouse({ office, plan }: OfficeProps) {
  const { body, label, gates, router } = office;
  const { font } = plan;
  return (
    <g>
      <rect {...body} y={body.y + 3} rx={3} fill="var(--shade)" />
      <rect {...body} rx={3} fill="var(--office)" />
      <rect {...body} height={5} rx={2} fill="var(--office-roof)" />
      {gates.map((gate, i) => (
        <rect key={i} {...gate} y={gate.y + 5} height={gate.height - 5} fill="var(--office-in)" />
      ))}
      <text
        x={label.x + label.width / 2}
        y={label.y + label.height / 2 + 2}
        dy="0.36em"
        textAnchor="middle"
        fontSize={font.small}
        fontWeight={800}
        fill="var(--ink)"
      >
        {router}
      </text>
    </g>
  );
}
