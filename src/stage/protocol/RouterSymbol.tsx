import type { OfficePlan, TownPlan } from '../plan';
import { guessWidth } from '../textFit';
import { RouterDisc } from './RouterDisc';

interface RouterProps {
  readonly office: OfficePlan;
  readonly plan: TownPlan;
}

/** A router: the usual disc with four arrows, on a box that both paths run through. */
export function RouterSymbol({ office, plan }: RouterProps) {
  const { body, label, router, gates } = office;
  const { unit, font, shape } = plan;
  const isWide = shape === 'wide';
  const bottom = Math.max(...gates.map((gate) => gate.y + gate.height)) + 8 * unit;
  const frame = isWide ? { ...body, y: body.y - 4 * unit, height: bottom - body.y + 4 * unit } : body;
  const middle = label.y + label.height / 2;
  const disc = isWide
    ? { x: body.x + body.width * 0.3, y: middle - 2 * unit, size: 13 * unit }
    : { x: label.x - 4, y: middle, size: body.height * 0.42 };
  // Written for the last row, the name needs the whole of the box.
  const hasDisc = !isWide || 2 * disc.size + guessWidth(router, font.medium) <= body.width;
  const name = isWide
    ? { x: body.x + body.width * (hasDisc ? 0.74 : 0.5), y: middle - 2 * unit }
    : { x: label.x + 26, y: middle };
  return (
    <g>
      <rect {...frame} rx={4 * unit} fill="var(--surface-2)" stroke="var(--ink)" strokeWidth={1.6 * unit} />
      {gates.map((gate, i) => (
        <rect
          key={i}
          {...gate}
          x={isWide ? frame.x : gate.x}
          width={isWide ? frame.width : gate.width}
          fill="var(--line)"
          fillOpacity="0.55"
        />
      ))}
      {hasDisc && <RouterDisc at={disc} radius={disc.size} />}
      <text
        {...name}
        dy="0.36em"
        textAnchor="middle"
        fontSize={isWide ? font.medium : font.small}
        fontWeight={800}
        fill="var(--ink)"
      >
        {router}
      </text>
    </g>
  );
}
