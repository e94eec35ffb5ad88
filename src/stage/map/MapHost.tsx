import { memo } from 'react';
import { inset } from '../plan';
import styles from '../Stage.module.css';
import { fitText, nameSize } from '../textFit';
import { HouseRoof } from './HouseRoof';
import type { MapPlan, NodePlan } from './mapTypes';
import { ProgramIcon } from './ProgramIcon';
import { SignBoard } from './SignBoard';

interface MapHostProps {
  readonly node: NodePlan;
  readonly plan: MapPlan;
}

/** A house on the map: its sign on the roof, its name over the windows in which its programs are seen. */
export const MapHost = memo(function MapHost({ node, plan }: MapHostProps) {
  const { body, serves } = node;
  const { unit, scale, tier } = plan;
  const size = unit * scale;
  const wall = serves ? 'server' : 'client';
  return (
    <g data-node={node.id}>
      <ellipse
        cx={body.x + body.width / 2 + 4 * size}
        cy={body.y + body.height}
        rx={body.width / 2 + 6 * size}
        ry={5 * size}
        fill="var(--shade)"
      />
      {tier !== 'mark' && (
        <g data-seen="internet">
          <SignBoard node={node} plan={plan} />
        </g>
      )}
      <rect {...body} rx={2 * size} fill={`var(--wall-${wall}-side)`} />
      <rect {...inset(body, Math.min(2 * size, 2))} rx={1.5 * size} fill={`var(--wall-${wall})`} />
      <HouseRoof node={node} plan={plan} />
      {tier === 'mark' ? <Mark node={node} plan={plan} /> : <Front node={node} plan={plan} />}
    </g>
  );
});

const LEAST_WINDOW = 13;

/** Its name, and each kind of program in a window of its own. */
function Front({ node, plan }: MapHostProps) {
  const { name, body, programs } = node;
  const { font, unit, scale, tier } = plan;
  const size = unit * scale;
  const usual = (tier === 'rooms' ? 22 : 24) * size;
  const gap = 4 * size;
  // Beside the windows of a front stand its two doors.
  const room = body.width - 10 * size - (tier === 'front' ? 34 * size : 0);
  // Several programs share the room in smaller windows, as long as their signs can be told apart.
  const shown = programs.slice(0, Math.max(1, Math.floor((room + gap) / (LEAST_WINDOW * size + gap))));
  const window = Math.min(usual, (room + gap) / Math.max(1, shown.length) - gap);
  const wide = shown.length * (window + gap) - gap;
  const left = tier === 'front' ? body.x + 7 * size : body.x + (body.width - wide) / 2;
  const y = name.y + name.height + 2 * size + (usual - window) / 2;
  return (
    <g>
      <text
        x={name.x + name.width / 2}
        y={name.y + name.height / 2}
        dy="0.36em"
        textAnchor="middle"
        fontSize={font.small}
        className={styles['title']}
      >
        {fitText(node.id, font.small, name.width - 8 * size)}
      </text>
      <g data-seen="application">
        {shown.length === 0 && (
          <rect
            x={tier === 'front' ? left : body.x + (body.width - window) / 2}
            y={y}
            width={window}
            height={window}
            rx={2 * size}
            fill="var(--closed)"
            opacity="0.55"
          />
        )}
        {shown.map((program, i) => {
          const x = left + i * (window + gap);
          return (
            <g key={program}>
              <rect
                x={x}
                y={y}
                width={window}
                height={window}
                rx={2 * size}
                fill="var(--glass-lit)"
                stroke="var(--roof)"
                strokeWidth={1.4 * size}
              />
              <ProgramIcon program={program} x={x + window / 2} y={y + window / 2} size={window * 0.78} />
            </g>
          );
        })}
      </g>
    </g>
  );
}

/** As much as can be told from afar: one program, and the name below. */
function Mark({ node, plan }: MapHostProps) {
  const { body, programs } = node;
  const size = plan.unit * plan.scale;
  const [first] = programs;
  const window = body.height - 5 * size;
  return (
    <g>
      {first && (
        <g data-seen="application">
          <rect
            x={body.x + body.width / 2 - window / 2}
            y={body.y + 2.5 * size}
            width={window}
            height={window}
            rx={2 * size}
            fill="var(--glass-lit)"
          />
          <ProgramIcon
            program={first}
            x={body.x + body.width / 2}
            y={body.y + 2.5 * size + window / 2}
            size={window * 0.84}
          />
        </g>
      )}
      <NameBelow node={node} plan={plan} />
      <g className={plan.hasSigns ? undefined : styles['onlyNear']} data-seen="internet">
        <SignBoard node={node} plan={plan} />
      </g>
    </g>
  );
}

/** A name that lies on the ground, light around its letters so that it can be read on grass and on roads. */
function NameBelow({ node: { id, name }, plan: { font } }: MapHostProps) {
  const size = nameSize(id, font.small, name.width);
  return (
    <text
      x={name.x + name.width / 2}
      y={name.y + name.height / 2}
      dy="0.34em"
      textAnchor="middle"
      fontSize={size}
      fontWeight={700}
      className={styles['onGround']}
    >
      {fitText(id, size, name.width)}
    </text>
  );
}
