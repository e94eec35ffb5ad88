import { memo } from 'react';
import { fitText, guessWidth, nameSize } from '../textFit';
import styles from '../Stage.module.css';
import type { MapPlan, NodePlan } from './mapTypes';
import { SignBoard } from './SignBoard';

interface MapRouterProps {
  readonly node: NodePlan;
  readonly plan: MapPlan;
}

/** A post office: its name over the gate through which all its roads run. */
export const MapRouter = memo(function MapRouter({ node, plan }: MapRouterProps) {
  const { body, roof, name, at, id } = node;
  const { unit, scale, font, tier } = plan;
  const size = unit * scale;
  const middle = at.x;
  const gate = {
    width: body.width - 10 * size,
    height: body.y + body.height - name.y - name.height - 1 * size,
  };
  const written = nameSize(id, tier === 'mark' ? font.small : font.medium, name.width);
  return (
    <g data-node={id} data-seen="internet link">
      <ellipse
        cx={middle + 3 * size}
        cy={body.y + body.height}
        rx={body.width / 2 + 5 * size}
        ry={4 * size}
        fill="var(--shade)"
      />
      <rect {...body} rx={2 * size} fill="var(--office)" />
      <rect
        x={body.x + body.width - 5 * size}
        y={body.y}
        width={5 * size}
        height={body.height}
        fill="var(--office-side)"
      />
      <path
        d={`M${middle - gate.width / 2} ${body.y + body.height}v${-gate.height + 4 * size}q0 ${-4 * size} ${4 * size} ${-4 * size}h${gate.width - 8 * size}q${4 * size} 0 ${4 * size} ${4 * size}v${gate.height - 4 * size}z`}
        fill="var(--office-in)"
      />
      <path
        d={`M${roof.x} ${roof.y + roof.height}L${middle} ${roof.y}L${roof.x + roof.width} ${roof.y + roof.height}z`}
        fill="var(--office-roof)"
      />
      <rect
        x={roof.x}
        y={roof.y + roof.height - 2 * size}
        width={roof.width}
        height={3.4 * size}
        rx={1.6 * size}
        fill="var(--office-roof-edge)"
      />
      <text
        x={middle}
        y={name.y + name.height / 2 + size}
        dy="0.36em"
        textAnchor="middle"
        fontSize={written}
        fontWeight={800}
        fill="var(--ink)"
      >
        {fitText(id, written, name.width)}
      </text>
      <g className={plan.hasSigns ? undefined : styles['onlyNear']}>
        <SignBoard node={node} plan={plan} />
      </g>
      {node.isNat && <NatSign node={node} plan={plan} />}
    </g>
  );
});

/** The sign of an office that writes another address on what leaves it, in its gable. */
function NatSign({ node: { roof, at }, plan }: MapRouterProps) {
  const { font, unit, scale } = plan;
  const width = guessWidth('NAT', font.small) + 6;
  const height = font.small * 1.15;
  const y = roof.y + roof.height - height - 2 * unit * scale;
  return (
    <g>
      <rect
        x={at.x - width / 2}
        y={y}
        width={width}
        height={height}
        rx={2.5}
        fill="#fff3c4"
        stroke="#17233b"
      />
      <text
        x={at.x}
        y={y + height / 2}
        dy="0.36em"
        textAnchor="middle"
        fontSize={font.small}
        fontWeight={800}
        fill="#17233b"
      >
        NAT
      </text>
    </g>
  );
}
