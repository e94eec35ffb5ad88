import type { Look } from '../LookTools';
import { type Box, inset } from '../plan';
import styles from '../Stage.module.css';
import { MONO } from './measureNode';
import type { MapPlan, NodePlan } from './mapTypes';

interface SignBoardProps {
  readonly node: NodePlan;
  readonly plan: MapPlan;
  readonly look?: Look;
}

/** The address on a dark board that stands on two posts over a house; without the metaphor, in a plain frame. */
export function SignBoard({ node, plan, look = 'town' }: SignBoardProps) {
  const { sign, roof, address, kind } = node;
  const { unit, scale, tier } = plan;
  const size = Math.min(sign.height / 1.45, sign.width / (address.length * MONO + 0.6));
  const step = unit * scale;
  const foot = roof.y - sign.y - sign.height + 3 * step;
  return (
    <g>
      {look === 'town' &&
        kind === 'host' &&
        tier !== 'mark' &&
        [0.22, 0.76].map((part) => (
          <rect
            key={part}
            x={sign.x + sign.width * part}
            y={sign.y + sign.height}
            width={3 * step}
            height={foot}
            fill="var(--roof)"
          />
        ))}
      {look === 'town' ? (
        <Board sign={sign} step={step} />
      ) : (
        <rect {...sign} rx={3} fill="var(--surface)" stroke="var(--ink)" strokeWidth={size * 0.09} />
      )}
      <text
        x={sign.x + sign.width / 2}
        y={sign.y + sign.height / 2}
        dy="0.36em"
        textAnchor="middle"
        className={styles['mono']}
        fontSize={size}
        fill={look === 'town' ? 'var(--sign-ink)' : 'var(--ink)'}
      >
        {address}
      </text>
    </g>
  );
}

function Board({ sign, step }: { readonly sign: Box; readonly step: number }) {
  return (
    <>
      <rect {...sign} y={sign.y + 2 * step} rx={sign.height * 0.24} fill="var(--shade)" />
      <rect {...sign} rx={sign.height * 0.24} fill="var(--sign)" />
      <rect
        {...inset(sign, sign.height * 0.1)}
        rx={sign.height * 0.18}
        fill="none"
        stroke="var(--sign-ink)"
        strokeOpacity="0.3"
        strokeWidth={sign.height * 0.04}
      />
    </>
  );
}
