import { isSamePacket, type PacketRef } from '../trace/run';
import styles from './PacketCard.module.css';
import { refOfScar } from './placeScars';
import type { Sheet } from './plan';
import { pressed } from './pressed';

interface ScarTargetsProps {
  readonly plan: Sheet;
  readonly selected: PacketRef | null;
  readonly onSelect: (ref: PacketRef | null) => void;
  readonly onHover: (ref: PacketRef | null) => void;
}

/**
 * A pool of buttons over the ✕ of lost packets: each is the packet that died there. The loop puts them to their places
 * and says which packet each is; without it they are not there.
 */
export function ScarTargets({ plan, selected, onSelect, onHover }: ScarTargetsProps) {
  const choose = (node: Element): void => {
    const ref = refOfScar(node);
    onSelect(isSamePacket(selected, ref) ? null : ref);
  };
  return Array.from({ length: plan.scars }, (_, i) => (
    <g
      key={i}
      role="button"
      tabIndex={-1}
      className={styles['scar']}
      onPointerEnter={({ currentTarget }) => onHover(refOfScar(currentTarget))}
      onPointerLeave={() => onHover(null)}
      onFocus={({ currentTarget }) => onHover(refOfScar(currentTarget))}
      onBlur={() => onHover(null)}
      onClick={({ currentTarget }) => choose(currentTarget)}
      onKeyDown={pressed(choose)}
    >
      <circle className={styles['ring']} r={16 * plan.unit} />
      <rect className={styles['scarTarget']} />
    </g>
  ));
}
