import { clamp } from '../plan';
import styles from '../Stage.module.css';
import { guessWidth } from '../textFit';
import { MONO } from './measureNode';
import type { MapPlan, NodePlan } from './mapTypes';

/** The whole name and the address of what is pointed at, where its own signs are too small for them. */
export function CallOut({ node, plan }: { readonly node: NodePlan; readonly plan: MapPlan }) {
  const { id, address, box } = node;
  const { font, hasSigns } = plan;
  const isWhole = hasSigns && guessWidth(id, font.small) < node.name.width;
  if (isWhole) return null;
  const text = font.small;
  const width = Math.max(guessWidth(id, text), address.length * MONO * text) + text;
  const height = text * 2.9;
  const x = clamp(box.x + box.width / 2 - width / 2, 2, plan.width - width - 2);
  const y = box.y - height - 4 < 2 ? box.y + box.height + 4 : box.y - height - 4;
  const middle = x + width / 2;
  return (
    <g
      pointerEvents="none"
      aria-hidden="true"
      data-part="callout"
      className={hasSigns ? undefined : styles['onlyFar']}
    >
      <rect {...{ x, y, width, height }} rx={5} fill="var(--sign)" stroke="var(--sign-ink)" strokeWidth={1} />
      <text
        x={middle}
        y={y + text * 1.2}
        textAnchor="middle"
        fontSize={text}
        fontWeight={700}
        fill="var(--sign-ink)"
      >
        {id}
      </text>
      <text
        x={middle}
        y={y + text * 2.4}
        textAnchor="middle"
        fontSize={text}
        className={styles['mono']}
        fill="var(--sign-ink)"
      >
        {address}
      </text>
    </g>
  );
}
