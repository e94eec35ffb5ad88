import type { Transport } from '../../experiment/experiment';
import { useUnit } from '../useUnit';
import styles from './Ladder.module.css';

/** With less between the lifelines, two addresses centred on them would touch; with the lane's name between them, sooner. */
const TIGHT = 116;
const TIGHT_NAMED = 176;
/** Half the least distance of the addresses. */
const GAP = 6;
const GAP_NAMED = 34;

/** The addresses over the two lifelines, and the lane's name between them where no switch says it. */
export function LaneHead({
  transport,
  name,
  isStacked,
  lifelines: { left, right },
  addresses,
}: {
  readonly transport: Transport;
  /** Empty where something else says it. */
  readonly name: string;
  /** The name is too long to stand between the addresses: it has a row above them. */
  readonly isStacked: boolean;
  readonly lifelines: { readonly left: number; readonly right: number };
  readonly addresses: readonly string[];
}) {
  const unit = useUnit();
  const middle = (left + right) / 2;
  const isBetween = name !== '' && !isStacked;
  const isTight = right - left < (isBetween ? TIGHT_NAMED : TIGHT) * unit;
  const gap = (isBetween ? GAP_NAMED : GAP) * unit;
  const [first, last] = isTight ? [middle - gap, middle + gap] : [left, right];
  return (
    <div className={styles['head']} data-lane={transport} data-stacked={isStacked || undefined}>
      <span style={{ left: first }} data-grows={isTight ? 'left' : undefined}>
        {addresses[0]}
      </span>
      {name !== '' && <b style={{ left: middle }}>{name}</b>}
      <span style={{ left: last }} data-grows={isTight ? 'right' : undefined}>
        {addresses[1]}
      </span>
    </div>
  );
}
