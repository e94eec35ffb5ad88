import type { Transport } from '../../experiment/experiment';
import styles from './Ladder.module.css';

/** The addresses over the two lifelines, and the lane's name between them where no switch says it. */
export function LaneHead({
  transport,
  isNamed,
  lifelines: { left, right },
  addresses,
}: {
  readonly transport: Transport;
  readonly isNamed: boolean;
  readonly lifelines: { readonly left: number; readonly right: number };
  readonly addresses: readonly [string, string];
}) {
  return (
    <div className={styles['head']} data-lane={transport}>
      <span style={{ left }}>{addresses[0]}</span>
      {isNamed && <b style={{ left: (left + right) / 2 }}>{transport.toUpperCase()}</b>}
      <span style={{ left: right }}>{addresses[1]}</span>
    </div>
  );
}
