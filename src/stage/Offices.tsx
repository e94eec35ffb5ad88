import { useTranslation } from 'react-i18next';
import type { OfficePlan, TownPlan } from './plan';
import { guessWidth } from './textFit';

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
  const { body, label, gates, router } = office;
  const { unit, font, roads } = plan;
  const middle = body.x + body.width / 2;
  const roof = `M${body.x - 7 * unit} ${body.y + 10 * unit}L${middle} ${body.y - 14 * unit}L${body.x + body.width + 7 * unit} ${body.y + 10 * unit}z`;
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
          <rect
            x={gate.x - 4 * unit}
            y={gate.y - 5 * unit}
            width={gate.width + 8 * unit}
            height={5 * unit}
            rx={unit}
            fill="var(--office-roof-edge)"
          />
          <rect
            x={gate.x - 4 * unit}
            y={gate.y + gate.height + (roads[i]?.deck ?? 0)}
            width={gate.width + 8 * unit}
            height={5 * unit}
            rx={unit}
            fill="var(--office-side)"
          />
        </g>
      ))}
      <Counter office={office} plan={plan} />
    </g>
  );
}

/** The way in for people, down on the ground. */
function Counter({ office, plan }: OfficeProps) {
  const { t } = useTranslation();
  const { body } = office;
  const { unit, font, groundY, roads } = plan;
  const middle = body.x + body.width / 2;
  const door = { width: 20 * unit, height: 30 * unit };
  const road = roads.at(-1);
  const height = groundY - (road ? road.box.y + road.box.height + road.deck : 0);
  const name = t('stage.postOffice');
  const top = groundY - door.height;
  const arch = `a${door.width / 2} ${10 * unit} 0 0 1 ${door.width} 0`;
  return (
    <g>
      {height > 76 * unit && guessWidth(name, font.small) < body.width - 6 && (
        <text
          x={middle}
          y={top - 22 * unit}
          textAnchor="middle"
          fontSize={font.small}
          fontWeight={600}
          fill="var(--ink-soft)"
        >
          {name}
        </text>
      )}
      {height > 56 * unit && <Envelope x={middle} y={top - 11 * unit} size={unit} />}
      <path
        d={`M${middle - door.width / 2} ${groundY}v${-door.height + 8 * unit}${arch}v${door.height - 8 * unit}z`}
        fill="var(--wood-dark)"
      />
      <circle cx={middle + 5 * unit} cy={groundY - 12 * unit} r={1.6 * unit} fill="var(--lamp)" />
    </g>
  );
}

/** An envelope: the post's sign. */
function Envelope({ x, y, size }: { readonly x: number; readonly y: number; readonly size: number }) {
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
