import { memo } from 'react';
import { inset } from '../plan';
import { RouterDisc } from '../protocol/RouterDisc';
import styles from '../Stage.module.css';
import { fitText, nameSize } from '../textFit';
import { pathOf, pointOnRoad } from './mapRoad';
import type { MapPlan, MapRoad, NodePlan } from './mapTypes';
import { ProgramIcon } from './ProgramIcon';
import { SignBoard } from './SignBoard';

/** The same town without the metaphor: hosts as boxes, routers as discs, links as pairs of lines. */
export const ProtocolMap = memo(function ProtocolMap({ plan }: { readonly plan: MapPlan }) {
  return (
    <g>
      <rect width={plan.width} height={plan.height} fill="var(--surface)" />
      <g data-seen="transport internet link">
        {plan.roads.map((road) => (
          <LinkLine key={road.number} road={road} plan={plan} />
        ))}
      </g>
      {plan.nodes.map((node) =>
        node.kind === 'host' ? (
          <HostBox key={node.id} node={node} plan={plan} />
        ) : (
          <RouterOnMap key={node.id} node={node} plan={plan} />
        ),
      )}
    </g>
  );
});

/** A full-duplex link: a line for each direction with its arrow. */
function LinkLine({ road, plan }: { readonly road: MapRoad; readonly plan: MapPlan }) {
  const size = plan.unit * plan.scale;
  return (
    <g fill="none" strokeLinejoin="round">
      <path d={pathOf(road.way)} stroke="var(--line)" strokeWidth={road.width} />
      {([0, 1] as const).map((direction) => {
        const line = Array.from({ length: 25 }, (_, i) =>
          pointOnRoad(road, direction, (road.length * i) / 24),
        );
        const middle = pointOnRoad(road, direction, road.length / 2);
        return (
          <g key={direction} stroke="var(--ink-faint)" strokeWidth={1.6 * size}>
            <path d={pathOf(line)} />
            <path
              d="M-5-4L3 0L-5 4z"
              fill="var(--ink-faint)"
              stroke="none"
              transform={`translate(${middle.x} ${middle.y}) rotate(${middle.angle}) scale(${size})`}
            />
          </g>
        );
      })}
    </g>
  );
}

interface NodeProps {
  readonly node: NodePlan;
  readonly plan: MapPlan;
}

function HostBox({ node, plan }: NodeProps) {
  const { body, roof, name, programs } = node;
  const { unit, scale, tier } = plan;
  const size = unit * scale;
  const isMark = tier === 'mark';
  const box = { ...body, y: roof.y + 3 * size, height: body.y + body.height - roof.y - 3 * size };
  const icon = (isMark ? 18 : 22) * size;
  const y = isMark ? box.y + box.height / 2 : name.y + name.height + 13 * size;
  const shown = programs.slice(0, isMark ? 1 : 3);
  return (
    <g data-node={node.id}>
      <rect {...box} rx={4 * size} fill="var(--surface-2)" stroke="var(--ink)" strokeWidth={1.8 * size} />
      {shown.map((program, i) => (
        <g key={program} data-seen="application" className={styles['inkIcon']}>
          <ProgramIcon
            program={program}
            x={
              body.x +
              body.width / 2 +
              (i - (shown.length - 1) / 2) * icon * 1.3 -
              (tier === 'front' ? 14 * size : 0)
            }
            y={y}
            size={icon}
          />
        </g>
      ))}
      <NodeName node={node} plan={plan} />
      <Address node={node} plan={plan} />
    </g>
  );
}

/** A router: the usual disc with four arrows. */
function RouterOnMap({ node, plan }: NodeProps) {
  const { at, body, name } = node;
  const { unit, scale } = plan;
  const size = unit * scale;
  const radius = Math.min(body.width / 2, (plan.tier === 'mark' ? 11 : 17) * size);
  return (
    <g data-node={node.id} data-seen="internet link">
      <rect
        {...inset(
          { ...body, y: name.y - 2 * size, height: body.y + body.height - name.y + 4 * size },
          -2 * size,
        )}
        rx={5 * size}
        fill="var(--surface-2)"
        stroke="var(--ink)"
        strokeWidth={1.6 * size}
      />
      <RouterDisc at={{ x: at.x, y: at.y + 2 * size }} radius={radius} />
      <NodeName node={node} plan={plan} />
      <Address node={node} plan={plan} />
    </g>
  );
}

function NodeName({ node: { id, name, isNat }, plan: { font } }: NodeProps) {
  const words = isNat ? `${id} NAT` : id;
  const width = Math.max(name.width, 40);
  const size = nameSize(words, font.small, width);
  return (
    <text
      x={name.x + name.width / 2}
      y={name.y + name.height / 2}
      dy="0.36em"
      textAnchor="middle"
      fontSize={size}
      className={styles['onGround']}
      fontWeight={800}
    >
      {fitText(words, size, width)}
    </text>
  );
}

function Address({ node, plan }: NodeProps) {
  return (
    <g className={plan.hasSigns ? undefined : styles['onlyNear']} data-seen="internet">
      <SignBoard node={node} plan={plan} look="protocol" />
    </g>
  );
}
