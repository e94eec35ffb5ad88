import type { Spot } from '../../experiment/spot';
import type { Point } from '../plan';
import { pointOfSpot } from './mapSpots';
import type { MapPlan, NodePlan } from './mapTypes';

/** Where a house that is being moved would stand, with its roads. */
export function MovedHouse({
  plan,
  node,
  spot,
}: {
  readonly plan: MapPlan;
  readonly node: NodePlan;
  readonly spot: Spot;
}) {
  const at = pointOfSpot(plan, spot);
  const { box } = node;
  const others = plan.roads.flatMap(({ ends }) =>
    ends.includes(node.number) ? ends.filter((end) => end !== node.number) : [],
  );
  return (
    <g fill="none" stroke="var(--focus)" strokeWidth="2.5" strokeDasharray="7 5" pointerEvents="none">
      {others.map((other) => {
        const to = plan.nodes[other]!.at;
        return <path key={other} d={`M${at.x} ${at.y}L${to.x} ${to.y}`} />;
      })}
      <rect
        {...box}
        x={box.x + at.x - node.at.x}
        y={box.y + at.y - node.at.y}
        rx="8"
        fill="var(--surface)"
        fillOpacity="0.6"
      />
    </g>
  );
}

/** A road that is being drawn from one building to another. */
export function JoinLine({
  from,
  to,
  over,
}: {
  readonly from: NodePlan;
  readonly to: Point;
  readonly over: NodePlan | null;
}) {
  const end = over?.at ?? to;
  return (
    <g pointerEvents="none">
      <path
        d={`M${from.at.x} ${from.at.y}L${end.x} ${end.y}`}
        stroke="var(--focus)"
        strokeWidth="6"
        strokeLinecap="round"
        strokeDasharray={over ? undefined : '2 11'}
      />
      {over && <rect {...over.box} rx="8" fill="none" stroke="var(--focus)" strokeWidth="3.5" />}
    </g>
  );
}
